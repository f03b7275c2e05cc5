package dev.longshore.ui.actions;

import dev.longshore.model.CleanupTime;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.Ruling;
import dev.longshore.model.cleanup.Collision;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.model.lifecycle.Lifecycle;
import dev.longshore.text.TypedTime;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

/**
 * The time of a cleanup as it is chosen: a date and a time of day, to the minute, in the zone that is shown when it is
 * opened. FX thread only.
 */
final class ScheduleViewModel {
    private static final Duration NEAR = Duration.ofHours(24);
    private static final Duration A_WEEK = Duration.ofDays(7);
    /** A day more than what the guard takes for little, so that it does not warn at once of what was picked. */
    private static final Duration AFTER_IMPORT = CollisionGuard.AMBER_UNDER.plusDays(1);
    /** Further ahead, the year is of another calendar or a slip of the finger. */
    private static final Duration FARTHEST = Duration.ofDays(36_525);

    private final StringProperty date = new SimpleStringProperty(this, "date", "");
    private final StringProperty time = new SimpleStringProperty(this, "time", "");
    private final StringProperty reason = new SimpleStringProperty(this, "reason", "");
    private final BooleanProperty second = new SimpleBooleanProperty(this, "second");
    private final ZoneId zone;
    private final UiContext context;
    private final SnapshotFeed feed;
    private final TypedTime typed;

    /**
     * A time offered by one click.
     *
     * @param label what it is
     * @param at the time, in UTC
     */
    record SuggestedTime(String label, Instant at) {}

    /** Begins with {@code wanted} where a time was asked for elsewhere, else with one at which nothing can be lost. */
    ScheduleViewModel(UiContext context, SnapshotFeed feed, WatchedMigration migration, Optional<Instant> wanted) {
        this.context = context;
        this.feed = feed;
        zone = context.times().zoneId();
        typed = new TypedTime(context.times().region());
        set(wanted.or(() -> safer(migration)).orElseGet(() -> planned(migration).plus(A_WEEK)));
    }

    private Instant planned(WatchedMigration migration) {
        var now = feed.serviceTime(migration.key());
        return migration.cleanup().map(Deadline::at).filter(due -> due.isAfter(now)).orElse(now);
    }

    /** The day as typed, "2026-12-31" or as the language writes it. */
    StringProperty dateProperty() {
        return date;
    }

    /** The day that is typed; empty where it is none. */
    Optional<LocalDate> day() {
        return typed.date(date.get());
    }

    private Optional<LocalTime> timeOfDay() {
        return typed.timeOfDay(time.get());
    }

    /** Hours and minutes as typed, "14:30". */
    StringProperty timeProperty() {
        return time;
    }

    /** Why, in the user's own words, for the record; may stay empty. */
    StringProperty reasonProperty() {
        return reason;
    }

    /** Which of two moments is meant where the clock shows the time twice: the second one if true. */
    BooleanProperty secondProperty() {
        return second;
    }

    /** Calls {@code action} whenever a field has changed. */
    Subscription onChange(Runnable action) {
        return date.subscribe(action).and(time.subscribe(action)).and(second.subscribe(action))
                .and(reason.subscribe(action));
    }

    /** Sets all fields; a begun minute is rounded up, so that the cleanup is never earlier than the time picked. */
    void set(Instant at) {
        var zoned = at.plusSeconds(59).atZone(zone).truncatedTo(ChronoUnit.MINUTES);
        date.set(TypedTime.write(zoned.toLocalDate()));
        time.set(TypedTime.write(zoned.toLocalTime()));
        second.set(zoned.toInstant().equals(zoned.withLaterOffsetAtOverlap().toInstant())
                && !zoned.withEarlierOffsetAtOverlap().equals(zoned));
    }

    /** Times worth a click for this migration. */
    List<SuggestedTime> suggestedTimes(WatchedMigration migration) {
        var from = planned(migration);
        var picks = new ArrayList<SuggestedTime>();
        picks.add(suggestedTime("actions.schedule.pick.day", from.plus(Duration.ofDays(1))));
        picks.add(suggestedTime("actions.schedule.pick.week", from.plus(A_WEEK)));
        if (migration.forecast() instanceof Forecast.Range range) {
            picks.add(suggestedTime("actions.schedule.pick.import", range.latest().plus(AFTER_IMPORT)));
        }
        safer(migration).ifPresent(at -> picks.add(suggestedTime("actions.schedule.pick.safe", at)));
        return picks;
    }

    private Optional<Instant> safer(WatchedMigration migration) {
        return feed.collision(migration).flatMap(Collision::saferTime).map(CleanupTime::at);
    }

    private SuggestedTime suggestedTime(String label, Instant at) {
        return new SuggestedTime(context.texts().get(label), at);
    }

    /** The time that is chosen; empty while the fields do not name one that the service takes. */
    Optional<CleanupTime> chosen() {
        return named().flatMap(each -> each.moment(second.get())).flatMap(CleanupTime::of);
    }

    /** The two moments among which a user chooses where the clock shows the time twice; else empty. */
    Optional<WallClockTime.AmbiguousTime> ambiguousTime() {
        return named().filter(WallClockTime.AmbiguousTime.class::isInstance)
                .map(WallClockTime.AmbiguousTime.class::cast);
    }

    /** A time in the zone shown, in the other one where that differs, and as a distance. */
    String inWords(CleanupTime chosen) {
        var at = chosen.at();
        return context.texts().get("actions.schedule.chosen", context.times().both(at), context.times().distance(at));
    }

    /** What the zone is called at the chosen time. */
    String zoneName() {
        return DateTimeFormatter.ofPattern("zzz", context.times().locale())
                .format(chosen().map(CleanupTime::at).orElseGet(context.clock()::instant).atZone(zone));
    }

    /** The time of day at {@code at} with the name of its offset, "02:30 CEST". */
    String clock(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm zzz", context.times().locale()).format(at.atZone(zone));
    }

    /** Why the chosen time cannot be asked for, as a sentence; empty when it can. */
    Optional<String> refusal(WatchedMigration migration) {
        if (named().orElse(null) instanceof WallClockTime.SkippedTime skippedTime) {
            return Optional.of(skipped(skippedTime));
        }
        return chosen().map(time -> refusal(time, migration)).orElseGet(() -> Optional.of(unreadable()));
    }

    private String unreadable() {
        if (date.get().isBlank() || time.get().isBlank()) {
            return context.texts().get("actions.schedule.incomplete");
        }
        if (day().isPresent()) {
            return timeOfDay().isPresent() ? context.texts().get("actions.schedule.far", date.get().strip())
                    : context.texts().get("actions.schedule.noTime", time.get().strip());
        }
        var example = LocalDate.of(context.times().zoned(context.clock().instant()).getYear(), 12, 31);
        return context.texts().get("actions.schedule.noDate", date.get().strip(), TypedTime.write(example));
    }

    private String skipped(WallClockTime.SkippedTime skippedTime) {
        var before = TypedTime.write(skippedTime.at().atZone(zone).toLocalTime().minus(skippedTime.by()));
        return context.texts().get("actions.schedule.gap", before, clock(skippedTime.at()));
    }

    /** Why that time cannot be asked for, as a sentence; empty when it can. */
    Optional<String> refusal(CleanupTime time, WatchedMigration migration) {
        if (time.at().isAfter(feed.serviceTime(migration.key()).plus(FARTHEST))) {
            return Optional.of(context.texts().get("actions.schedule.far", date.get().strip()));
        }
        return switch (Lifecycle.scheduling(time, feed.situation(migration))) {
            case Ruling.Allowed _ -> Optional.empty();
            case Ruling.Denied denied when denied.rule() == Ruling.LifecycleRule.TIME_IN_THE_PAST -> Optional.of(
                    context.sentence(denied.why()) + " " + context.texts().get("actions.schedule.past"));
            case Ruling.Denied denied -> Optional.of(context.sentence(denied.why()));
        };
    }

    /** True when the chosen time is later than the one that is planned. */
    boolean isLater(WatchedMigration migration) {
        var planned = migration.cleanup().map(Deadline::at);
        return chosen().filter(time -> planned.filter(time.at()::isAfter).isPresent()).isPresent();
    }

    /** True when data may die sooner than now planned, or within a day: then the name is asked for. */
    boolean isGrave(WatchedMigration migration) {
        return chosen().filter(time -> isGrave(time, migration)).isPresent();
    }

    /** The same for that time. */
    boolean isGrave(CleanupTime time, WatchedMigration migration) {
        var planned = migration.cleanup().map(Deadline::at);
        return planned.isEmpty() || time.at().isBefore(planned.get())
                || time.at().isBefore(feed.serviceTime(migration.key()).plus(NEAR));
    }

    private Optional<WallClockTime> named() {
        return local().map(each -> WallClockTime.of(each, zone));
    }

    private Optional<LocalDateTime> local() {
        return day().flatMap(day -> timeOfDay().map(day::atTime));
    }
}
