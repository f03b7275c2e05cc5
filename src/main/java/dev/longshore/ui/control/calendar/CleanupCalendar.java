package dev.longshore.ui.control.calendar;

import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.FreezeWindow.FreezePeriod;
import dev.longshore.text.Texts;
import dev.longshore.ui.fx.WindowTimes;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;

/**
 * Deadlines in a calendar: month, week or agenda, also what has run and when imports are expected to end. Has the ID {@code cleanupCalendar}. It shows and asks only: an entry
 * that is dragged to another day or hour is handed to {@link #onMoveProperty()} and stays where it was. FX thread only.
 */
public final class CleanupCalendar extends Control {
    private final ObjectProperty<EntryIndex> entries;
    private final ObjectProperty<CalendarViewMode> view = new SimpleObjectProperty<>(this, "view",
            CalendarViewMode.MONTH);
    private final ObjectProperty<LocalDate> shown;
    private final ObjectProperty<LocalDate> today;
    private final ObjectProperty<List<FreezeWindow>> freezes = new SimpleObjectProperty<>(this, "freezes", List.of());
    private final ObjectProperty<Locale> locale = new SimpleObjectProperty<>(this, "locale");
    private final ObjectProperty<Consumer<CleanupEntry>> onEntry = new SimpleObjectProperty<>(this, "onEntry", _ -> {});
    private final ObjectProperty<Consumer<CleanupEntry>> onSchedule = new SimpleObjectProperty<>(this, "onSchedule",
            _ -> {});
    private final ObjectProperty<BiConsumer<CleanupEntry, ZonedDateTime>> onMove = new SimpleObjectProperty<>(this,
            "onMove", (_, _) -> {});
    private final Texts texts;
    private final WindowTimes time;
    private final EntryText text;

    /** How much of the calendar is seen at once. */
    public enum CalendarViewMode {
        MONTH,
        WEEK,
        AGENDA
    }

    /** An empty calendar at today's month, whose times and zone are those of {@code time}. */
    public CleanupCalendar(WindowTimes time) {
        this.time = time;
        texts = time.texts();
        locale.set(time.region());
        text = new EntryText(texts, time);
        var now = time.zoned(time.now()).toLocalDate();
        shown = new SimpleObjectProperty<>(this, "shown", now);
        today = new SimpleObjectProperty<>(this, "today", now);
        entries = new SimpleObjectProperty<>(this, "entries", EntryIndex.of(List.of(), time.zoneId()));
        setId("cleanupCalendar");
        getStyleClass().add("cleanup-calendar");
        setFocusTraversable(false);
        setAccessibleRole(AccessibleRole.PARENT);
        entries.subscribe(_ -> today.set(time.zoned(time.now()).toLocalDate()));
        time.zoneProperty().subscribe(_ -> entries.set(entries.get().in(time.zoneId())));
    }

    /** Loads what is known of weeks in {@code region}, which takes long the first time; on any thread. */
    public static void prepare(Locale region) {
        CalendarDays.daysOfWeek(region);
    }

    /** What is due, by the days of the zone shown. */
    public ObjectProperty<EntryIndex> entriesProperty() {
        return entries;
    }

    /** The freeze windows that are drawn. */
    public ObjectProperty<List<FreezeWindow>> freezesProperty() {
        return freezes;
    }

    /** The freezes that touch {@code day} in the zone shown, by their beginning. */
    List<FreezePeriod> freezesOn(LocalDate day) {
        return freezes.get().isEmpty() ? List.of()
                : FreezeWindow.between(freezes.get(), day.atStartOfDay(time.zoneId()).toInstant(),
                        day.plusDays(1).atStartOfDay(time.zoneId()).toInstant()).toList();
    }

    /** Which freezes these are, a line each; empty where there is none. */
    String frozen(List<FreezePeriod> periods) {
        return periods.stream().map(each -> texts.get("control.calendar.frozen", each.window().name(),
                time.at(each.from()), time.at(each.until()))).collect(Collectors.joining("\n"));
    }

    /** Month, week or agenda. */
    public ObjectProperty<CalendarViewMode> viewProperty() {
        return view;
    }

    /** The day that is selected; its month, its week, or the agenda from it on is shown. */
    public ObjectProperty<LocalDate> shownProperty() {
        return shown;
    }

    /** Which day is marked as today, in the zone shown; looked up whenever entries or zone are set. */
    public ObjectProperty<LocalDate> todayProperty() {
        return today;
    }

    /** Decides the first day of the week and how weeks are numbered. */
    public ObjectProperty<Locale> localeProperty() {
        return locale;
    }

    /** Called when the user wants to see the migration of an entry. */
    public ObjectProperty<Consumer<CleanupEntry>> onEntryProperty() {
        return onEntry;
    }

    /** Called when the user wants to choose another time for a cleanup. */
    public ObjectProperty<Consumer<CleanupEntry>> onScheduleProperty() {
        return onSchedule;
    }

    /** Called when a user drags an entry to another time, in the zone shown; the entry itself does not move. */
    public ObjectProperty<BiConsumer<CleanupEntry, ZonedDateTime>> onMoveProperty() {
        return onMove;
    }

    YearMonth month() {
        return YearMonth.from(shown.get());
    }

    EntryIndex entries() {
        return entries.get();
    }

    /** Shows what is known of {@code entry} beside {@code anchor}. */
    void open(CleanupEntry entry, Node anchor) {
        EntryDetails.open(entry, this, anchor);
    }

    /** Asks for {@code entry} to be moved to {@code day} at the time of day it has now. */
    void move(CleanupEntry entry, LocalDate day) {
        var now = time.zoned(entry.from());
        if (!day.equals(now.toLocalDate())) {
            move(entry, day.atTime(now.toLocalTime()).atZone(time.zoneId()));
        }
    }

    /** Asks for {@code entry} to be moved, where it can be. */
    void move(CleanupEntry entry, ZonedDateTime to) {
        if (entry.isMovable()) {
            onMove.get().accept(entry, to);
        }
    }

    WindowTimes time() {
        return time;
    }

    /** What an entry says. */
    EntryText text() {
        return text;
    }

    Texts texts() {
        return texts;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new CleanupCalendarSkin(this);
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(CleanupCalendar.class.getResource("CleanupCalendar.css")).toExternalForm();
    }
}
