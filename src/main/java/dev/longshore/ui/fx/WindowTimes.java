package dev.longshore.ui.fx;

import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The formatter of times of the window, whose switch between local time and UTC can be observed. FX thread only. */
public final class WindowTimes extends TimeText {
    private final ObjectProperty<ZoneChoice> zone;
    private final Locale region;

    /**
     * Times in {@code local} until {@link #zoneProperty()} is changed.
     *
     * @param clock tells what now is, for distances
     * @param region whose habits the user follows in typing a date and in the days of a week
     */
    public WindowTimes(InstantSource clock, ZoneId local, Texts texts, Locale region) {
        ObjectProperty<ZoneChoice> property = new SimpleObjectProperty<>(ZoneChoice.LOCAL);
        super(clock, local, property::get, texts);
        zone = property;
        this.region = region;
    }

    /** Whose habits the user follows in typing a date and in the days of a week; {@link #locale()} is the texts' own. */
    public Locale region() {
        return region;
    }

    /** Whether times are shown in local time or in UTC. */
    public ObjectProperty<ZoneChoice> zoneProperty() {
        return zone;
    }
}
