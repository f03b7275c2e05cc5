package dev.longshore.model.advice;

import dev.longshore.model.LastKnown;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an import most likely failed of. The documentation names these causes and what helps against each (Sideloader
 * documentation, failed imports), but no message that tells them: they are read from words in it, and a message without
 * such words, or with those of several, tells nothing.
 */
public enum FailureCause {
    /** The table is not what the snapshot holds: lies outside the files. */
    SCHEMA(false,
            "schema|unknown (table|keyspace|column|type)|(table|keyspace|column) .{0,80}(does not|doesn't) exist"),
    /** A file is damaged. */
    CORRUPT(true, "corrupt|checksum|malformed"),
    /** A file, or a part of one, was not uploaded. */
    INCOMPLETE(true, "incomplete|truncated|(missing|no such) (file|component|sstable)"),
    /** The files are encrypted. */
    ENCRYPTED(true, "encrypt"),
    /** The snapshot holds materialized views. */
    MATERIALIZED_VIEW(true, "materiali[sz]ed.?view"),
    /** Nobody knows. */
    UNKNOWN(false, "(?!)");

    private final boolean inTheFiles;
    private final Pattern pattern;

    FailureCause(boolean inTheFiles, String words) {
        this.inTheFiles = inTheFiles;
        this.pattern = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /** What the service's message tells. */
    public static FailureCause of(String message) {
        var told = Arrays.stream(values()).filter(each -> each.pattern.matcher(message).find()).toList();
        return told.size() == 1 ? told.getFirst() : UNKNOWN;
    }

    /** What the service said when the import failed, as far as that is known. */
    public static FailureCause of(LastKnown known) {
        return message(known).map(FailureCause::of).orElse(UNKNOWN);
    }

    /** The service's message with the status that {@code known} tells, as it came; empty where there was none. */
    public static Optional<String> message(LastKnown known) {
        return Optional.ofNullable(known.progress()).filter(said -> !said.at().isBefore(known.since()))
                .map(said -> said.value().text()).filter(text -> !text.isBlank());
    }

    /** True where the files are at fault, which cannot be changed any more: only a new migration helps. */
    public boolean isInTheFiles() {
        return inTheFiles;
    }
}
