package dev.longshore.ui.settings;

import dev.longshore.ui.Preferences;
import dev.longshore.ui.Ui;
import dev.longshore.watch.Interval;
import dev.longshore.watch.Intervals;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How often the service is asked, as a person reads and writes it. What is written holds at once. FX thread only. */
final class IntervalsViewModel {
    private final Map<Interval, StringProperty> typed = new EnumMap<>(Interval.class);
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper(this, "complaint", "");
    private final Ui ui;
    private final Preferences preferences;

    IntervalsViewModel(Ui ui, Preferences preferences) {
        this.ui = ui;
        this.preferences = preferences;
        for (var each : Interval.values()) {
            typed.put(each, new SimpleStringProperty(this, each.name()));
        }
        show();
    }

    /** A length of time as typed: "30 s", "5 min", "1 h 30 min". */
    StringProperty typedProperty(Interval interval) {
        return Objects.requireNonNull(typed.get(interval));
    }

    /** What is wrong with what was typed last, as a sentence; empty where nothing is. */
    ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /** Takes what was typed, if it is sensible; else says why not and leaves things as they are. */
    void take(Interval interval) {
        var length = LengthOfTime.read(typedProperty(interval).get());
        complaint.set(complaint(length));
        if (complaint.get().isEmpty()) {
            length.ifPresent(each -> use(interval, each));
        }
    }

    private String complaint(Optional<Duration> length) {
        if (length.isEmpty()) {
            return ui.texts().get("settings.polling.unreadable");
        }
        return length.filter(Intervals::isSensible).isPresent()
                ? ""
                : ui.texts().get(
                        "settings.polling.outside", LengthOfTime.write(Intervals.SHORTEST),
                        LengthOfTime.write(Intervals.LONGEST));
    }

    private void use(Interval interval, Duration length) {
        if (!length.equals(interval.of(intervals()))) {
            ui.watch().useIntervals(intervals().with(interval, length));
            preferences.keep(interval.key(), length.toString());
            complaint.set(tooShortHere(interval, length));
        }
        show();
    }

    /** In a demonstration time runs faster, and nobody is asked more than once a real second. */
    private String tooShortHere(Interval interval, Duration length) {
        var used = interval.of(intervals());
        return used.equals(length)
                ? ""
                : ui.texts().get("settings.polling.simulator", LengthOfTime.write(length), LengthOfTime.write(used));
    }

    /** Back to the usual intervals, now and at the next starts. */
    void backToUsual() {
        complaint.set("");
        ui.watch().useIntervals(Intervals.standard());
        for (var each : Interval.values()) {
            preferences.keep(each.key(), "");
        }
        show();
    }

    private void show() {
        typed.forEach((interval, text) -> text.set(LengthOfTime.write(interval.of(intervals()))));
    }

    private Intervals intervals() {
        return ui.watch().settings().intervals();
    }
}
