package dev.longshore.simulator.service;

import java.util.Locale;

/** How {@code progressInfo} speaks of progress. Its format is undocumented, so the simulator knows several. */
public enum ProgressWording {
    /** {@code Imported 412 of 1,204 SSTable subsets (34 %)}. */
    COUNT_AND_PERCENT,
    /** {@code 412/1204 subsets imported}. */
    FRACTION,
    /** {@code Import is 34.2% complete}. */
    PERCENT,
    /** Text without any number. */
    WORDS;

    String text(double fraction, int subsets) {
        int done = (int) (fraction * subsets);
        return switch (this) {
            case COUNT_AND_PERCENT ->
                String.format(
                        Locale.ROOT,
                        "Imported %,d of %,d SSTable subsets (%d %%)",
                        done,
                        subsets,
                        (int) (fraction * 100));
            case FRACTION -> done + "/" + subsets + " subsets imported";
            case PERCENT -> String.format(Locale.ROOT, "Import is %.1f%% complete", fraction * 100);
            case WORDS -> "Converting SSTables";
        };
    }
}
