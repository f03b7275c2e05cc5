package dev.longshore.ui.feed;

import dev.longshore.model.MigrationKey;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** By migration the attempts that were made in its place, looked for once in a snapshot. FX thread only. */
final class LaterAttempts {
    private final Map<MigrationKey, List<WatchedMigration>> found = new HashMap<>();
    private @Nullable Snapshot searched;

    /** In the order of the list; empty where there are none. */
    @SuppressWarnings("ReferenceEquality")
    List<WatchedMigration> of(MigrationKey key, Snapshot snapshot) {
        if (searched != snapshot) {
            searched = snapshot;
            found.clear();
            snapshot.migrations().forEach(each -> each.earlierAttempts().forEach(
                    before -> found.computeIfAbsent(before, _ -> new ArrayList<>()).add(each)));
        }
        return List.copyOf(found.getOrDefault(key, List.of()));
    }
}
