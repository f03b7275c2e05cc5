package dev.longshore.ui.fx;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The one formatter of times: every time in the window is written by it, and names its zone. All but the zone is fixed;
 * the property belongs to the FX thread.
 */
public final class TimeText {
    private final ObjectProperty<Zone> zone = new SimpleObjectProperty<>(this, "zone", Zone.LOCAL);
    private final InstantSource clock;
    private final ZoneId local;
    private final Texts texts;

    /** In which zone times are shown. */
    public enum Zone {
        /** The zone of this computer. */
        LOCAL,
        /** Coordinated universal time, the service's. */
        UTC
    }

    /**
     * Times in {@code local} until {@link #zoneProperty()} is changed.
     *
     * @param clock tells what now is, for distances
     */
    public TimeText(InstantSource clock, ZoneId local, Texts texts) {
        this.clock = clock;
        this.local = local;
        this.texts = texts;
    }

    /** Whether times are shown in local time or in UTC. */
    public ObjectProperty<Zone> zoneProperty() {
        return zone;
    }

    /** The zone times are shown in now. */
    public ZoneId zoneId() {
        return zone.get() == Zone.UTC ? ZoneOffset.UTC : local;
    }

    /** What now is. */
    public Instant now() {
        return clock.instant();
    }

    /** Date, time and zone, as "Sat 21 Nov, 14:30 CET"; with the year where it is not this one. */
    public String at(Instant instant) {
        return in(zoneId(), instant);
    }

    /** The same in local time, whatever the switch says. */
    public String local(Instant instant) {
        return in(local, instant);
    }

    /** The same in UTC, whatever the switch says. */
    public String utc(Instant instant) {
        return in(ZoneOffset.UTC, instant);
    }

    /** Time and zone, as "14:30 CET". */
    public String time(Instant instant) {
        return instant.toString();
    }

    /** How far {@code instant} is from now, as "in 6 d 4 h", "3 min ago" or "just now". */
    public String distance(Instant instant) {
        return instant.toString();
    }

    /** A length of time in its two greatest units, as "2 d 3 h". Negative ones as if positive. */
    public String duration(Duration duration) {
        return duration.toString();
    }

    /** ISO 8601 to the second with the offset of the zone shown, for exports and copies. */
    public String iso(Instant instant) {
        return instant.toString();
    }

    /** {@code instant} in the zone shown. */
    public ZonedDateTime zoned(Instant instant) {
        return instant.atZone(zoneId());
    }

    private String in(ZoneId zoneId, Instant instant) {
        return instant.atZone(zoneId) + texts.locale().toString();
    }
}
