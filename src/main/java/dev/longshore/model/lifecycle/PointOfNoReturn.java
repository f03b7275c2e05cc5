package dev.longshore.model.lifecycle;

import dev.longshore.model.LastKnown;
import dev.longshore.model.Phase;
import dev.longshore.model.Progress;
import dev.longshore.model.Status;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The import of SSTable metadata: until it begins an import can be aborted, after that it has to end by itself
 * (Sideloader documentation). No status word names it, so it counts as passed only where the progress text of the import
 * says in so many words that metadata is being, or was, imported, or that the step after it runs. A text of another
 * meaning may hide it: that it is not known to be passed does not mean that an abort still works.
 */
public final class PointOfNoReturn {
    /** Every repetition is bounded, so a text of any size takes linear time. */
    private static final Pattern NAMED = Pattern.compile(
            "(?<!not |before |until |after |for |next: |then )"
                    + "(?:import(?:ing|ed)(?: the)?(?: sstables?)? metadata"
                    + "|metadata import(?:ed|(?: is)? (?:running|in progress|done|complete))"
                    + "|re-?enabl(?:ing|ed) compactions?)\\b");

    private PointOfNoReturn() {}

    /** True when what was seen of the import that runs, or is paused, says so. */
    static boolean isPassed(@Nullable LastKnown known) {
        if (known == null || known.progress() == null) {
            return false;
        }
        // A text older than the status word may stem from the import before.
        return !known.progress().at().isBefore(known.since())
                && isNamed(known.status(), known.progress().value());
    }

    /** True when {@code progress} says so of an import in {@code status}. */
    public static boolean isNamed(Status status, @Nullable Progress progress) {
        return progress != null
                && status.phase().filter(Phase::occupiesTheDatabase).isPresent()
                && isNamed(progress.text().toLowerCase(Locale.ROOT));
    }

    /** Long histories are read again and again, and hardly a text has one of the words. */
    private static boolean isNamed(String text) {
        return (text.contains("metadata") || text.contains("compaction")) && NAMED.matcher(text).find();
    }
}
