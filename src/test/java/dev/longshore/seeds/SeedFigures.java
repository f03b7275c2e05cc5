package dev.longshore.seeds;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was played: seeds, steps, faults by kind, and what was compared. Safe for use by several threads. */
final class SeedFigures {
    private final Map<String, Long> faults = new TreeMap<>();
    private final Map<String, Long> counts = new TreeMap<>();

    /** One more fault of that kind has hit. */
    synchronized void fault(String kind) {
        faults.merge(kind, 1L, Long::sum);
    }

    /** So many more of what is counted under that name. */
    synchronized void count(String name, long more) {
        counts.merge(name, more, Long::sum);
    }

    /** Takes over what was counted elsewhere. */
    void add(SeedFigures other) {
        Map<String, Long> otherFaults;
        Map<String, Long> otherCounts;
        synchronized (other) {
            otherFaults = Map.copyOf(other.faults);
            otherCounts = Map.copyOf(other.counts);
        }
        synchronized (this) {
            otherFaults.forEach((kind, number) -> faults.merge(kind, number, Long::sum));
            otherCounts.forEach((name, number) -> counts.merge(name, number, Long::sum));
        }
    }

    synchronized long number(String name) {
        return counts.getOrDefault(name, 0L);
    }

    synchronized long faults() {
        return faults.values().stream().mapToLong(Long::longValue).sum();
    }

    /** All of it in one sentence, as it stands in the README. */
    synchronized String sentence(int seeds) {
        return String.format(Locale.ENGLISH, "%,d seeds in each mode: %,d steps, %,d faults (%s), %d violations", seeds,
                number("steps"), faults(), faults.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(each -> String.format(Locale.ENGLISH, "%s %,d", each.getKey(), each.getValue()))
                        .collect(Collectors.joining(", ")),
                number("violations"));
    }

    /** A few lines for a person. */
    @Override
    public synchronized String toString() {
        return lines(counts) + "\n  faults: " + faults() + " (" + lines(faults) + ")";
    }

    private static String lines(Map<String, Long> numbers) {
        return numbers.entrySet().stream().map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }
}
