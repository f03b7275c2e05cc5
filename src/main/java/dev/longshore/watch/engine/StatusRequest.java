package dev.longshore.watch.engine;

import dev.longshore.devops.DevOpsApi;
import dev.longshore.model.MigrationKey;

/**
 * A question about a migration that is under way. It names the very objects it was asked for: meanwhile the migration
 * can have been removed and put back, its connection been forgotten or got a new token, or a command been sent.
 *
 * @param connectionState counts it as under way
 * @param api through which it is asked
 * @param migrationState the migration
 * @param commandsEnded the entry's turn when it left: an answer says nothing about a command that ended in a later one
 */
record StatusRequest(ConnectionState connectionState, DevOpsApi api, MigrationState migrationState,
        long commandsEnded) {
    MigrationKey key() {
        return migrationState.key();
    }

    /** True while its migration is still the one on the list; called under the lock. */
    boolean isWanted(WatchState s) {
        return s.migration(key()) == migrationState;
    }

    /** True while its connection still asks through the same API; called under the lock. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOfCurrentApi() {
        return connectionState.api == api;
    }
}
