package dev.longshore.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param name what was measured
 * @param ours how our way did, in {@code unit}
 * @param baseline how the plain way did in the same run, or what is aimed at
 * @param limit which share of the baseline ours is to be at most, or null where nothing is promised
 */
public record Measurement(String name, double ours, double baseline, String unit, @Nullable Double limit) {
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 15;
    /** Cost that grows as the data does has 1; the rest is for what is measured badly. */
    private static final double LARGEST_EXPONENT = 1.05;

    /** The median of pairs: both have the same number of values, measured in turn. */
    public static Measurement ofPairs(String name, double[] ours, double[] baseline, String unit, double limit) {
        return new Measurement(name, median(ours), median(baseline), unit, limit);
    }

    /** How cost grows: the exponent between a size and one {@code factor} times as large. */
    public static Measurement growth(String name, double small, double large, double factor) {
        return new Measurement(
                name + ", growth", Math.log(large / small) / Math.log(factor), 1, "exp", LARGEST_EXPONENT);
    }

    /** Ours as a share of the baseline. */
    public double ratio() {
        return ours / baseline;
    }

    /** Whether ours is above its limit. */
    boolean misses() {
        return limit != null && ratio() > limit;
    }

    /** As one object of the file of figures. */
    String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\": \"%s\", \"ours\": %.4f, \"baseline\": %.4f, \"unit\": \"%s\", \"ratio\": %.4f, \"limit\": %s}",
                name, ours, baseline, unit, ratio(), limit);
    }

    /** As one row of a table in Markdown. */
    String row() {
        return String.format(
                Locale.ROOT, "| %-72s | %12.3f | %12.3f | %-5s | %8.3f | %6s | %s |", name, ours, baseline, unit,
                ratio(), limit == null ? "" : limit, misses() ? "missed" : "");
    }

    /** The head of that table. */
    static String head() {
        return String.format("| %-72s | %12s | %12s | %-5s | %8s | %6s | |%n|---|---:|---:|---|---:|---:|---|",
                "Benchmark", "ours", "baseline", "unit", "ratio", "limit");
    }

    /** The median time of {@code work} in milliseconds, after rounds that do not count. */
    public static double milliseconds(Supplier<?> work) {
        var times = new double[ROUNDS];
        for (var round = -WARM_UP; round < ROUNDS; round++) {
            var begin = System.nanoTime();
            if (work.get() == null) {
                throw new IllegalStateException("The work to be measured brought nothing.");
            }
            times[Math.max(round, 0)] = (System.nanoTime() - begin) / 1e6;
        }
        return median(times);
    }

    /** The value in the middle. */
    public static double median(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
