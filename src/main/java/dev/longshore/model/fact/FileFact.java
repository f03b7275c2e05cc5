package dev.longshore.model.fact;

/** What is wrong with a file of migrations or of profiles. */
public enum FileFact implements FactKind {
    /** An entry of JSON; stands within a sentence. Figures: its number, the number of its line. */
    ENTRY,
    /** A row of a table; stands within a sentence. Figures: its number, the number of its line, the line. */
    ROW,
    /** Figures: the entry or row, the field. */
    WITHOUT_ID,
    /** Figures: the entry or row, the database's ID, the migration's ID. */
    INVALID_IDS,
    /** Figures: the entry or row, the fields. */
    UNCLEAR_IDS,
    /** Figures: the entry or row, the field. */
    UNCLEAR_FIELD,
    /** Figure: the entry or row. */
    LISTED_BEFORE,
    /** Figures: the entry or row, the number of characters that were kept. */
    CUT_OFF,
    /** Figure: the number of migrations that are read. */
    TOO_MANY,
    /** Figure: the number of the row. */
    ENDS_IN_ROW,
    /** JSON without its end. */
    ENDS_TOO_EARLY,
    /** Figures: the line and the column. */
    INVALID_JSON,
    /** JSON of great depth or with long texts. */
    TOO_DEEP,
    /** Stands within a sentence. Figures: the number of the line, the line. */
    LINE_NOT_UNDERSTOOD,
    /** The call of initialize, which names no migration yet. Figures: the number of the line, the line. */
    INITIALIZE_CALL,
    /** Figure: how many further lines are not understood. */
    MORE_LINES,
    /** Stands within a sentence. */
    NOT_TEXT,
    /** A folder or a device; stands within a sentence. */
    NOT_A_FILE,
    /** Stands within a sentence. Figure: the largest size in MB. */
    TOO_LARGE,
    /** Figure: the name of the profile. */
    PROFILE_WITHOUT_TOKEN,
    /** Figures: the name of the profile, its environment. */
    PROFILE_WITHOUT_ENDPOINT,
    /** Figure: the file. */
    PROFILES_MISSING,
    /** Figure: the file. */
    OTHER_PROFILES,
    /** Figure: the file. */
    NO_PROFILES,
    /** Figure: the file. */
    PROFILES_UNREADABLE
}
