package dev.longshore.ui.shell;

import dev.longshore.model.MigrationKey;
import dev.longshore.model.forecast.UploadPlan;
import dev.longshore.ui.context.Preferences;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.collections.MapChangeListener;
import org.jspecify.annotations.Nullable;

/** Keeps what the user said of uploads, and finds it again at the next start. */
final class UploadPlanStore {
    private static final String KEY = "upload.";

    private final Set<MigrationKey> found = new HashSet<>();
    private final Preferences preferences;
    private final SnapshotFeed feed;

    UploadPlanStore(Preferences preferences, SnapshotFeed feed) {
        this.preferences = preferences;
        this.feed = feed;
        feed.snapshotProperty().map(UploadPlanStore::newest).subscribe(_ -> findNew());
        feed.uploads().addListener((MapChangeListener<MigrationKey, UploadPlan>) change -> save(
                change.getKey(), change.getValueAdded()));
    }

    /** New ones are put at the end of the list. */
    private static Optional<MigrationKey> newest(Snapshot snapshot) {
        var all = snapshot.migrations();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().key());
    }

    private void findNew() {
        feed.snapshotProperty().get().migrations().stream().map(WatchedMigration::key).filter(found::add)
                .forEach(this::find);
    }

    private void find(MigrationKey key) {
        preferences.find(name(key)).flatMap(UploadPlanStore::read).ifPresent(kept -> feed.uploads().put(key, kept));
    }

    private void save(MigrationKey key, @Nullable UploadPlan plan) {
        preferences.save(name(key), plan == null
                ? ""
                : "%d %d %d %s".formatted(plan.totalBytes(), plan.doneBytes(), plan.bytesPerSecond(),
                        plan.recordedAt()));
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
