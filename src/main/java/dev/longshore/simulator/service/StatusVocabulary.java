package dev.longshore.simulator.service;

/**
 * Which status words the service uses. The documentation and the OpenAPI document disagree; where the latter has no word
 * both use the former's. The words for failed, paused and aborted are undocumented: these are plausible ones.
 */
public enum StatusVocabulary {
    /** {@code Initializing}, {@code ReceivingFiles}, {@code ImportInProgress}, {@code MigrationDone} … */
    DOCUMENTATION,
    /** {@code INITIALIZING}, {@code READY}, {@code STARTING}, {@code IN_PROGRESS}, {@code DONE}, {@code ERROR}. */
    OPENAPI;

    public String word(SimulatedPhase phase) {
        return this == OPENAPI ? openApiWord(phase) : documentedWord(phase);
    }

    /** The documentation knows no word for a launch that was taken while the import does not run yet. */
    boolean knows(SimulatedPhase phase) {
        return this == OPENAPI || phase != SimulatedPhase.STARTING;
    }

    private static String openApiWord(SimulatedPhase phase) {
        return switch (phase) {
            case INITIALIZING, STARTING, DONE -> phase.name();
            case RECEIVING_FILES -> "READY";
            case IMPORTING -> "IN_PROGRESS";
            case FAILED -> "ERROR";
            case PAUSED, ABORTED, CLEANING_UP, CLOSED -> documentedWord(phase);
        };
    }

    private static String documentedWord(SimulatedPhase phase) {
        return switch (phase) {
            case INITIALIZING -> "Initializing";
            case RECEIVING_FILES, STARTING -> "ReceivingFiles";
            case IMPORTING -> "ImportInProgress";
            case PAUSED -> "Paused";
            case DONE -> "MigrationDone";
            case FAILED -> "MigrationFailed";
            case ABORTED -> "Aborted";
            case CLEANING_UP -> "CleaningUpFiles";
            case CLOSED -> "Closed";
        };
    }
}
