package dev.longshore.ui.alerts;

import dev.longshore.model.Alert;

/** What a user does next about an alert, beyond looking at its migration. */
enum AlertAction {
    /** To look at its migration is the next step. */
    LOOK,
    /** To give the cleanup another time. */
    SCHEDULE,
    /** To ask for the status, which renews credentials that have ended (DevOps API, status of a migration). */
    RENEW,
    /** To give the connection another token. */
    TOKEN,
    /** To look at the note of it above the activity. */
    ACTIVITY,
    /** To look at the routes of notifications in the settings. */
    ROUTES;

    static AlertAction of(Alert.Kind kind) {
        return switch (kind) {
            case COLLISION, CLEANUP_SOON, CLEANUP_MOVED, MOVED_BY_POLICY -> SCHEDULE;
            case CREDENTIALS_END -> RENEW;
            case CONNECTION_STOPPED -> TOKEN;
            case INITIALIZE_UNANSWERED -> ACTIVITY;
            case ROUTE_FAILING -> ROUTES;
            case FAILED, QUEUE_STOPPED, ABORTED_BY_OTHERS, CLEANED_UP_UNEXPECTEDLY, CHANGED_BY_OTHERS, COMMAND_FAILED,
                    UNKNOWN_STATUS,
                    CONNECTION_TROUBLED, NOT_ANSWERED, NEXT_CAN_START, STALLED, IMPORTED, OWN_DEADLINE ->
                LOOK;
        };
    }

    /** True where a migration is shown first. */
    boolean isOfMigration() {
        return this != ACTIVITY && this != ROUTES;
    }

    /** The key of its word. */
    String key() {
        return "alerts.step." + name();
    }
}
