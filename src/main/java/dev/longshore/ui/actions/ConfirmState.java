package dev.longshore.ui.actions;

import dev.longshore.watch.CommandRequest;
import java.util.Optional;

/**
 * What a confirmation says at one moment.
 *
 * @param request what is sent when it is confirmed now: all that the dialog says of it, and the curl command, are made
 *     from this value; empty while the fields name no time for a cleanup
 * @param verb what the button says that sends it, with the time of that request
 * @param chosen the time of that request in words, or empty
 * @param margin how far a cleanup at that time lies from the expected end; empty where it cannot be asked for
 * @param observed what is known of the migration now, and how old that is
 * @param consequence what will happen, in plain words
 * @param needsName true when the migration's name has to be typed
 * @param blocked why it must not be asked for now, or empty
 * @param missing what the user has still to do, or empty
 * @param countdown seconds until the request leaves, once it was confirmed; else empty
 * @param freeze which freeze window asks for a reason, or empty
 * @param needsLedgerReason whether files are known to be missing, so that a reason is needed
 * @param canAskAgain true when a fresh status was asked for and did not come
 */
record ConfirmState(
        Optional<CommandRequest> request,
        String verb,
        String chosen,
        Optional<CleanupMargin> margin,
        String observed,
        String consequence,
        boolean needsName,
        Optional<String> blocked,
        Optional<String> missing,
        Optional<Long> countdown,
        Optional<String> freeze,
        boolean needsLedgerReason,
        boolean canAskAgain) {
    boolean canProceed() {
        return request.isPresent() && blocked.isEmpty() && missing.isEmpty() && countdown.isEmpty();
    }
}
