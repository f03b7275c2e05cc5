package dev.longshore.simulator.service;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an import will go.
 *
 * @param length how long it takes without pauses, in simulated time
 * @param subsets how many SSTable subsets it works on
 * @param wording how it speaks of its progress
 * @param failure what makes it fail, or null when it succeeds
 */
public record ImportPlan(Duration length, int subsets, ProgressWording wording, @Nullable PlannedFailure failure) {

    /** From this part of the work on SSTable metadata is imported, and no abort is possible any more. */
    static final double METADATA_BEGINS = 0.90;

    private static final double DISCOVERED = 0.02;
    private static final double VALIDATED = 0.05;
    private static final double METADATA_ENDS = 0.98;

    /**
     * A failure of the import.
     *
     * @param fraction the part of the work after which it happens, 0 to 1
     * @param reason what the status answer says about it
     * @param inFiles whether the files are to blame, so that a relaunch fails in the same way
     */
    public record PlannedFailure(double fraction, String reason, boolean inFiles) {}

    /**
     * {@return a plan that succeeds}
     *
     * @param length how long the import takes
     */
    public static ImportPlan lasting(Duration length) {
        return new ImportPlan(length, 1_204, ProgressWording.COUNT_AND_PERCENT, null);
    }

    /**
     * {@return the same plan, failing on the way}
     *
     * @param fraction the part of the work after which it fails, 0 to 1
     * @param reason what the status answer says about it
     * @param inFiles whether a relaunch fails in the same way
     */
    public ImportPlan failing(double fraction, String reason, boolean inFiles) {
        return new ImportPlan(length, subsets, wording, new PlannedFailure(fraction, reason, inFiles));
    }

    /**
     * {@return the same plan in other words}
     *
     * @param other how to speak of progress
     */
    public ImportPlan worded(ProgressWording other) {
        return new ImportPlan(length, subsets, other, failure);
    }

    /** The plan of a relaunch: a cause outside the files is taken to be repaired by then. */
    ImportPlan relaunched() {
        return failure == null || failure.inFiles() ? this : new ImportPlan(length, subsets, wording, null);
    }

    /** The work until the import ends, by itself or by failing. */
    Duration workUntilEnd() {
        return failure == null ? length : part(failure.fraction());
    }

    double fraction(Duration work) {
        return Math.min(1, work.toMillis() / (double) Math.max(1, length.toMillis()));
    }

    String progressInfo(Duration work) {
        double fraction = fraction(work);
        if (fraction < DISCOVERED) {
            return "Discovering uploaded SSTables";
        }
        if (fraction < VALIDATED) {
            return "Validating SSTable subsets";
        }
        if (fraction >= METADATA_ENDS) {
            return "Re-enabling compactions";
        }
        return fraction < METADATA_BEGINS ? wording.text(fraction, subsets) : metadataText(fraction);
    }

    private String metadataText(double fraction) {
        String step = "Importing SSTable metadata";
        return wording == ProgressWording.WORDS ? step : step + ": " + wording.text(fraction, subsets);
    }

    private Duration part(double fraction) {
        return Duration.ofMillis((long) (length.toMillis() * fraction));
    }
}
