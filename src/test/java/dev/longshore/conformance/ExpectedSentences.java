package dev.longshore.conformance;

import java.util.Map;

/** What a person is to be told of each operation, word for word; filled into the templates of the fault matrix. */
final class ExpectedSentences {
    private static final String LATER = "Longshore does not send it again. Check the status before you try again.";
    private static final String NEEDED = "Use a token whose role may create and view databases, such as Database"
            + " Administrator. Check that the organisation's plan includes the Sideloader and that the database is in a"
            + " PCU group that is not parked.";
    private static final String VIEW = "Use a token whose role may view databases, such as Database Administrator.";
    private static final String OWN = " A token gives access to its own organisation only.";
    private static final String IDS = "Check the database ID and the migration ID.";
    private static final String ENDPOINT = "Check the connection's endpoint.";
    private static final String PERSISTS = "If it persists, check the connection's endpoint and the proxy.";
    private static final String NONSENSE = "Try again later. " + PERSISTS;
    private static final String BEING_MADE = "While it creates the directory of a new migration, the service is known to"
            + " reply like this: try again in a few minutes. " + PERSISTS;
    private static final String MADE = "A migration may have been created anyway. The service cannot list migrations;"
            + " an unused one is cleaned up after seven idle days.";
    private static final String FREE = "A migration can be launched while it receives files or after it failed,"
            + " and a database runs one import at a time.";
    private static final String METADATA = "An import can be aborted until it imports the metadata of the SSTables;"
            + " after that it runs to its end.";
    private static final String NO_CLEANUP = "A cleanup never runs during an import: wait for its end, or abort it first.";

    private ExpectedSentences() {}

    static Map<String, String> of(TestedOperation operation) {
        return switch (operation) {
            case DATABASES -> reading("list the databases", VIEW, ENDPOINT, ENDPOINT, NONSENSE);
            case STATUS -> reading("read the migration's status", NEEDED, IDS,
                    "The service does not know this migration, so it does not hold up the other migrations of its"
                            + " database. " + IDS + OWN,
                    BEING_MADE);
            case INITIALIZE, INITIALIZE_IN_REGION -> changing(
                    "Longshore does not send it again. Trying again creates another migration.",
                    "create a migration", MADE,
                    "Check the datacenter ID, the number of jobs and the subset size.",
                    "Check the database ID and the datacenter ID.", "Check that the database is active.");
            case LAUNCH -> changing("launch the import", IDS, FREE);
            case PAUSE -> changing("pause the import", IDS, "Only a running import can be paused.");
            case RESUME -> changing("resume the import", IDS, "Only a paused import can be resumed.");
            case ABORT -> changing("abort the import", IDS, METADATA);
            case CLEAN_UP -> changing("clean up the migration", IDS, NO_CLEANUP);
            case SCHEDULE_CLEANUP -> changing("schedule the cleanup", "Check the cleanup time and the IDs.",
                    "The migration is probably closed, or its cleanup has begun.");
        };
    }

    private static Map<String, String> reading(
            String task, String permission, String misunderstood, String absent, String nonsense) {
        var untouched = "Could not " + task + ".";
        return Map.of(
                "task", task, "untouched", untouched, "unchanged", "", "uncertain", untouched,
                "permission", permission, "misunderstood", misunderstood, "absent", absent,
                "nonsense", nonsense, "conflict", "Try again later.", "later", "Try again later.");
    }

    private static Map<String, String> changing(String task, String misunderstood, String conflict) {
        return changing(LATER, task,
                "The request to " + task + " may have been carried out anyway; the next status shows it.",
                misunderstood, IDS, conflict);
    }

    private static Map<String, String> changing(
            String later, String task, String uncertain, String misunderstood, String absent, String conflict) {
        return Map.of(
                "task", task, "untouched", "Could not " + task + "; nothing was changed.", "unchanged",
                "Nothing was changed. ",
                "uncertain", uncertain,
                "permission", NEEDED, "misunderstood", misunderstood, "absent", absent + OWN,
                "nonsense", later, "conflict", conflict, "later", later);
    }
}
