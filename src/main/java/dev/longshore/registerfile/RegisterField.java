package dev.longshore.registerfile;

import dev.longshore.usertext.CleanText;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a register file says of a migration, in the order in which it is written. IDs, name and tags are read again. */
public enum RegisterField {
    NAME("name"),
    DATABASE_ID("databaseId"),
    MIGRATION_ID("migrationId"),
    DATABASE("database"),
    PLACE("place"),
    STATUS("status"),
    SINCE("since"),
    PROGRESS("progress"),
    EXPECTED_CLEANUP("expectedCleanup"),
    OBSERVED("observed"),
    CONNECTION("connection"),
    /** Words apart by commas. */
    TAGS("tags"),
    PROBLEM("problem"),
    /** The ID of the failed or aborted migration in whose place it was made. */
    FOLLOWS("follows");

    /** What the service and people call the IDs besides. */
    private static final Map<String, RegisterField> OTHER_NAMES = Map.of(
            "dbid", DATABASE_ID, "dbuuid", DATABASE_ID, "databaseuuid", DATABASE_ID, "astradbid", DATABASE_ID,
            "migid", MIGRATION_ID, "migrationuuid", MIGRATION_ID, "miguuid", MIGRATION_ID);
    private static final Pattern NOT_OF_A_NAME = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Map<String, RegisterField> BY_SPELLING = Stream.of(values())
            .collect(Collectors.toUnmodifiableMap(each -> spelling(each.title), Function.identity()));

    private final String title;

    RegisterField(String title) {
        this.title = title;
    }

    /** Its name in the file. */
    public String title() {
        return title;
    }

    /** The field of that name, however it is spelled: "Database ID", "database_id" and "dbID" are {@code databaseId}. */
    static Optional<RegisterField> named(String name) {
        var letters = spelling(CleanText.of(name));
        return Optional.ofNullable(BY_SPELLING.get(letters)).or(() -> Optional.ofNullable(OTHER_NAMES.get(letters)));
    }

    private static String spelling(String name) {
        return NOT_OF_A_NAME.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
