package dev.longshore.ui.activity;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.look.IconStyle;
import java.time.Instant;
import java.util.Optional;

/** A row of the activity log. */
sealed interface ActivityRow {
    /** Tells it from every other row, whatever it says. */
    String id();

    /** What assistive technology says of it. */
    String spoken();

    /** The migration that Enter and a click lead to. */
    default Optional<MigrationKey> target() {
        return Optional.empty();
    }

    /** The day of the rows below it. */
    record DayTitle(String id, String title) implements ActivityRow {
        @Override
        public String spoken() {
            return title;
        }
    }

    /**
     * The line between what was found on return, above it, and what had happened before the user was away.
     *
     * @param title from when to when, and why
     * @param found how much was found on return
     */
    record AwayDivider(String id, String title, String found) implements ActivityRow {
        @Override
        public String spoken() {
            return title + ". " + found;
        }
    }

    /** When it happened; empty where it is no event. */
    default Optional<Instant> moment() {
        return Optional.empty();
    }

    /**
     * Something that happened.
     *
     * @param at when, in UTC
     */
    record LogEntry(String id, Instant at, EntrySubject subject, EntryTexts entryTexts, IconStyle style)
            implements
                ActivityRow {
        /**
         * What it is about.
         *
         * @param name of the migration, or of the connection where it is about none or about several
         * @param place database and connection
         * @param key of the migration; empty where none is on the list
         */
        record EntrySubject(String name, String place, Optional<MigrationKey> key) {}

        /**
         * What it says.
         *
         * @param time of the day
         * @param sentence what happened
         * @param detail what else is known; may be empty
         * @param spoken all of it, for assistive technology
         */
        record EntryTexts(String time, String sentence, String detail, String spoken) {}

        @Override
        public String spoken() {
            return entryTexts.spoken();
        }

        @Override
        public Optional<Instant> moment() {
            return Optional.of(at);
        }

        @Override
        public Optional<MigrationKey> target() {
            return subject.key();
        }
    }
}
