package dev.longshore.ui.detail;

import dev.longshore.model.advice.FailureCause;
import dev.longshore.model.cleanup.Collision;
import dev.longshore.ui.actions.ActionAvailability;

/**
 * What is known of a failed or aborted import, and what can be done.
 *
 * @param headline what happened, and when that was seen
 * @param message what the service said with it, as it came; empty where it said nothing
 * @param silence that the service said nothing with it, and what it said last before; empty where there is a message
 * @param cause what the import most likely failed of; unknown where it was aborted
 * @param meaning what the message most likely means
 * @param restart whether a new migration can be made through its connection
 * @param disappears when the staged data is deleted, by the service's time
 * @param warning what the collision guard says of a launch now; after an abort, of the cleanup
 */
public record FailureExplanation(
        String headline,
        String message,
        String silence,
        FailureCause cause,
        String meaning,
        ActionAvailability restart,
        String disappears,
        Collision warning) {}
