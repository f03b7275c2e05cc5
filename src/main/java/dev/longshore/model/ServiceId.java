package dev.longshore.model;

import java.util.Locale;
import java.util.regex.Pattern;

/** What holds for every ID of the service: it can stand in a URL's path as it is, and a UUID has one form. Pure. */
final class ServiceId {
    private static final Pattern SAFE_IN_A_PATH = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,128}");
    private static final Pattern UUID = Pattern
            .compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");

    private ServiceId() {}

    /**
     * The one form of an ID: the service compares UUIDs without regard to case, so they are written in lower case.
     *
     * @throws IllegalArgumentException when {@code value} cannot be an ID
     */
    static String canonical(String value, String kind) {
        if (!SAFE_IN_A_PATH.matcher(value).matches()) {
            throw new IllegalArgumentException("\"" + value + "\" cannot be a " + kind + " ID.");
        }
        return isUuid(value) ? value.toLowerCase(Locale.ROOT) : value;
    }

    static boolean isMade(String value) {
        return isUuid(value) && value.chars().anyMatch(each -> each != '0' && each != '-');
    }

    private static boolean isUuid(String value) {
        return UUID.matcher(value).matches();
    }
}
