package dev.longshore.ui.queue;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Status;

/**
 * A row of the import queue: the name of a database, below it those of the two parts of its queue, and below each what is
 * in it.
 *
 * @param isLast whether it is the last row of its database
 */
record QueueRow(QueueKey queueKey, RowContent content, boolean isLast) {
    /** One database through one connection. */
    record QueueKey(ConnectionId connection, DatabaseId database) {}

    /** Tells a row from every other one, whatever it says. */
    record QueueRowKey(QueueKey queueKey, Object content) {}

    QueueRowKey key() {
        return new QueueRowKey(queueKey, content.id());
    }

    /** The parts of a queue: what occupies the database, and what could be launched next. */
    enum QueuePart {
        IMPORTING, WAITING
    }

    /** What a row says. */
    sealed interface RowContent {
        /** Tells it from everything else that is said of its database. */
        Object id();

        /** A database: its title, and as its location connection, cloud and region. */
        record DatabaseName(String title, String location) implements RowContent {
            @Override
            public Object id() {
                return DatabaseName.class;
            }
        }

        /** The name of a part. */
        record PartName(QueuePart part) implements RowContent {
            @Override
            public Object id() {
                return this;
            }
        }

        /** Nothing is in a part. */
        record NothingIn(QueuePart part) implements RowContent {
            @Override
            public Object id() {
                return this;
            }
        }

        /**
         * One migration in the queue.
         *
         * @param status as last observed
         * @param detail how far it is, or why it waits
         * @param isNext true when it can be launched now
         */
        record QueueItem(MigrationKey key, String name, Status status, String detail, boolean isNext)
                implements
                    RowContent {
            @Override
            public Object id() {
                return key;
            }
        }
    }
}
