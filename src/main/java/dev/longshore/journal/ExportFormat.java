package dev.longshore.journal;

/** The form of an export: one file with everything in it. */
public enum ExportFormat {
    /** A ZIP file with a CSV file for each table. */
    CSV("zip"),
    /** The same for Excel, which takes a file for UTF-8 only where it begins with a byte order mark. */
    CSV_FOR_EXCEL("zip"),
    /** One JSON object with an array for each table. */
    JSON("json");

    private final String ending;

    ExportFormat(String ending) {
        this.ending = ending;
    }

    /** What the name of its file ends in, without the dot. */
    public String ending() {
        return ending;
    }
}
