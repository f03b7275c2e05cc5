package dev.longshore.journal;

import dev.longshore.model.Command;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Observation;
import java.util.List;
import java.util.Set;

/**
 * What the other programs on a journal have done.
 *
 * @param position up to where this tells; the next news are asked for after it
 * @param commands those of others of which a state was recorded since, oldest first
 * @param observations what others have observed since, in no order
 * @param failedLooks of others since, those that nobody's good answer has overtaken, in no order
 * @param openElsewhere the IDs of all open commands that another program decides about
 * @param team the others now, and the version of the list
 */
public record ColleagueNews(
        long position, List<Command> commands, List<ColleagueObservation> observations, List<FailedLook> failedLooks,
        Set<String> openElsewhere, TeamState team) {
    /** For a journal that one program has to itself. */
    static final ColleagueNews NONE = new ColleagueNews(0, List.of(), List.of(), List.of(), Set.of(),
            new TeamState(List.of(), List.of(), 0, 0));

    /** Copies the collections. */
    public ColleagueNews {
        commands = List.copyOf(commands);
        observations = List.copyOf(observations);
        failedLooks = List.copyOf(failedLooks);
        openElsewhere = Set.copyOf(openElsewhere);
    }

    /**
     * What another program has observed.
     *
     * @param observation when it was seen first
     * @param lastKnown with when it was seen last
     * @param desk which one
     */
    public record ColleagueObservation(Observation observation, LastKnown lastKnown, String desk) {}

    /**
     * The other programs.
     *
     * @param names of those that were heard of within the last minute their users, in alphabetical order
     * @param asking the IDs of those that were heard of within the last half minute, and of this one, in one order for all
     * @param listVersion another one when the list or the connections have changed
     * @param remarkPosition up to where there are remarks of users
     */
    public record TeamState(List<String> names, List<String> asking, long listVersion, long remarkPosition) {
        public TeamState {
            names = List.copyOf(names);
            asking = List.copyOf(asking);
        }

        /** True when one was heard of within the last minute. */
        public boolean isAnybodyThere() {
            return !names.isEmpty();
        }
    }
}
