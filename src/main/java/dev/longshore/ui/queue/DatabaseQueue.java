package dev.longshore.ui.queue;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Status;
import java.util.List;

/**
 * One database: what imports into it, and what waits for its turn.
 *
 * @param queueKey which database, through which connection
 * @param title its name
 * @param location connection, cloud and region
 * @param importing those that occupy it; more than one only where somebody outside launched a second
 * @param waiting those that could be launched next, in the order of the list
 */
record DatabaseQueue(QueueKey queueKey, String title, String location, List<QueueItem> importing,
        List<QueueItem> waiting) {
    DatabaseQueue {
        importing = List.copyOf(importing);
        waiting = List.copyOf(waiting);
    }

    record QueueKey(ConnectionId connection, DatabaseId database) {}

    /**
     * One migration in its lane.
     *
     * @param status as last observed
     * @param detail how far it is, or why it waits
     * @param isNext true when it can be launched now
     */
    record QueueItem(MigrationKey key, String name, Status status, String detail, boolean isNext) {}
}
