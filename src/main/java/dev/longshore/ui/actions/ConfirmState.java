package dev.longshore.ui.actions;

import dev.longshore.watch.CommandRequest;
import java.util.Optional;

/**
 * What a confirmation says at one moment.
 *
 * @param request what is sent when it is confirmed now: all that the dialog says of it, and the curl command, are made
 *     from this value; empty while the fields name no time for a cleanup
 * @param chosen the time of that request in words, or empty
 * @param observed what is known of the migration now, and how old that is
 * @param consequence what will happen, in plain words
 * @param needsName true when the migration's name has to be typed
 * @param blocked why it must not be asked for now, or empty
 * @param missing what the user has still to do, or empty
 * @param countdown seconds until the request leaves, once it was confirmed; else empty
 * @param freeze which freeze window asks for a reason, or empty
 * @param canAskAgain true when a fresh status was asked for and did not come
 */
record ConfirmState(
        Optional<CommandRequest> request,
        String chosen,
        String observed,
        String consequence,
        boolean needsName,
        Optional<String> blocked,
        Optional<String> missing,
        Optional<Long> countdown,
        Optional<String> freeze,
        boolean canAskAgain) {
    boolean canProceed() {
        return request.isPresent() && blocked.isEmpty() && missing.isEmpty() && countdown.isEmpty();
    }
}
