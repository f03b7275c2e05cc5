package dev.longshore.text;

import dev.longshore.model.MigrationKey;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.util.List;
import java.util.stream.Collectors;

/** What the window says of migrations that are attempts at the same thing, in words. */
public final class AttemptText {
    private final Texts texts;

    public AttemptText(Texts texts) {
        this.texts = texts;
    }

    /** "attempt 2"; empty for one in the place of no other. */
    public String number(WatchedMigration migration) {
        return migration.attempt() == 1 ? "" : texts.get("text.attempt.number", migration.attempt());
    }

    /** "Attempt 2, follows “orders”."; empty for one in the place of no other. */
    public String follows(WatchedMigration migration, Snapshot snapshot) {
        return migration.attempt() == 1
                ? ""
                : follows(migration.attempt(), migration.earlierAttempts().getFirst(), snapshot);
    }

    /** The same of an attempt that is yet to be made. */
    public String follows(int attempt, MigrationKey before, Snapshot snapshot) {
        return texts.get("text.attempt.follows", attempt, quoted(before, snapshot));
    }

    /** "Followed by “orders again”."; empty where no attempt came later. */
    public String followedBy(List<WatchedMigration> later) {
        return later.isEmpty()
                ? ""
                : texts.get("text.attempt.followedBy", later.stream()
                        .map(each -> texts.get("text.attempt.quoted", each.name())).collect(Collectors.joining(", ")));
    }

    /** Its name, or the beginning of its ID where it is not on the list any more. */
    public String name(MigrationKey key, Snapshot snapshot) {
        return snapshot.migration(key).map(WatchedMigration::name).orElseGet(() -> removed(key));
    }

    private String quoted(MigrationKey key, Snapshot snapshot) {
        return snapshot.migration(key).map(each -> texts.get("text.attempt.quoted", each.name()))
                .orElseGet(() -> removed(key));
    }

    private String removed(MigrationKey key) {
        return texts.get("text.attempt.removed", key.ref().migration().inShort());
    }
}
