package dev.longshore.ui.control.timeline;

import dev.longshore.model.Action;
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
import dev.longshore.model.StatusChange;
import dev.longshore.model.WatchGap;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ForecastFact;
import dev.longshore.model.timeline.Timeline;
import dev.longshore.text.Texts;
import dev.longshore.ui.control.plot.ProgressCurve;
import dev.longshore.ui.control.plot.ProgressPlot;
import dev.longshore.ui.fx.WindowTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Timelines as they come in life, around one fixed moment. */
public final class SampleTimelines {
    public static final Instant NOW = Instant.parse("2026-11-21T13:30:00Z");
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    public static final MigrationKey KEY = key("orders");

    private SampleTimelines() {}

    public static MigrationKey key(String id) {
        return new MigrationKey(new ConnectionId("c1"), new MigrationRef(new DatabaseId("db1"), new MigrationId(id)));
    }

    public static WindowTimes time() {
        return new WindowTimes(InstantSource.fixed(NOW), BERLIN, new Texts(Locale.ENGLISH), Locale.GERMANY);
    }

    static Instant ago(Duration duration) {
        return NOW.minus(duration);
    }

    public static Instant days(double days) {
        return NOW.plusSeconds(Math.round(days * Duration.ofDays(1).toSeconds()));
    }

    public static Instant minutes(long minutes) {
        return NOW.plusSeconds(minutes * 60);
    }

    /** An import of two days, with all that can happen to one. */
    static Timeline busy() {
        return new Timeline(
                NOW,
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
                        new WatchGap(KEY, days(-5.2), days(-4.6), WatchGap.Reason.CLOSED),
                        new WatchGap(KEY, days(-0.7), days(-0.45), WatchGap.Reason.ASLEEP)),
                List.of(
                        new Deadline(minutes(42), Deadline.Cause.CREDENTIALS, minutes(-1)),
                        new Deadline(days(1.9), Deadline.Cause.CLEANUP_SCHEDULED, minutes(-1))),
                new Forecast.Range(minutes(6 * 60), minutes(9 * 60),
                        Fact.recorded("From the last 24 hours of progress.")));
    }

    private static List<Timeline.TimelineEvent> busyEvents() {
        var launch = requested("1", Action.LAUNCH, days(-3.11));
        var pause = requested("2", Action.PAUSE, days(-1.42));
        var resume = requested("3", Action.RESUME, days(-1.21));
        var refused = requested("4", Action.CLEAN_UP, days(-0.3));
        var open = requested("5", Action.PAUSE, minutes(-3));
        return List.of(
                new Timeline.TimelineEvent.ChangedByOthers(days(-5.9), Status.of("Initializing"),
                        Status.of("ReceivingFiles")),
                reached(launch, new CommandState.Requested(days(-3.11))),
                reached(launch, new CommandState.Accepted(days(-3.109))),
                reached(launch, new CommandState.Observed(days(-3.1))),
                new Timeline.TimelineEvent.Sealed(days(-3.1)),
                new Timeline.TimelineEvent.CleanupMoved(days(-2.2), days(1), days(1.9)),
                reached(pause, new CommandState.Requested(days(-1.42))),
                reached(pause, new CommandState.Observed(days(-1.4))),
                reached(resume, new CommandState.Requested(days(-1.21))),
                reached(resume, new CommandState.Accepted(days(-1.209))),
                reached(resume, new CommandState.Observed(days(-1.2))),
                new Timeline.TimelineEvent.PointOfNoReturnPassed(days(-0.9)),
                reached(refused, new CommandState.Requested(days(-0.3))),
                reached(refused,
                        new CommandState.Refused(days(-0.29), Fact.recorded("A cleanup never runs during an import."))),
                reached(open, new CommandState.Requested(minutes(-3))),
                reached(open, new CommandState.Accepted(minutes(-2))));
    }

    /** A migration that was made a few minutes ago. */
    static Timeline fresh() {
        return new Timeline(
                NOW,
                NOW,
                List.of(
                        new Timeline.Span(
                                Status.of("INITIALIZING"), StatusChange.at(minutes(-9)), StatusChange.at(minutes(-4))),
                        since("READY", minutes(-4))),
                List.of(),
                List.of(),
                List.of(
                        new Deadline(minutes(56), Deadline.Cause.CREDENTIALS, NOW),
                        new Deadline(days(6.99), Deadline.Cause.CLEANUP_IDLE, NOW)),
                new Forecast.NoForecast(Fact.of(ForecastFact.NO_IMPORT)));
    }

    /** One that is over, with an unknown word on the way. */
    static Timeline closed() {
        return new Timeline(
                NOW,
                NOW,
                List.of(
                        span("ReceivingFiles", -30, -22),
                        span("ImportInProgress", -22, -16),
                        span("ImportFailed", -16, -14),
                        span("Reticulating", -14, -13.2),
                        span("MigrationDone", -13.2, -8),
                        span("CleaningUpFiles", -8, -7.8),
                        since("Closed", days(-7.8))),
                List.of(new Timeline.TimelineEvent.Sealed(days(-22)),
                        new Timeline.TimelineEvent.PointOfNoReturnPassed(days(-19))),
                List.of(new WatchGap(KEY, days(-13), days(-9), WatchGap.Reason.UNREACHABLE)),
                List.of(),
                new Forecast.NoForecast(Fact.recorded("It is over.")));
    }

    /** Many requests within minutes. */
    static Timeline crowded() {
        var events = IntStream.range(0, 40)
                .mapToObj(each -> reached(
                        requested("c" + each, each % 2 == 0 ? Action.PAUSE : Action.RESUME, minutes(-400 + each * 7)),
                        new CommandState.Requested(minutes(-400 + each * 7))))
                .toList();
        return new Timeline(
                NOW,
                NOW,
                List.of(since("ImportInProgress", days(-1))),
                events,
                List.of(),
                List.of(new Deadline(minutes(120), Deadline.Cause.CLEANUP_SCHEDULED, NOW)),
                new Forecast.Range(minutes(60), minutes(300), Fact.recorded("From the last hour of progress.")));
    }

    private static Timeline.Span span(String word, double from, double to) {
        return new Timeline.Span(Status.of(word), StatusChange.at(days(from)), StatusChange.at(days(to)));
    }

    private static Timeline.Span since(String word, Instant from) {
        return new Timeline.Span(Status.of(word), StatusChange.at(from), null);
    }

    /** Taken on while it imported, not watched while that ended, and asked seldom since. */
    static Timeline unseen() {
        var ended = new StatusChange(days(-1), days(-0.6));
        var cleaned = new StatusChange(days(-0.25), days(-0.1));
        return new Timeline(
                NOW,
                NOW,
                List.of(
                        new Timeline.Span(Status.of("ImportInProgress"), new StatusChange(null, days(-3)), ended),
                        new Timeline.Span(Status.of("MigrationDone"), ended, cleaned),
                        new Timeline.Span(Status.of("CleaningUpFiles"), cleaned, null)),
                List.of(),
                List.of(new WatchGap(KEY, days(-1), days(-0.6), WatchGap.Reason.CLOSED)),
                List.of(),
                new Forecast.NoForecast(Fact.recorded("It is over.")));
    }

    private static Command requested(String id, Action action, Instant at) {
        return new Command(id, KEY, action, null, List.of(new CommandState.Requested(at)));
    }

    private static Timeline.TimelineEvent reached(Command command, CommandState state) {
        return new Timeline.TimelineEvent.CommandChanged(state.at(), command, state);
    }

    /** An import of a day, at 62 %, with a gap. */
    public static ProgressPlot.PlotData plotData() {
        var observations = IntStream.range(0, 120)
                .filter(each -> each < 60 || each > 80)
                .mapToObj(each -> observation(minutes(-1200 + each * 10), each * 0.52))
                .toList();
        return new ProgressPlot.PlotData(NOW, ProgressCurve.points(observations),
                List.of(new WatchGap(KEY, minutes(-610), minutes(-390), WatchGap.Reason.ASLEEP)),
                new Forecast.Range(minutes(6 * 60), minutes(9 * 60),
                        Fact.recorded("From the last 24 hours of progress.")));
    }

    public static Observation observation(Instant at, double percent) {
        return new Observation(
                KEY, at, Status.of("ImportInProgress"), new Progress("about " + percent, OptionalDouble.of(percent)),
                null,
                null,
                null, null);
    }

    /** An answer without a number in its progress text. */
    public static Observation silent(Instant at) {
        return new Observation(
                KEY, at, Status.of("ImportInProgress"), new Progress("discovering", OptionalDouble.empty()), null, null,
                null,
                null);
    }
}
