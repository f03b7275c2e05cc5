package dev.longshore.ui.shell;

import dev.longshore.model.MigrationKey;
import dev.longshore.model.UploadPlan;
import dev.longshore.ui.Feed;
import dev.longshore.ui.PerMigration;
import dev.longshore.ui.Preferences;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.collections.MapChangeListener;
import org.jspecify.annotations.Nullable;

/** Keeps what the person said of uploads, and finds it again at the next start. */
final class UploadMemory {
    private static final String KEY = "upload.";

    private final Set<MigrationKey> found = new HashSet<>();
    private final Preferences preferences;
    private final Feed feed;

    UploadMemory(Preferences preferences, Feed feed) {
        this.preferences = preferences;
        this.feed = feed;
        var each = new PerMigration<>(migration -> found.add(migration.key()) && find(migration.key()));
        feed.snapshotProperty().subscribe(snapshot -> each.show(snapshot.migrations()));
        feed.uploads().addListener((MapChangeListener<MigrationKey, UploadPlan>) change -> keep(
                change.getKey(), change.getValueAdded()));
    }

    private boolean find(MigrationKey key) {
        var plan = preferences.find(name(key)).flatMap(UploadMemory::read);
        plan.ifPresent(kept -> feed.uploads().put(key, kept));
        return plan.isPresent();
    }

    private void keep(MigrationKey key, @Nullable UploadPlan plan) {
        preferences.keep(name(key), plan == null
                ? ""
                : "%d %d %d %s".formatted(plan.totalBytes(), plan.doneBytes(), plan.bytesPerSecond(), plan.notedAt()));
    }

    private static String name(MigrationKey key) {
        return KEY + key.connection().value() + "." + key.ref().migration().value();
    }

    /** A file that was edited by hand may hold anything. */
    private static Optional<UploadPlan> read(String kept) {
        var parts = kept.split(" ", -1);
        try {
            return parts.length != 4
                    ? Optional.empty()
                    : Optional.of(new UploadPlan(
                            Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]),
                            Instant.parse(parts[3])));
        } catch (IllegalArgumentException | DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
