package dev.longshore.ui.detail;

import dev.longshore.model.Deadline;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Phase;
import dev.longshore.model.Progress;
import dev.longshore.model.Timed;
import dev.longshore.model.advice.FailureCause;
import dev.longshore.model.cleanup.Collision;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.text.MigrationText;
import dev.longshore.ui.actions.ActionAvailability;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what is known of an import that failed or was aborted. FX thread only. */
public final class FailureText {
    private final UiContext context;
    private final SnapshotFeed feed;
    private final MigrationText text;

    public FailureText(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
        text = new MigrationText(context.texts(), context.times());
    }

    /** True where its status is known to mean that its import failed or was aborted. */
    public static boolean isAbout(WatchedMigration migration) {
        return migration.situation().phase().filter(each -> each == Phase.FAILED || each == Phase.ABORTED).isPresent();
    }

    /** Empty where it is not about this one. */
    public Optional<FailureExplanation> of(WatchedMigration migration) {
        return Optional.ofNullable(migration.lastKnown()).filter(_ -> isAbout(migration))
                .map(known -> failure(migration, known));
    }

    private FailureExplanation failure(WatchedMigration migration, LastKnown known) {
        var failed = known.status().is(Phase.FAILED);
        var message = FailureCause.message(known).orElse("");
        return new FailureExplanation(
                say(failed ? "detail.failure.failed" : "detail.failure.aborted", known.status().raw(),
                        text.sinceWhen(migration)),
                message,
                message.isEmpty() ? silence(known.progress()) : "",
                failed ? FailureCause.of(message) : FailureCause.UNKNOWN,
                say("detail.failure.cause." + (failed ? FailureCause.of(message).name() : "ABORTED")),
                restart(migration),
                migration.cleanup().map(due -> disappears(due, migration))
                        .orElseGet(() -> say("detail.failure.disappears.unknown")),
                warning(migration, known, failed));
    }

    private String silence(@Nullable Timed<Progress> before) {
        return before == null || before.value().text().isBlank()
                ? say("detail.failure.silent")
                : say("detail.failure.silent.before", before.value().text().strip(), context.times().at(before.at()));
    }

    private ActionAvailability restart(WatchedMigration migration) {
        return migration.connection().readOnly()
                ? new ActionAvailability(false, say("detail.failure.readOnly"))
                : new ActionAvailability(true, say("detail.failure.restart.explanation"));
    }

    private String disappears(Deadline due, WatchedMigration migration) {
        var left = Duration.between(feed.serviceTime(migration.key()), due.at());
        return say(
                left.isPositive() ? "detail.failure.disappears" : "detail.failure.disappears.due",
                context.times().duration(left), context.times().at(due.at()), text.deadlineCause(migration));
    }

    /** Of an aborted import that is not launched again only the cleanup is left. */
    private Collision warning(WatchedMigration migration, LastKnown known, boolean failed) {
        Instant now = feed.serviceTime(migration.key());
        return failed
                ? CollisionGuard.atLaunch(now, migration.deadlines(), migration.forecast())
                : CollisionGuard.assess(now, known.status(), migration.deadlines(), migration.forecast());
    }

    private String say(String key, Object... figures) {
        return context.texts().get(key, figures);
    }
}
