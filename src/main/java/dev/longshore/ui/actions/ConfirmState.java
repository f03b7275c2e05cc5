package dev.longshore.ui.actions;

import java.util.Optional;

/**
 * What a confirmation says at one moment.
 *
 * @param consequence what will happen, in plain words
 * @param needsName true when the migration's name has to be typed
 * @param blocked why it must not be asked for now, or empty
 * @param missing what the person has still to do, or empty
 * @param countdown seconds until the request leaves, once it was confirmed; else empty
 * @param canAskAgain true when a fresh status was asked for and did not come
 */
record ConfirmState(
        String consequence,
        boolean needsName,
        Optional<String> blocked,
        Optional<String> missing,
        Optional<Long> countdown,
        boolean canAskAgain) {
    boolean canProceed() {
        return blocked.isEmpty() && missing.isEmpty() && countdown.isEmpty();
    }
}
