package dev.longshore.ui.settings;

import dev.longshore.ui.context.Preferences;
import dev.longshore.ui.context.UiContext;
import dev.longshore.usertext.DurationText;
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

/** How often the service is asked, as a user reads and writes it. What is written holds at once. FX thread only. */
final class IntervalsViewModel {
    private final Map<Interval, StringProperty> typed = new EnumMap<>(Interval.class);
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper(this, "complaint", "");
    private final UiContext context;
    private final Preferences preferences;

    IntervalsViewModel(UiContext context, Preferences preferences) {
        this.context = context;
        this.preferences = preferences;
        for (var each : Interval.values()) {
            typed.put(each, new SimpleStringProperty(this, each.name()));
            show(each);
        }
    }

    /** A length of time as typed: "30 s", "5 min", "1 h 30 min". */
    StringProperty typedProperty(Interval interval) {
        return Objects.requireNonNull(typed.get(interval));
    }

    /** What is wrong with what was typed last, as a sentence; empty where nothing is. */
    ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /**
     * Takes what was typed, if it is sensible; else says why not and leaves things as they are.
     *
     * @return whether it was taken
     */
    boolean apply(Interval interval) {
        var length = DurationText.read(typedProperty(interval).get(), context.times().region());
        complaint.set(complaint(length));
        var isTaken = complaint.get().isEmpty();
        if (isTaken) {
            length.ifPresent(each -> use(interval, each));
        }
        return isTaken;
    }

    private String complaint(Optional<Duration> length) {
        if (length.isEmpty()) {
            return context.texts().get("settings.polling.unreadable");
        }
        return length.filter(Intervals::isSensible).isPresent()
                ? ""
                : context.texts().get(
                        "settings.polling.outside", DurationText.write(Intervals.SHORTEST),
                        DurationText.write(Intervals.LONGEST));
    }

    private void use(Interval interval, Duration length) {
        if (length.equals(interval.of(intervals()))) {
            show(interval);
        } else {
            save(interval, length.toString(), length, () -> complaint.set(tooShortHere(interval, length)));
        }
    }

    /** In use once the next start knows of it, too; else it stays as it was. */
    private void save(Interval interval, String text, Duration length, Runnable then) {
        context.whenDone(preferences.saveOrRevert(interval.key(), text), trouble -> {
            if (trouble.isEmpty()) {
                context.watch().useIntervals(intervals().with(interval, length));
                then.run();
            } else {
                complaint.set(trouble);
            }
            show(interval);
        });
    }

    /** In a demonstration time runs faster, and nobody is asked more than once a real second. */
    private String tooShortHere(Interval interval, Duration length) {
        var used = interval.of(intervals());
        return used.equals(length)
                ? ""
                : context.texts().get("settings.polling.simulator", DurationText.write(length),
                        DurationText.write(used));
    }

    /** Back to the usual intervals, now and at the next starts. */
    void reset() {
        complaint.set("");
        for (var each : Interval.values()) {
            save(each, "", each.of(Intervals.standard()), () -> {});
        }
    }

    private void show(Interval interval) {
        typedProperty(interval).set(DurationText.write(interval.of(intervals())));
    }

    private Intervals intervals() {
        return context.watch().settings().intervals();
    }
}
