package dev.longshore.ui.alerts;

import dev.longshore.watch.ActiveAlert;
import dev.longshore.watch.MissedSummary;
import java.time.Instant;
import java.util.Optional;

/** What one cell of the inbox shows. */
sealed interface InboxItem {
    /** What tells it from others, however it is worded. */
    String id();

    /** True until a user has said that they know. */
    boolean isNews();

    /**
     * Something that needs the user, or did.
     *
     * @param snoozedUntil until when it is silent, in UTC; empty where it is not
     */
    record AlertItem(ActiveAlert activeAlert, Optional<Instant> snoozedUntil) implements InboxItem {
        @Override
        public String id() {
            return activeAlert.alertRecord().id();
        }

        @Override
        public boolean isNews() {
            return !activeAlert.isAcknowledged();
        }
    }

    /** What happened while nobody watched; it is there until it has been read. */
    record MissedItem(MissedSummary missedSummary) implements InboxItem {
        @Override
        public String id() {
            return missedSummary.to().toString();
        }

        @Override
        public boolean isNews() {
            return true;
        }
    }
}
