package dev.longshore.journal;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import java.util.Map;

/**
 * What was new to a team's journal of a local one.
 *
 * @param migrations how many were put on the list
 * @param observations how many were added
 * @param commands how many were added
 * @param sameConnections by the ID of a local connection that the team has under another ID, the team's
 */
public record JournalMergeResult(
        int migrations, int observations, int commands, Map<ConnectionId, Connection> sameConnections) {
    public JournalMergeResult {
        sameConnections = Map.copyOf(sameConnections);
    }
}
