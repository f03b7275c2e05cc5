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
 * @param openElsewhere the IDs of all open commands that another program decides about
 * @param desks the others now, and the version of the list
 */
public record ColleagueNews(
        long position, List<Command> commands, List<Seen> observations, Set<String> openElsewhere, Desks desks) {
    /** For a journal that one program has to itself. */
    static final ColleagueNews NONE = new ColleagueNews(0, List.of(), List.of(), Set.of(), new Desks(false, 0));

    /** Copies the collections. */
    public ColleagueNews {
        commands = List.copyOf(commands);
        observations = List.copyOf(observations);
        openElsewhere = Set.copyOf(openElsewhere);
    }

    /**
     * What another program has observed.
     *
     * @param observation when it was seen first
     * @param lastKnown with when it was seen last
     */
    public record Seen(Observation observation, LastKnown lastKnown) {}

    /**
     * The other programs.
     *
     * @param isAnybodyThere true when one was heard of within the last minute
     * @param listVersion another one when the list or the connections have changed
     */
    public record Desks(boolean isAnybodyThere, long listVersion) {}
}
