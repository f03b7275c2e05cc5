package dev.longshore.ui.migrations;

import dev.longshore.model.DatabaseKey;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Phase;
import dev.longshore.text.MigrationText;
import dev.longshore.text.StatusText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Puts a head above the rows of each database, and hides the rows of those that are collapsed. What a head says is worked
 * out when it is drawn. FX thread only.
 */
final class DatabaseGroups {
    private static final String SEPARATOR = " ";

    private final Map<DatabaseKey, MigrationRow> heads = new HashMap<>();
    private final StringProperty collapsed = new SimpleStringProperty(this, "collapsed", "");
    private final Set<DatabaseKey> collapsedKeys = new HashSet<>();
    private Map<DatabaseKey, List<WatchedMigration>> all = Map.of();
    private Instant allAt = Instant.MIN;
    private final UiContext context;
    private final SnapshotFeed feed;
    private final RowFacts facts;
    private final MigrationText text;
    private final StatusText statuses;

    /**
     * What a head says.
     *
     * @param title of the database
     * @param counts how many are in which status
     * @param end when all its imports are expected to have ended
     * @param basis what that is computed from, or what is missing
     */
    record GroupHead(String title, String counts, String end, String basis, boolean isCollapsed) {}

    DatabaseGroups(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
        facts = new RowFacts(context, feed);
        text = new MigrationText(context.texts(), context.times());
        statuses = new StatusText(context.texts());
        collapsed.subscribe(kept -> {
            collapsedKeys.clear();
            heads.keySet().stream().filter(each -> isIn(kept, each)).forEach(collapsedKeys::add);
        });
    }

    /** Which are collapsed, as text, to be kept from one start to the next. */
    StringProperty collapsedProperty() {
        return collapsed;
    }

    private static boolean isIn(String kept, DatabaseKey key) {
        return Arrays.asList(kept.split(SEPARATOR, -1)).contains(text(key));
    }

    private static String text(DatabaseKey key) {
        return key.connection().value() + "/" + key.database().value();
    }

    /** Rows that are sorted by database, with the heads among them and without what is collapsed. */
    List<MigrationRow> arrange(List<MigrationRow> sorted) {
        Map<DatabaseKey, List<MigrationRow>> groups = sorted.stream()
                .collect(Collectors.groupingBy(row -> row.key().databaseKey(), LinkedHashMap::new,
                        Collectors.toList()));
        heads.keySet().retainAll(groups.keySet());
        var arranged = new ArrayList<MigrationRow>(sorted.size() + groups.size());
        groups.forEach((key, rows) -> {
            arranged.add(head(key, rows.getFirst()));
            if (!collapsedKeys.contains(key)) {
                arranged.addAll(rows);
            }
        });
        return arranged;
    }

    private MigrationRow head(DatabaseKey key, MigrationRow first) {
        return heads.computeIfAbsent(key, _ -> {
            if (isIn(collapsed.get(), key)) {
                collapsedKeys.add(key);
            }
            return MigrationRow.head(first.migration(), facts);
        });
    }

    /** Collapses the group of a head, or opens it again. */
    void toggle(MigrationRow head) {
        var key = head.key().databaseKey();
        if (!collapsedKeys.remove(key)) {
            collapsedKeys.add(key);
        }
        save();
    }

    /** Opens the group of a migration; true where it was collapsed. */
    boolean open(MigrationKey migration) {
        var wasCollapsed = collapsedKeys.remove(migration.databaseKey());
        if (wasCollapsed) {
            save();
        }
        return wasCollapsed;
    }

    private void save() {
        collapsed.set(collapsedKeys.stream().map(DatabaseGroups::text).sorted().collect(Collectors.joining(SEPARATOR)));
    }

    /** What the head says now. */
    GroupHead describe(MigrationRow head, Instant now) {
        var key = head.key().databaseKey();
        var ofDatabase = ofDatabase(key);
        var end = feed.databaseEnd(ofDatabase);
        return new GroupHead(text.database(head.migration()), counts(ofDatabase), text.databaseEnd(end, now),
                text.databaseBasis(end), collapsedKeys.contains(key));
    }

    /** All on the list, also those that a filter hides; found anew once a second at most. */
    private List<WatchedMigration> ofDatabase(DatabaseKey key) {
        var now = feed.nowProperty().get();
        if (!now.equals(allAt)) {
            allAt = now;
            all = feed.snapshotProperty().get().migrations().stream()
                    .collect(Collectors.groupingBy(each -> each.key().databaseKey()));
        }
        return all.getOrDefault(key, List.of());
    }

    private String counts(List<WatchedMigration> migrations) {
        var byPhase = migrations.stream().collect(Collectors.groupingBy(DatabaseGroups::phase, Collectors.counting()));
        return Stream.concat(Stream.of(Phase.values()).map(Optional::of), Stream.of(Optional.<Phase>empty()))
                .filter(byPhase::containsKey)
                .map(phase -> context.texts().get("migrations.group.count", byPhase.getOrDefault(phase, 0L), phase
                        .map(statuses::word).orElseGet(() -> context.texts().get("migrations.filter.unknown"))))
                .collect(Collectors.joining(", "));
    }

    private static Optional<Phase> phase(WatchedMigration migration) {
        @Nullable LastKnown known = migration.lastKnown();
        return known == null ? Optional.empty() : known.status().phase();
    }
}
