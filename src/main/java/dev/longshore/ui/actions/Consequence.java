package dev.longshore.ui.actions;

import dev.longshore.model.Action;
import dev.longshore.model.CollisionGuard;
import dev.longshore.model.Deadline;
import dev.longshore.model.Phase;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.text.MigrationText;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an action will do to this migration, in plain words and with its own figures. */
final class Consequence {
    private final Ui ui;
    private final Feed feed;
    private final MigrationText text;

    Consequence(Ui ui, Feed feed) {
        this.ui = ui;
        this.feed = feed;
        text = new MigrationText(ui.texts(), ui.times());
    }

    String of(Action action, WatchedMigration migration) {
        return switch (action) {
            case PAUSE -> say("text.action.pause.explanation");
            case RESUME -> say("text.action.resume.explanation");
            case LAUNCH -> lines(say("actions.launch.consequence", migration.name()), atLaunch(migration));
            case SCHEDULE_CLEANUP -> lines(
                    planned(migration), say("actions.schedule.consequence", migration.name()));
            case CLEAN_UP -> lines(say("actions.cleanUp.consequence", migration.name()), notImported(migration));
            case ABORT -> lines(
                    say("actions.abort.consequence", migration.name()), progress(migration),
                    say("actions.abort.noReturn"));
        };
    }

    private String atLaunch(WatchedMigration migration) {
        return CollisionGuard.atLaunch(
                feed.serviceTime(migration.key()), migration.deadlines(), migration.forecast()).paragraph();
    }

    private String planned(WatchedMigration migration) {
        return migration.cleanup().map(Deadline::at).map(this::planned).orElseGet(() -> say("actions.schedule.noPlan"));
    }

    private String planned(Instant at) {
        return say(
                "actions.schedule.plan", ui.times().local(at), ui.times().utc(at), ui.times().distance(at));
    }

    private String notImported(WatchedMigration migration) {
        var done = migration.situation().phase().filter(Phase.MIGRATION_DONE::equals).isPresent();
        return say(done ? "actions.cleanUp.imported" : "actions.cleanUp.notImported");
    }

    private String progress(WatchedMigration migration) {
        var words = Optional.of(text.progressText(migration)).filter(each -> !each.isBlank());
        return words.map(each -> say("actions.abort.progress", each)).orElse("");
    }

    private static String lines(String... sentences) {
        return Stream.of(sentences).filter(each -> !each.isBlank()).collect(Collectors.joining("\n"));
    }

    private String say(String key, Object... figures) {
        return ui.texts().get(key, figures);
    }
}
