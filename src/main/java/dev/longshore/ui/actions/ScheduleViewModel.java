package dev.longshore.ui.actions;

import dev.longshore.model.CollisionGuard;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Lifecycle;
import dev.longshore.model.Ruling;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The time of a cleanup as it is chosen: a date and a time of day in the zone shown, to the minute. FX thread only. */
final class ScheduleViewModel {
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("H:mm");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm");
    private static final Duration NEAR = Duration.ofHours(24);
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration AFTER_IMPORT = Duration.ofHours(48);

    private final ObjectProperty<@Nullable LocalDate> date = new SimpleObjectProperty<>(this, "date");
    private final StringProperty time = new SimpleStringProperty(this, "time", "");
    private final Ui ui;
    private final Feed feed;

    /**
     * A time offered by one click.
     *
     * @param label what it is
     * @param at the time, in UTC
     */
    record Pick(String label, Instant at) {}

    /** Begins with {@code wanted} where a time was asked for elsewhere, else with one at which nothing can be lost. */
    ScheduleViewModel(Ui ui, Feed feed, WatchedMigration migration, Optional<Instant> wanted) {
        this.ui = ui;
        this.feed = feed;
        set(wanted.or(() -> safer(migration)).orElseGet(() -> planned(migration).plus(A_WEEK)));
    }

    private Instant planned(WatchedMigration migration) {
        return migration.cleanup().map(Deadline::at).orElseGet(() -> feed.serviceTime(migration.key()));
    }

    ObjectProperty<@Nullable LocalDate> dateProperty() {
        return date;
    }

    /** Hours and minutes as typed, "14:30". */
    StringProperty timeProperty() {
        return time;
    }

    /** Sets both fields; a begun minute is rounded up, so that the cleanup is never earlier than the time picked. */
    void set(Instant at) {
        var zoned = ui.times().zoned(at.plusSeconds(59)).truncatedTo(ChronoUnit.MINUTES);
        date.set(zoned.toLocalDate());
        time.set(SHOWN.format(zoned));
    }

    /** Times worth a click for this migration. */
    List<Pick> picks(WatchedMigration migration) {
        var from = planned(migration);
        var picks = new ArrayList<Pick>();
        picks.add(pick("actions.schedule.pick.day", from.plus(Duration.ofDays(1))));
        picks.add(pick("actions.schedule.pick.week", from.plus(A_WEEK)));
        if (migration.forecast() instanceof Forecast.Range range) {
            picks.add(pick("actions.schedule.pick.import", range.latest().plus(AFTER_IMPORT)));
        }
        safer(migration).ifPresent(at -> picks.add(pick("actions.schedule.pick.safe", at)));
        return picks;
    }

    private Optional<Instant> safer(WatchedMigration migration) {
        return Optional.ofNullable(migration.lastKnown()).map(LastKnown::status).flatMap(status -> CollisionGuard.judge(
                feed.serviceTime(migration.key()), status, migration.deadlines(), migration.forecast()).saferTime());
    }

    private Pick pick(String label, Instant at) {
        return new Pick(ui.texts().get(label), at);
    }

    /** The time that is chosen, in UTC; empty while the fields do not name one. */
    Optional<Instant> chosen() {
        return local().filter(each -> offsets(each) > 0).map(each -> each.atZone(ui.times().zoneId()).toInstant());
    }

    /** The chosen time in local time, in UTC and as a distance; and whether the clock shows it twice. */
    String inWords() {
        return chosen().map(this::words).orElse("");
    }

    private String words(Instant at) {
        var said = ui.texts().get(
                "actions.schedule.chosen", ui.times().local(at), ui.times().utc(at), ui.times().distance(at));
        return local().filter(each -> offsets(each) > 1).isPresent()
                ? said + "\n" + ui.texts().get("actions.schedule.twice", ui.times().at(at))
                : said;
    }

    /** Why the chosen time cannot be asked for, as a sentence; empty when it can. */
    Optional<String> refusal(WatchedMigration migration) {
        if (local().isEmpty()) {
            return Optional.of(ui.texts().get("actions.schedule.incomplete"));
        }
        return chosen().map(at -> refusal(at, migration))
                .orElseGet(() -> Optional.of(ui.texts().get("actions.schedule.gap")));
    }

    private Optional<String> refusal(Instant at, WatchedMigration migration) {
        return switch (Lifecycle.scheduling(at, feed.situation(migration))) {
            case Ruling.Allowed _ -> Optional.empty();
            case Ruling.Forbidden forbidden when forbidden.rule() == Ruling.Rule.TIME_IN_THE_PAST -> Optional.of(
                    forbidden.why() + " " + ui.texts().get("actions.schedule.past"));
            case Ruling.Forbidden forbidden -> Optional.of(forbidden.why());
        };
    }

    /** True when data may die sooner than now planned, or within a day: then the name is asked for. */
    boolean isGrave(WatchedMigration migration) {
        var planned = migration.cleanup().map(Deadline::at);
        return chosen().filter(at -> planned.isEmpty() || at.isBefore(planned.get())
                || at.isBefore(feed.serviceTime(migration.key()).plus(NEAR))).isPresent();
    }

    private int offsets(LocalDateTime each) {
        return ui.times().zoneId().getRules().getValidOffsets(each).size();
    }

    private Optional<LocalDateTime> local() {
        var day = date.get();
        try {
            return day == null ? Optional.empty() : Optional.of(day.atTime(LocalTime.parse(time.get().strip(), TYPED)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
