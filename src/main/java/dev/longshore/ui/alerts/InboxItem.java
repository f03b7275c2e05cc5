package dev.longshore.ui.alerts;

import dev.longshore.watch.Missed;
import dev.longshore.watch.StandingAlert;

/** What one cell of the inbox shows. */
sealed interface InboxItem {
    /** What tells it from others, however it is worded. */
    String id();

    /** True until a person has said that they know. */
    boolean isNews();

    /** Something that needs the person, or did. */
    record One(StandingAlert alert) implements InboxItem {
        @Override
        public String id() {
            return alert.kept().id();
        }

        @Override
        public boolean isNews() {
            return !alert.kept().isAcknowledged();
        }
    }

    /** What happened while nobody watched; it is there until it has been read. */
    record Summary(Missed missed) implements InboxItem {
        @Override
        public String id() {
            return missed.to().toString();
        }

        @Override
        public boolean isNews() {
            return true;
        }
    }
}
