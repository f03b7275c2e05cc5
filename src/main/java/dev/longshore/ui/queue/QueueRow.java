package dev.longshore.ui.queue;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Status;

/**
 * A row of the import queue: the name of a database, below it those of the parts of its queue, and below each what is in
 * it.
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

    /** The parts of a queue, in the order in which they are shown. */
    enum QueuePart {
        /** It occupies the database. */
        RUNNING,
        /** It can be launched now. */
        READY,
        /** Its files are being uploaded, or are about to be. */
        UPLOADING,
        /** It has failed, and a user decides how it goes on. */
        DECISION
    }

    /** What a row says. */
    sealed interface RowContent {
        /** Tells it from everything else that is said of its database. */
        Object id();

        /**
         * A database.
         *
         * @param location connection, cloud and region
         * @param end when all its imports are expected to have ended
         * @param basis what that is computed from, or what is missing
         */
        record DatabaseName(String title, String location, String end, String basis) implements RowContent {
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
         */
        record QueueItem(MigrationKey key, String name, Status status, String detail, QueuePart part)
                implements
                    RowContent {
            @Override
            public Object id() {
                return key;
            }
        }
    }
}
