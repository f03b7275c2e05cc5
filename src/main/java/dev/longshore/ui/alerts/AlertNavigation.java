package dev.longshore.ui.alerts;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationKey;
import java.util.function.Consumer;

/**
 * Where an alert leads.
 *
 * @param migration shows a migration
 * @param cleanup opens the schedule of its cleanup, with a time at which nothing can be lost
 * @param token asks for another token of a connection
 */
public record AlertNavigation(
        Consumer<MigrationKey> migration, Consumer<MigrationKey> cleanup, Consumer<ConnectionId> token) {}
