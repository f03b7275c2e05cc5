package dev.longshore.ui.control;

import dev.longshore.ui.fx.TimeText;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Control;

/**
 * Deadlines in a calendar: month, week or agenda. Has the ID {@code cleanupCalendar}. It shows and asks only: an entry
 * that is dragged to another day or hour is handed to {@link #onMoveProperty()} and stays where it was. FX thread only.
 */
public final class CleanupCalendar extends Control {
    private final ObservableList<CleanupEntry> entries = FXCollections.observableArrayList();
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(this, "view", View.MONTH);
    private final ObjectProperty<LocalDate> shown;
    private final ObjectProperty<LocalDate> today;
    private final ObjectProperty<Locale> locale = new SimpleObjectProperty<>(this, "locale",
            Locale.getDefault(Locale.Category.FORMAT));
    private final ObjectProperty<Consumer<CleanupEntry>> onEntry = new SimpleObjectProperty<>(this, "onEntry", _ -> {});
    private final ObjectProperty<BiConsumer<CleanupEntry, ZonedDateTime>> onMove = new SimpleObjectProperty<>(this,
            "onMove", (_, _) -> {});
    private final TimeText time;

    /** How much of the calendar is seen at once. */
    public enum View {
        MONTH,
        WEEK,
        AGENDA
    }

    /** An empty calendar at today's month, whose times and zone are those of {@code time}. */
    public CleanupCalendar(TimeText time) {
        this.time = time;
        var now = time.zoned(time.now()).toLocalDate();
        shown = new SimpleObjectProperty<>(this, "shown", now);
        today = new SimpleObjectProperty<>(this, "today", now);
        setId("cleanupCalendar");
    }

    /** What is due, in any order. */
    public ObservableList<CleanupEntry> getEntries() {
        return entries;
    }

    /** Month, week or agenda. */
    public ObjectProperty<View> viewProperty() {
        return view;
    }

    /** The day that is selected; its month, its week, or the agenda from it on is shown. */
    public ObjectProperty<LocalDate> shownProperty() {
        return shown;
    }

    /** Which day is marked as today, in the zone shown. */
    public ObjectProperty<LocalDate> todayProperty() {
        return today;
    }

    /** Decides the first day of the week and how weeks are numbered. */
    public ObjectProperty<Locale> localeProperty() {
        return locale;
    }

    /** Called when a person opens an entry by click or Enter. */
    public ObjectProperty<Consumer<CleanupEntry>> onEntryProperty() {
        return onEntry;
    }

    /** Called when a person drags an entry to another time, in the zone shown; the entry itself does not move. */
    public ObjectProperty<BiConsumer<CleanupEntry, ZonedDateTime>> onMoveProperty() {
        return onMove;
    }

    /** The formatter of its times. */
    TimeText time() {
        return time;
    }
}
