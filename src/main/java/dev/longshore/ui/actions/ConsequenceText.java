package dev.longshore.ui.actions;

import static dev.longshore.model.Deadline.Cause.CLEANUP_SCHEDULED;

import dev.longshore.model.Action;
import dev.longshore.model.Deadline;
import dev.longshore.model.Phase;
import dev.longshore.text.MigrationText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an action will do to this migration, in plain words and with its own figures. */
public final class ConsequenceText {
    private final UiContext context;
    private final SnapshotFeed feed;
    private final MigrationText text;

    public ConsequenceText(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
        text = new MigrationText(context.texts(), context.times());
    }

    public String of(Action action, WatchedMigration migration) {
        return switch (action) {
            case PAUSE -> say("text.action.PAUSE.explanation");
            case RESUME -> say("text.action.RESUME.explanation");
            case LAUNCH -> say("actions.launch.consequence", migration.name());
            case SCHEDULE_CLEANUP -> lines(planned(migration), schedule(migration));
            case CLEAN_UP -> lines(say("actions.cleanUp.consequence", migration.name()), notImported(migration));
            case ABORT -> lines(
                    say("actions.abort.consequence", migration.name()), progress(migration),
                    say("actions.abort.noReturn"));
        };
    }

    /** What it means that its launch is approved for when it is its turn. */
    String ofApproval(WatchedMigration migration) {
        var isOn = feed.snapshotProperty().get()
                .queue(migration.key().databaseKey()).isOn();
        return lines(say("actions.approve.consequence", migration.name()),
                isOn ? "" : say("actions.approve.queueOff"));
    }

    /** True where the cleanup that is planned is known to be one that somebody scheduled. */
    static boolean isScheduled(WatchedMigration migration) {
        return migration.cleanup().map(Deadline::cause).filter(CLEANUP_SCHEDULED::equals).isPresent();
    }

    /** Of an import nothing is said where none can run any more, and of the clock nothing where that is old news. */
    private String schedule(WatchedMigration migration) {
        var phase = migration.situation().phase();
        var mayImport = phase.filter(each -> each == Phase.ABORTED || !each.hasFilesToLose()).isEmpty();
        return Stream.of(
                say("actions.schedule.consequence", migration.name()),
                mayImport && !isScheduled(migration) ? say("actions.schedule.overridesIdle") : "",
                mayImport ? say("actions.schedule.duringImport") : "")
                .filter(each -> !each.isEmpty()).collect(Collectors.joining(" "));
    }

    private String planned(WatchedMigration migration) {
        return migration.cleanup().map(Deadline::at).map(this::planned).orElseGet(() -> say("actions.schedule.noPlan"));
    }

    private String planned(Instant at) {
        return say(
                "actions.schedule.plan", context.times().both(at), context.times().distance(at));
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
        return context.texts().get(key, figures);
    }
}
