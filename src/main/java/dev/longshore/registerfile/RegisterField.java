package dev.longshore.registerfile;

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
    PROBLEM("problem");

    private final String title;

    RegisterField(String title) {
        this.title = title;
    }

    /** Its name in the file. */
    public String title() {
        return title;
    }
}
