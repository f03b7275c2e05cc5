package dev.longshore.ui.control.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Entries by day in one zone; a range lies on every day it touches. There may be thousands of them. Immutable. */
public final class EntryIndex {
    /** A forecast that reaches further says nothing about a day any more. */
    private static final int LONGEST_RANGE_DAYS = 92;
    private static final Comparator<CleanupEntry> BY_TIME = Comparator.comparing(CleanupEntry::from)
            .thenComparing(CleanupEntry::name);
    private static final Comparator<CleanupEntry> MOST_URGENT_FIRST = Comparator.comparing(CleanupEntry::urgency)
            .reversed().thenComparing(CleanupEntry::isMovable, Comparator.reverseOrder()).thenComparing(BY_TIME)
            .thenComparing(CleanupEntry::kind).thenComparing(each -> each.key().toString());

    private final SortedMap<LocalDate, DayEntries> days;
    private final ZoneId zone;

    /**
     * What lies on a day, the most urgent first.
     *
     * @param inDays what is seen in a month or a week
     * @param others what is in the agenda only
     */
    private record DayEntries(List<CleanupEntry> inDays, List<CleanupEntry> others) {
        static final DayEntries EMPTY = new DayEntries(List.of(), List.of());

        DayEntries copy() {
            return new DayEntries(new ArrayList<>(inDays), new ArrayList<>(others));
        }

        boolean isEmpty() {
            return inDays.isEmpty() && others.isEmpty();
        }

        Stream<CleanupEntry> all() {
            return Stream.concat(inDays.stream(), others.stream());
        }

        void remove(CleanupEntry entry) {
            var place = index(entry);
            if (place >= 0) {
                of(entry).remove(place);
            }
        }

        void add(CleanupEntry entry) {
            var place = index(entry);
            if (place < 0) {
                of(entry).add(-place - 1, entry);
            } else {
                of(entry).set(place, entry);
            }
        }

        private int index(CleanupEntry entry) {
            return Collections.binarySearch(of(entry), entry, MOST_URGENT_FIRST);
        }

        private List<CleanupEntry> of(CleanupEntry entry) {
            return entry.isOfDays() ? inDays : others;
        }
    }

    private EntryIndex(SortedMap<LocalDate, DayEntries> days, ZoneId zone) {
        this.days = days;
        this.zone = zone;
    }

    /** These, by the days of {@code zone}. */
    public static EntryIndex of(Collection<CleanupEntry> entries, ZoneId zone) {
        return new EntryIndex(Collections.emptySortedMap(), zone).with(List.of(), entries);
    }

    /** The same by the days of another zone. */
    EntryIndex in(ZoneId other) {
        return other.equals(zone) ? this : of(all().toList(), other);
    }

    /** These no longer, and those besides: of thousands few change at a time. */
    public EntryIndex with(Collection<CleanupEntry> gone, Collection<CleanupEntry> come) {
        var changed = new TreeMap<LocalDate, DayEntries>();
        eachDay(gone, (day, entry) -> changed.computeIfAbsent(day, this::copy).remove(entry));
        eachDay(come, (day, entry) -> changed.computeIfAbsent(day, this::copy).add(entry));
        var all = new TreeMap<>(days);
        all.putAll(changed);
        all.values().removeIf(DayEntries::isEmpty);
        return new EntryIndex(all, zone);
    }

    private DayEntries copy(LocalDate day) {
        return day(day).copy();
    }

    private DayEntries day(LocalDate day) {
        return days.getOrDefault(day, DayEntries.EMPTY);
    }

    private void eachDay(Collection<CleanupEntry> entries, BiConsumer<LocalDate, CleanupEntry> action) {
        entries.forEach(each -> daysOf(each).forEach(day -> action.accept(day, each)));
    }

    private Stream<LocalDate> daysOf(CleanupEntry entry) {
        var first = entry.from().atZone(zone).toLocalDate();
        var last = entry.until().atZone(zone).toLocalDate();
        return first.datesUntil(last.plusDays(1)).limit(LONGEST_RANGE_DAYS);
    }

    /** All of them, each once. */
    public Stream<CleanupEntry> all() {
        return days.values().stream().flatMap(DayEntries::all).distinct();
    }

    /** Everything on {@code day}, by time. */
    List<CleanupEntry> all(LocalDate day) {
        return day(day).all().sorted(BY_TIME).toList();
    }

    /** What of {@code day} lies in a month or a week, the most urgent first. */
    List<CleanupEntry> inDays(LocalDate day) {
        return Collections.unmodifiableList(day(day).inDays());
    }

    /** The days from {@code day} on that have any entry. */
    List<LocalDate> daysFrom(LocalDate day) {
        return List.copyOf(days.tailMap(day).keySet());
    }
}
