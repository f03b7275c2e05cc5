package dev.longshore.model;

import java.util.Locale;
import java.util.Optional;

/**
 * A migration's status word as the service wrote it, and what it means where that is known. Two documents of the
 * service use two vocabularies, and the words for paused, aborted and failed are documented in neither.
 */
public sealed interface Status {
    /** The word as it came. */
    String raw();

    /** What the word means, or empty where nobody knows. */
    Optional<Phase> phase();

    /** A word with a known meaning. */
    record KnownStatus(Phase meaning, String raw) implements Status {
        @Override
        public Optional<Phase> phase() {
            return Optional.of(meaning);
        }
    }

    /** A word nobody knows: shown as it came and never mapped to a near one. */
    record UnknownStatus(String raw) implements Status {
        @Override
        public Optional<Phase> phase() {
            return Optional.empty();
        }
    }

    /** True when the word is known to mean {@code phase}. */
    default boolean is(Phase phase) {
        return phase().filter(phase::equals).isPresent();
    }

    /**
     * Reads a status word of either vocabulary (the Sideloader documentation's and the OpenAPI document's) exactly as
     * documented. The words for paused, aborted and failed are documented in neither: any word that contains "paus",
     * "abort", "fail" or "error", without regard to case, is taken for that phase.
     */
    static Status of(String raw) {
        var phase = documented(raw).or(() -> guessed(raw.toLowerCase(Locale.ROOT)));
        return phase.isPresent() ? new KnownStatus(phase.get(), raw) : new UnknownStatus(raw);
    }

    private static Optional<Phase> documented(String word) {
        return switch (word) {
            case "Initializing", "INITIALIZING" -> Optional.of(Phase.INITIALIZING);
            case "ReceivingFiles", "READY" -> Optional.of(Phase.RECEIVING_FILES);
            case "STARTING" -> Optional.of(Phase.STARTING);
            case "ImportInProgress", "IN_PROGRESS" -> Optional.of(Phase.IMPORT_IN_PROGRESS);
            case "MigrationDone", "DONE" -> Optional.of(Phase.MIGRATION_DONE);
            case "CleaningUpFiles" -> Optional.of(Phase.CLEANING_UP_FILES);
            case "Closed" -> Optional.of(Phase.CLOSED);
            default -> Optional.empty();
        };
    }

    private static Optional<Phase> guessed(String lowerCaseWord) {
        if (lowerCaseWord.contains("paus")) {
            return Optional.of(Phase.PAUSED);
        }
        if (lowerCaseWord.contains("abort")) {
            return Optional.of(Phase.ABORTED);
        }
        return lowerCaseWord.contains("fail") || lowerCaseWord.contains("error")
                ? Optional.of(Phase.FAILED)
                : Optional.empty();
    }
}
