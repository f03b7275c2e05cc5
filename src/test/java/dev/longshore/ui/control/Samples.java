package dev.longshore.ui.control;

import dev.longshore.model.Action;
import dev.longshore.model.BlindSpan;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Observation;
import dev.longshore.model.Progress;
import dev.longshore.model.Status;
import dev.longshore.model.Timeline;
import dev.longshore.model.Turn;
import dev.longshore.ui.fx.Texts;
import dev.longshore.ui.fx.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Timelines as they come in life, around one fixed moment. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-21T13:30:00Z");
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final MigrationKey KEY = key("orders");

    private Samples() {}

    public static MigrationKey key(String id) {
        return new MigrationKey(new ConnectionId("c1"), new MigrationRef(new DatabaseId("db1"), new MigrationId(id)));
    }

    public static TimeText time() {
        return new TimeText(InstantSource.fixed(NOW), BERLIN, new Texts(Locale.ENGLISH));
    }

    static Instant ago(Duration duration) {
        return NOW.minus(duration);
    }

    public static Instant days(double days) {
        return NOW.plusSeconds(Math.round(days * Duration.ofDays(1).toSeconds()));
    }

    static Instant minutes(long minutes) {
        return NOW.plusSeconds(minutes * 60);
    }

    /** An import of two days, with all that can happen to one. */
    static Timeline busy() {
        return new Timeline(
                NOW,
                List.of(
                        span("Initializing", -6.2, -6.18),
                        span("ReceivingFiles", -6.18, -3.1),
                        span("STARTING", -3.1, -3.09),
                        span("ImportInProgress", -3.09, -1.4),
                        span("Paused", -1.4, -1.2),
                        since("ImportInProgress", days(-1.2))),
                busyEvents(),
                List.of(
                        new BlindSpan(KEY, days(-5.2), days(-4.6), BlindSpan.Cause.CLOSED),
                        new BlindSpan(KEY, days(-0.7), days(-0.45), BlindSpan.Cause.ASLEEP)),
                List.of(
                        new Deadline(minutes(42), Deadline.Cause.CREDENTIALS, minutes(-1)),
                        new Deadline(days(1.9), Deadline.Cause.CLEANUP_SCHEDULED, minutes(-1))),
                new Forecast.Range(minutes(6 * 60), minutes(9 * 60), "From the last 24 hours of progress."));
    }

    private static List<Timeline.Event> busyEvents() {
        var launch = asked("1", Action.LAUNCH, days(-3.11));
        var pause = asked("2", Action.PAUSE, days(-1.42));
        var resume = asked("3", Action.RESUME, days(-1.21));
        var refused = asked("4", Action.CLEAN_UP, days(-0.3));
        var open = asked("5", Action.PAUSE, minutes(-3));
        return List.of(
                new Timeline.Event.ChangedByOthers(days(-5.9), Status.of("Initializing"), Status.of("ReceivingFiles")),
                reached(launch, new CommandState.Requested(days(-3.11))),
                reached(launch, new CommandState.Accepted(days(-3.109))),
                reached(launch, new CommandState.Observed(days(-3.1))),
                new Timeline.Event.Sealed(days(-3.1)),
                new Timeline.Event.CleanupMoved(days(-2.2), days(1), days(1.9)),
                reached(pause, new CommandState.Requested(days(-1.42))),
                reached(pause, new CommandState.Observed(days(-1.4))),
                reached(resume, new CommandState.Requested(days(-1.21))),
                reached(resume, new CommandState.Accepted(days(-1.209))),
                reached(resume, new CommandState.Observed(days(-1.2))),
                new Timeline.Event.NoAbort(days(-0.9)),
                reached(refused, new CommandState.Requested(days(-0.3))),
                reached(refused, new CommandState.Refused(days(-0.29), "A cleanup never runs during an import.")),
                reached(open, new CommandState.Requested(minutes(-3))),
                reached(open, new CommandState.Accepted(minutes(-2))));
    }

    /** A migration that was made a few minutes ago. */
    static Timeline fresh() {
        return new Timeline(
                NOW,
                List.of(
                        new Timeline.Span(
                                Status.of("INITIALIZING"), Turn.seen(minutes(-9)), Turn.seen(minutes(-4))),
                        since("READY", minutes(-4))),
                List.of(),
                List.of(),
                List.of(
                        new Deadline(minutes(56), Deadline.Cause.CREDENTIALS, NOW),
                        new Deadline(days(6.99), Deadline.Cause.CLEANUP_IDLE, NOW)),
                new Forecast.Unknown("No import runs."));
    }

    /** One that is over, with an unknown word on the way. */
    static Timeline closed() {
        return new Timeline(
                NOW,
                List.of(
                        span("ReceivingFiles", -30, -22),
                        span("ImportInProgress", -22, -16),
                        span("ImportFailed", -16, -14),
                        span("Reticulating", -14, -13.2),
                        span("MigrationDone", -13.2, -8),
                        span("CleaningUpFiles", -8, -7.8),
                        since("Closed", days(-7.8))),
                List.of(new Timeline.Event.Sealed(days(-22)), new Timeline.Event.NoAbort(days(-19))),
                List.of(new BlindSpan(KEY, days(-13), days(-9), BlindSpan.Cause.UNREACHABLE)),
                List.of(),
                new Forecast.Unknown("It is over."));
    }

    /** Many requests within minutes. */
    static Timeline crowded() {
        var events = IntStream.range(0, 40)
                .mapToObj(each -> reached(
                        asked("c" + each, each % 2 == 0 ? Action.PAUSE : Action.RESUME, minutes(-400 + each * 7)),
                        new CommandState.Requested(minutes(-400 + each * 7))))
                .toList();
        return new Timeline(
                NOW,
                List.of(since("ImportInProgress", days(-1))),
                events,
                List.of(),
                List.of(new Deadline(minutes(120), Deadline.Cause.CLEANUP_SCHEDULED, NOW)),
                new Forecast.Range(minutes(60), minutes(300), "From the last hour of progress."));
    }

    private static Timeline.Span span(String word, double from, double to) {
        return new Timeline.Span(Status.of(word), Turn.seen(days(from)), Turn.seen(days(to)));
    }

    private static Timeline.Span since(String word, Instant from) {
        return new Timeline.Span(Status.of(word), Turn.seen(from), null);
    }

    /** Taken on while it imported, not watched while that ended, and asked seldom since. */
    static Timeline unseen() {
        var ended = new Turn(days(-1), days(-0.6));
        var cleaned = new Turn(days(-0.25), days(-0.1));
        return new Timeline(
                NOW,
                List.of(
                        new Timeline.Span(Status.of("ImportInProgress"), new Turn(null, days(-3)), ended),
                        new Timeline.Span(Status.of("MigrationDone"), ended, cleaned),
                        new Timeline.Span(Status.of("CleaningUpFiles"), cleaned, null)),
                List.of(),
                List.of(new BlindSpan(KEY, days(-1), days(-0.6), BlindSpan.Cause.CLOSED)),
                List.of(),
                new Forecast.Unknown("It is over."));
    }

    private static Command asked(String id, Action action, Instant at) {
        return new Command(id, KEY, action, null, List.of(new CommandState.Requested(at)));
    }

    private static Timeline.Event reached(Command command, CommandState state) {
        return new Timeline.Event.CommandReached(state.at(), command, state);
    }

    /** An import of a day, at 62 %, with a gap. */
    static ProgressPlot.Course course() {
        var observations = IntStream.range(0, 120)
                .filter(each -> each < 60 || each > 80)
                .mapToObj(each -> observation(minutes(-1200 + each * 10), each * 0.52))
                .toList();
        return new ProgressPlot.Course(NOW, ProgressCurve.points(observations),
                List.of(new BlindSpan(KEY, minutes(-610), minutes(-390), BlindSpan.Cause.ASLEEP)),
                new Forecast.Range(minutes(6 * 60), minutes(9 * 60), "From the last 24 hours of progress."));
    }

    static Observation observation(Instant at, double percent) {
        return new Observation(
                KEY, at, Status.of("ImportInProgress"), new Progress.Known("about " + percent, percent), null, null,
                null, null);
    }

    /** An answer without a number in its progress text. */
    static Observation silent(Instant at) {
        return new Observation(
                KEY, at, Status.of("ImportInProgress"), new Progress.Unknown("discovering"), null, null, null, null);
    }
}
