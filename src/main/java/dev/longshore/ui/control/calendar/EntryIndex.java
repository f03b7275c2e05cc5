package dev.longshore.ui.control.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Entries by day in one zone, those of a day by time; a range lies on every day it touches. Only a day that is asked for
 * is sorted: there may be thousands of entries. Immutable.
 */
final class EntryIndex {
    /** A forecast that reaches further says nothing about a day any more. */
    private static final int LONGEST_RANGE_DAYS = 92;
    private static final Comparator<CleanupEntry> BY_TIME = Comparator.comparing(CleanupEntry::from)
            .thenComparing(CleanupEntry::name);

    private final SortedMap<LocalDate, List<CleanupEntry>> days;
    private final ZoneId zone;

    private EntryIndex(SortedMap<LocalDate, List<CleanupEntry>> days, ZoneId zone) {
        this.days = days;
        this.zone = zone;
    }

    static EntryIndex of(List<CleanupEntry> entries, ZoneId zone) {
        var days = new TreeMap<LocalDate, List<CleanupEntry>>();
        entries.forEach(each -> daysOf(each, zone)
                .forEach(day -> days.computeIfAbsent(day, _ -> new ArrayList<>()).add(each)));
        return new EntryIndex(days, zone);
    }

    private static Stream<LocalDate> daysOf(CleanupEntry entry, ZoneId zone) {
        var first = entry.from().atZone(zone).toLocalDate();
        var last = entry.until().atZone(zone).toLocalDate();
        return first.datesUntil(last.plusDays(1)).limit(LONGEST_RANGE_DAYS);
    }

    /** Everything on {@code day}, by time. */
    List<CleanupEntry> all(LocalDate day) {
        return days.getOrDefault(day, List.of()).stream().sorted(BY_TIME).toList();
    }

    /** What of {@code day} lies in a month or a week, in any order. */
    List<CleanupEntry> inDays(LocalDate day) {
        return days.getOrDefault(day, List.of()).stream().filter(CleanupEntry::isOfDays).toList();
    }

    /** The days from {@code day} on that have any entry. */
    List<LocalDate> daysFrom(LocalDate day) {
        return List.copyOf(days.tailMap(day).keySet());
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
