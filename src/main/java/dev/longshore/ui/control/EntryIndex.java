package dev.longshore.ui.control;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Entries by day in one zone, each day's by time. Immutable. */
final class EntryIndex {
    private static final Comparator<CleanupEntry> BY_TIME = Comparator.comparing(CleanupEntry::at)
            .thenComparing(CleanupEntry::name);

    private final SortedMap<LocalDate, List<CleanupEntry>> days;
    private final ZoneId zone;

    private EntryIndex(SortedMap<LocalDate, List<CleanupEntry>> days, ZoneId zone) {
        this.days = days;
        this.zone = zone;
    }

    static EntryIndex of(List<CleanupEntry> entries, ZoneId zone) {
        return new EntryIndex(
                entries.stream().sorted(BY_TIME).collect(Collectors.groupingBy(
                        each -> day(each.at(), zone), TreeMap::new, Collectors.toUnmodifiableList())),
                zone);
    }

    /** Everything due on {@code day}. */
    List<CleanupEntry> all(LocalDate day) {
        return days.getOrDefault(day, List.of());
    }

    /** The cleanups due on {@code day}: what lies in a month or a week. */
    List<CleanupEntry> cleanups(LocalDate day) {
        return all(day).stream().filter(EntryIndex::isCleanup).toList();
    }

    /** The days from {@code day} on that have any entry. */
    List<LocalDate> daysFrom(LocalDate day) {
        return List.copyOf(days.tailMap(day).keySet());
    }

    ZoneId zone() {
        return zone;
    }

    static boolean isCleanup(CleanupEntry entry) {
        return switch (entry.cause()) {
            case CLEANUP_IDLE, CLEANUP_SCHEDULED, CLEANUP_UNKNOWN -> true;
            case CREDENTIALS -> false;
        };
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryIndex index && days.equals(index.days) && zone.equals(index.zone);
    }

    @Override
    public int hashCode() {
        return days.hashCode();
    }
}
