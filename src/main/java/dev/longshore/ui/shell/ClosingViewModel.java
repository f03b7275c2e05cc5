package dev.longshore.ui.shell;

import dev.longshore.model.Command;
import dev.longshore.model.Phase;
import dev.longshore.text.CommandText;
import dev.longshore.text.MigrationText;
import dev.longshore.ui.context.KeepWatching;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What has to be said and asked before the window is closed. FX thread only. */
final class ClosingViewModel {
    private static final Duration SOON = Duration.ofHours(24);

    private final UiContext context;
    private final SnapshotFeed feed;
    private final KeepWatching keepWatching;
    private final boolean canGoOn;

    /** @param canGoOn true where the watch could go on in the background */
    ClosingViewModel(UiContext context, SnapshotFeed feed, KeepWatching keepWatching, boolean canGoOn) {
        this.context = context;
        this.feed = feed;
        this.keepWatching = keepWatching;
        this.canGoOn = canGoOn;
    }

    /** True when the user has something to decide or to know first. */
    boolean isNeeded() {
        return !reasons().isEmpty() || (isAsked() && keepWatching.decided().isEmpty());
    }

    /** True where the watch can go on, and there is something to watch. */
    boolean isAsked() {
        return canGoOn && watched().findAny().isPresent();
    }

    /** What is pending, or due within a day; a sentence each. */
    List<String> reasons() {
        return watched().flatMap(each -> Stream.concat(pending(each).stream(), due(each).stream())).toList();
    }

    private Stream<WatchedMigration> watched() {
        return feed.snapshotProperty().get().migrations().stream()
                .filter(each -> each.lastKnown() == null || !each.lastKnown().status().is(Phase.CLOSED));
    }

    private Optional<String> pending(WatchedMigration migration) {
        return Optional.ofNullable(migration.latest()).filter(Command::isOpen)
                .map(command -> context.texts().get("shell.closing.pending", migration.name(),
                        new CommandText(context.texts(), context.times()).state(command)));
    }

    private Optional<String> due(WatchedMigration migration) {
        var now = feed.serviceTime(migration.key());
        return migration.cleanup().filter(cleanup -> isSoon(cleanup.at(), now))
                .map(_ -> context.texts().get("shell.closing.due", migration.name(),
                        new MigrationText(context.texts(), context.times()).deadline(migration, now)));
    }

    private static boolean isSoon(Instant due, Instant now) {
        return due.isBefore(now.plus(SOON));
    }

    boolean keepsWatching() {
        return keepWatching.decided().orElse(true);
    }

    /**
     * Saves whether the watch goes on.
     *
     * @param then takes why it could not, as a sentence, or an empty text
     */
    void decide(boolean keep, Consumer<String> then) {
        context.whenDone(keepWatching.decide(keep), then);
    }

    /** The watch goes on, or not, after this closing, whatever later ones will know of it. */
    void decideForNow(boolean keep) {
        keepWatching.decideForNow(keep);
    }
}
