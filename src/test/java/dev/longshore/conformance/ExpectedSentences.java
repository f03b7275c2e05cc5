package dev.longshore.conformance;

import java.util.Map;

/** What a person is to be told of each operation, word for word; filled into the templates of the fault matrix. */
final class ExpectedSentences {
    private static final String LATER = "Nothing is sent again by itself: look at the status before you try again.";
    private static final String SHOWN_BY_NEXT_STATUS = " all the same; the next status tells.";
    private static final String NEEDED = "Use a token whose role may create and view databases, such as Database"
            + " Administrator, and check that the organisation's plan has the Sideloader and that the database is in a"
            + " PCU group that is not parked.";
    private static final String VIEW = "Use a token whose role may view databases, such as Database Administrator.";
    private static final String IDS = "Check the database ID and the migration ID.";
    private static final String OWN_IDS = "Check the database ID and the migration ID, and that they belong to this token's organisation.";
    private static final String ENDPOINT = "Check the connection's endpoint.";
    private static final String NONSENSE = "Try again later; if it goes on, check the connection's endpoint and the proxy.";
    private static final String BEING_MADE = "While a new migration's directory is being made the service is known to"
            + " answer so: ask again in a few minutes; if it goes on, check the connection's endpoint and the proxy.";
    private static final String MADE = "A migration may have been made all the same: the service cannot list"
            + " migrations, and an unused one is cleaned up by itself after an idle week.";
    private static final String NEW_IDS = "Check the database ID and the datacenter ID, and that they belong to this token's organisation.";
    private static final String FREE = "A launch is for a migration that receives files or has failed,"
            + " and one database runs one import at a time.";
    private static final String METADATA = "An import can be aborted only until it imports the metadata of the SSTables;"
            + " after that it has to end by itself.";
    private static final String NO_CLEANUP = "A cleanup never runs while an import does: wait for its end, or abort it first.";

    private ExpectedSentences() {}

    static Map<String, String> of(TestedOperation operation) {
        return switch (operation) {
            case DATABASES -> reading(
                    "list the databases", "Which databases there are now is not known.", VIEW,
                    ENDPOINT, ENDPOINT, NONSENSE);
            case DATABASE -> reading(
                    "read the database", "How the database is now is not known.", VIEW,
                    "Check the database ID.",
                    "Check the database ID, and that it belongs to this token's organisation.",
                    NONSENSE);
            case STATUS -> reading(
                    "read the migration's status",
                    "How the migration is now is not known; nothing about it was changed.",
                    NEEDED, IDS, OWN_IDS, BEING_MADE);
            case INITIALIZE, INITIALIZE_IN_REGION -> changing(
                    "Nothing is sent again by itself; to try again makes another one.",
                    "initialize a migration", "No migration was made by this.", MADE,
                    "Check the datacenter ID, the number of jobs and the subset size.",
                    NEW_IDS, "Check that the database is active.");
            case LAUNCH -> changing(
                    LATER,
                    "launch the import", "The import was not launched and its directory not sealed by this.",
                    "The import may have been launched" + SHOWN_BY_NEXT_STATUS, IDS, OWN_IDS, FREE);
            case PAUSE -> changing(
                    LATER,
                    "pause the import", "The import was not paused by this.",
                    "The import may have been paused" + SHOWN_BY_NEXT_STATUS, IDS, OWN_IDS,
                    "Only an import that runs can be paused.");
            case RESUME -> changing(
                    LATER,
                    "resume the import", "The import was not resumed by this.",
                    "The import may have been resumed" + SHOWN_BY_NEXT_STATUS, IDS, OWN_IDS,
                    "Only an import that is paused can be resumed.");
            case ABORT -> changing(
                    LATER,
                    "abort the import", "The import was not aborted by this.",
                    "The import may have been aborted" + SHOWN_BY_NEXT_STATUS, IDS, OWN_IDS, METADATA);
            case CLEAN_UP -> changing(
                    LATER,
                    "clean up the migration", "Nothing was cleaned up by this.",
                    "The cleanup may have begun" + SHOWN_BY_NEXT_STATUS, IDS, OWN_IDS, NO_CLEANUP);
            case SCHEDULE_CLEANUP -> changing(
                    LATER,
                    "schedule the cleanup", "The time of the cleanup was not changed by this.",
                    "The cleanup may have been scheduled" + SHOWN_BY_NEXT_STATUS,
                    "Check the time that was asked for and the IDs.", OWN_IDS,
                    "Most likely the migration is closed, or its cleanup has begun.");
        };
    }

    private static Map<String, String> reading(
            String task, String unknown, String permission, String misunderstood, String absent, String nonsense) {
        return Map.of(
                "task", task, "untouched", unknown, "uncertain", unknown,
                "permission", permission, "misunderstood", misunderstood, "absent", absent,
                "nonsense", nonsense, "conflict", "Try again later.", "later", "Try again later.", "once", "");
    }

    private static Map<String, String> changing(
            String later,
            String task,
            String untouched,
            String uncertain,
            String misunderstood,
            String absent,
            String conflict) {
        return Map.of(
                "task", task, "untouched", untouched, "uncertain", uncertain,
                "permission", NEEDED, "misunderstood", misunderstood, "absent", absent,
                "nonsense", later, "conflict", conflict, "later", later, "once", " and no change is sent twice");
    }
}
