package dev.longshore.support;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** Texts of tests with IDs like those of the service in the place of short ones. */
public final class UuidText {
    private static final Pattern SHORT = Pattern.compile("\\bdb(?:-[a-z0-9]+)*\\b|\\bm-\\d+\\b");

    private UuidText() {}

    /** {@code text} with a UUID for each {@code db}, {@code db-a} and {@code m-1}; the same one for the same. */
    public static String of(String text) {
        return SHORT.matcher(text).replaceAll(
                each -> UUID.nameUUIDFromBytes(each.group().getBytes(StandardCharsets.UTF_8)).toString());
    }
}
