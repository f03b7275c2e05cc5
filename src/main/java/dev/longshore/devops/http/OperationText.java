package dev.longshore.devops.http;

import dev.longshore.model.Operation;

/** What an error means and what can be done about it, in the words of each operation. */
final class OperationText {
    private OperationText() {}

    /** What was asked: stands after "to". */
    static String task(Operation operation) {
        return switch (operation) {
            case LIST_DATABASES -> "list the databases";
            case READ_DATABASE -> "read the database";
            case INITIALIZE -> "initialize a migration";
            case READ_STATUS -> "read the migration's status";
            case LAUNCH -> "launch the import";
            case PAUSE -> "pause the import";
            case RESUME -> "resume the import";
            case ABORT -> "abort the import";
            case CLEAN_UP -> "clean up the migration";
            case SCHEDULE_CLEANUP -> "schedule the cleanup";
        };
    }

    /** What is so when it certainly did not happen. */
    static String untouched(Operation operation) {
        return switch (operation) {
            case LIST_DATABASES -> "Which databases there are now is not known.";
            case READ_DATABASE -> "How the database is now is not known.";
            case INITIALIZE -> "No migration was made by this.";
            case READ_STATUS -> "How the migration is now is not known; nothing about it was changed.";
            case LAUNCH -> "The import was not launched and its directory not sealed by this.";
            case PAUSE -> "The import was not paused by this.";
            case RESUME -> "The import was not resumed by this.";
            case ABORT -> "The import was not aborted by this.";
            case CLEAN_UP -> "Nothing was cleaned up by this.";
            case SCHEDULE_CLEANUP -> "The time of the cleanup was not changed by this.";
        };
    }

    /** What is so when it may have happened all the same. */
    static String uncertain(Operation operation) {
        return switch (operation) {
            case LIST_DATABASES, READ_DATABASE, READ_STATUS -> untouched(operation);
            case INITIALIZE -> "A migration may have been made all the same: the service cannot list migrations,"
                    + " and an unused one is cleaned up by itself after an idle week.";
            case LAUNCH -> "The import may have been launched all the same; the next status tells.";
            case PAUSE -> "The import may have been paused all the same; the next status tells.";
            case RESUME -> "The import may have been resumed all the same; the next status tells.";
            case ABORT -> "The import may have been aborted all the same; the next status tells.";
            case CLEAN_UP -> "The cleanup may have begun all the same; the next status tells.";
            case SCHEDULE_CLEANUP -> "The cleanup may have been scheduled all the same; the next status tells.";
        };
    }

    /** What to do when the service cannot be reached or answers nonsense; nothing is ever sent twice by itself. */
    static String later(Operation operation) {
        return switch (operation) {
            case LIST_DATABASES, READ_DATABASE, READ_STATUS -> "Try again later.";
            case INITIALIZE -> "Nothing is sent again by itself; to try again makes another one.";
            case LAUNCH, PAUSE, RESUME, ABORT, CLEAN_UP, SCHEDULE_CLEANUP ->
                "Nothing is sent again by itself: look at the status before you try again.";
        };
    }

    /** What to do about an answer that cannot be read. */
    static String afterNonsense(Operation operation) {
        return switch (operation) {
            case LIST_DATABASES, READ_DATABASE ->
                "Try again later; if it goes on, check the connection's endpoint and the proxy.";
            case READ_STATUS -> "While a new migration's directory is being made the service is known to answer so:"
                    + " ask again in a few minutes; if it goes on, check the connection's endpoint and the proxy.";
            case INITIALIZE, LAUNCH, PAUSE, RESUME, ABORT, CLEAN_UP, SCHEDULE_CLEANUP -> later(operation);
        };
    }

    /** 400: what to check. */
    static String misunderstood(Operation operation) {
        return switch (operation) {
            case LIST_DATABASES -> "Check the connection's endpoint.";
            case READ_DATABASE -> "Check the database ID.";
            case INITIALIZE -> "Check the datacenter ID, the number of jobs and the subset size.";
            case SCHEDULE_CLEANUP -> "Check the time that was asked for and the IDs.";
            case READ_STATUS, LAUNCH, PAUSE, RESUME, ABORT, CLEAN_UP ->
                "Check the database ID and the migration ID.";
        };
    }

    /** 403: what the token needs. */
    static String permission(Operation operation) {
        return switch (operation) {
            case LIST_DATABASES, READ_DATABASE ->
                "Use a token whose role may view databases, such as Database Administrator.";
            case INITIALIZE, READ_STATUS, LAUNCH, PAUSE, RESUME, ABORT, CLEAN_UP, SCHEDULE_CLEANUP ->
                "Use a token whose role may create and view databases, such as Database Administrator,"
                        + " and check that the organisation's plan has the Sideloader"
                        + " and that the database is in a PCU group that is not parked.";
        };
    }

    /** 404 in the documented form: what is not there. */
    static String absent(Operation operation) {
        return switch (operation) {
            case LIST_DATABASES -> "Check the connection's endpoint.";
            case READ_DATABASE -> "Check the database ID, and that it belongs to this token's organisation.";
            case INITIALIZE ->
                "Check the database ID and the datacenter ID, and that they belong to this token's organisation.";
            case READ_STATUS, LAUNCH, PAUSE, RESUME, ABORT, CLEAN_UP, SCHEDULE_CLEANUP ->
                "Check the database ID and the migration ID, and that they belong to this token's organisation.";
        };
    }

    /** 409: which rule of the lifecycle it most likely was. */
    static String conflict(Operation operation) {
        return switch (operation) {
            case LIST_DATABASES, READ_DATABASE, READ_STATUS -> "Try again later.";
            case INITIALIZE -> "Check that the database is active.";
            case LAUNCH -> "A launch is for a migration that receives files or has failed,"
                    + " and one database runs one import at a time.";
            case PAUSE -> "Only an import that runs can be paused.";
            case RESUME -> "Only an import that is paused can be resumed.";
            case ABORT -> "An import can be aborted only until it imports the metadata of the SSTables;"
                    + " after that it has to end by itself.";
            case CLEAN_UP -> "A cleanup never runs while an import does: wait for its end, or abort it first.";
            case SCHEDULE_CLEANUP -> "Most likely the migration is closed, or its cleanup has begun.";
        };
    }
}
