package dev.longshore.journal;

import dev.longshore.model.Command;
import java.util.List;
import java.util.Set;

/**
 * What the other programs on a journal have done.
 *
 * @param position up to where this tells; the next news are asked for after it
 * @param commands those of others of which a state was recorded since, oldest first
 * @param openElsewhere the IDs of all open commands that another program decides about
 * @param listVersion another one when the list or the connections have changed
 */
public record ColleagueNews(long position, List<Command> commands, Set<String> openElsewhere, long listVersion) {
    /** For a journal that one program has to itself. */
    static final ColleagueNews NONE = new ColleagueNews(0, List.of(), Set.of(), 0);

    /** Copies the collections. */
    public ColleagueNews {
        commands = List.copyOf(commands);
        openElsewhere = Set.copyOf(openElsewhere);
    }
}
