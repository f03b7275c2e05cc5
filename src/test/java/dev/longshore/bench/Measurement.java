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
 * @param baseline how the plain way did in the same run
 * @param limit what is promised of ours, in {@code unit}, or null where nothing is
 */
public record Measurement(String name, double ours, double baseline, String unit, @Nullable Double limit) {
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 15;

    /** Ours as a share of the baseline. */
    public double ratio() {
        return ours / baseline;
    }

    /** As one object of the file of figures. */
    String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\": \"%s\", \"ours\": %.4f, \"baseline\": %.4f, \"unit\": \"%s\", \"ratio\": %.4f, \"limit\": %s}",
                name, ours, baseline, unit, ratio(), limit);
    }

    /** As one line of the table. */
    String line() {
        return String.format(
                Locale.ROOT, "%-72s %12.3f %12.3f %-6s %8.4f %8s", name, ours, baseline, unit, ratio(),
                limit == null ? "" : limit);
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
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }
}
