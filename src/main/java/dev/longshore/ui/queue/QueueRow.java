package dev.longshore.ui.queue;

import dev.longshore.model.DatabaseKey;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Status;

/**
 * A row of the import queue: the name of a database, below it those of the parts of its queue, and below each what is in
 * it.
 *
 * @param isLast whether it is the last row of its database
 */
record QueueRow(DatabaseKey database, RowContent content, boolean isLast) {
    /** Tells a row from every other one, whatever it says. */
    record QueueRowKey(DatabaseKey database, Object content) {}

    QueueRowKey key() {
        return new QueueRowKey(database, content.id());
    }

    /** The parts of a queue, in the order in which they are shown. */
    enum QueuePart {
        /** It occupies the database. */
        RUNNING,
        /** It is launched later, in the order in which it stands. */
        WAITING,
        /** It has failed, and a user decides how it goes on. */
        DECISION
    }

    /** Whether the user has approved a launch for when it is its turn. */
    enum ApprovalState {
        /** There is nothing to approve yet, or no more. */
        NOT_OFFERED,
        /** It can be approved. */
        OFFERED,
        /** It is approved, and can be withdrawn. */
        APPROVED
    }

    /** What a row says. */
    sealed interface RowContent {
        /** Tells it from everything else that is said of its database. */
        Object id();

        /**
         * A database.
         *
         * @param location connection, cloud and region
         */
        record DatabaseName(String title, String location) implements RowContent {
            @Override
            public Object id() {
                return DatabaseName.class;
            }
        }

        /**
         * When all imports into the database are expected to have ended.
         *
         * @param sentence when, or why that is unknown
         * @param basis what it is computed from; may be empty
         */
        record DatabaseEnd(String sentence, String basis) implements RowContent {
            @Override
            public Object id() {
                return DatabaseEnd.class;
            }
        }

        /** The name of a part. */
        record PartName(QueuePart part) implements RowContent {
            @Override
            public Object id() {
                return this;
            }
        }

        /**
         * Whether the queue launches what waits by itself.
         *
         * @param sentence what it does next, or why it has stopped; may be empty
         */
        record AutoLaunchSwitch(boolean isOn, boolean isStopped, String sentence) implements RowContent {
            @Override
            public Object id() {
                return AutoLaunchSwitch.class;
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
         * @param isReady whether it can be launched now
         */
        record QueueItem(MigrationKey key, String name, Status status, String detail, QueuePart part, boolean isReady,
                ApprovalState approval)
                implements
                    RowContent {
            QueueItem with(ApprovalState other) {
                return new QueueItem(key, name, status, detail, part, isReady, other);
            }

            @Override
            public Object id() {
                return key;
            }
        }
    }
}
