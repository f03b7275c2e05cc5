package dev.longshore.model;

import java.util.Locale;

/** The cloud in which a database runs, as {@code info.cloudProvider} names it (DevOps API). */
public enum CloudProvider {
    AWS,
    GCP,
    AZURE,
    /** Missing, or a word this version does not know. */
    UNKNOWN;

    /** The provider of that name in any case, else {@link #UNKNOWN}. */
    public static CloudProvider of(String word) {
        return switch (word.strip().toUpperCase(Locale.ROOT)) {
            case "AWS" -> AWS;
            case "GCP" -> GCP;
            case "AZURE" -> AZURE;
            default -> UNKNOWN;
        };
    }
}
