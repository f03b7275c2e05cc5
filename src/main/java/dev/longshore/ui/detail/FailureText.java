package dev.longshore.ui.detail;

import dev.longshore.model.Collision;
import dev.longshore.model.CollisionGuard;
import dev.longshore.model.Deadline;
import dev.longshore.model.FailureCause;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Observed;
import dev.longshore.model.Phase;
import dev.longshore.model.Progress;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.actions.Offer;
import dev.longshore.ui.text.MigrationText;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what is known of an import that failed or was aborted. FX thread only. */
final class FailureText {
    private final Ui ui;
    private final Feed feed;
    private final MigrationText text;

    FailureText(Ui ui, Feed feed) {
        this.ui = ui;
        this.feed = feed;
        text = new MigrationText(ui.texts(), ui.times());
    }

    /** True where its status is known to mean that its import failed or was aborted. */
    static boolean isAbout(WatchedMigration migration) {
        return migration.situation().phase().filter(each -> each == Phase.FAILED || each == Phase.ABORTED).isPresent();
    }

    /** Empty where it is not about this one. */
    Optional<Failure> of(WatchedMigration migration) {
        return Optional.ofNullable(migration.lastKnown()).filter(_ -> isAbout(migration))
                .map(known -> failure(migration, known));
    }

    private Failure failure(WatchedMigration migration, LastKnown known) {
        var failed = known.status().is(Phase.FAILED);
        var message = Optional.ofNullable(known.progress())
                .filter(said -> !said.at().isBefore(known.since()) && !said.value().text().isBlank())
                .map(said -> said.value().text()).orElse("");
        return new Failure(
                say(failed ? "detail.failure.failed" : "detail.failure.aborted", known.status().raw(),
                        text.sinceWhen(migration)),
                message,
                message.isEmpty() ? silence(known.progress()) : "",
                say("detail.failure.cause." + (failed ? FailureCause.of(message).name() : "ABORTED")),
                restart(migration),
                migration.cleanup().map(due -> disappears(due, migration))
                        .orElseGet(() -> say("detail.failure.disappears.unknown")),
                warning(migration, known, failed));
    }

    private String silence(@Nullable Observed<Progress> before) {
        return before == null || before.value().text().isBlank()
                ? say("detail.failure.silent")
                : say("detail.failure.silent.before", before.value().text().strip(), ui.times().at(before.at()));
    }

    private Offer restart(WatchedMigration migration) {
        return migration.connection().readOnly()
                ? new Offer(false, say("detail.failure.readOnly"))
                : new Offer(true, say("detail.failure.restart.explanation"));
    }

    private String disappears(Deadline due, WatchedMigration migration) {
        var left = Duration.between(feed.serviceTime(migration.key()), due.at());
        return say(
                left.isPositive() ? "detail.failure.disappears" : "detail.failure.disappears.due",
                ui.times().duration(left), ui.times().at(due.at()), text.deadlineCause(migration));
    }

    /** Of an aborted import that is not launched again only the cleanup is left. */
    private Collision warning(WatchedMigration migration, LastKnown known, boolean failed) {
        Instant now = feed.serviceTime(migration.key());
        return failed
                ? CollisionGuard.atLaunch(now, migration.deadlines(), migration.forecast())
                : CollisionGuard.judge(now, known.status(), migration.deadlines(), migration.forecast());
    }

    private String say(String key, Object... figures) {
        return ui.texts().get(key, figures);
    }
}
