package dev.longshore.secret;

import java.time.Duration;

/** What the person is told of a keystore. */
final class Sentences {
    static final StoreState.Locked STILL_WAITING = new StoreState.Locked(
            "The keystore is still busy with the call before: unlock it if your system asks you to, then try again.");
    static final StoreState.Locked INTERRUPTED = new StoreState.Locked(
            "The keystore was not waited for, because Longshore is closing.");
    static final StoreState.Locked DECLINED = new StoreState.Locked(
            "The keyring is locked: unlock it in your system's password manager, or try again and enter its password.");
    static final StoreState.Locked LOCKED = new StoreState.Locked(
            "The keyring is locked: your system will ask for its password when Longshore needs a token from it.");
    static final StoreState.Locked NO_ANSWER = new StoreState.Locked(
            "The keystore did not answer: look whether your system asks you to unlock it, then try again.");
    static final StoreState.Missing FAILED = new StoreState.Missing(
            "The keystore cannot be used: its library failed, and the log says how.");
    static final StoreState.Missing NO_SESSION_BUS = new StoreState.Missing(
            "There is no session bus, over which a keyring is reached: start Longshore from a desktop session, or with"
                    + " dbus-run-session.");
    static final StoreState.Missing BUS_UNREACHABLE = new StoreState.Missing(
            "The session bus, over which a keyring is reached, does not take a connection; the log says why.");
    static final StoreState.Missing SECRET_SERVICE_FAILED = new StoreState.Missing(
            "The keyring is installed but cannot be started: log in to the desktop again, or start"
                    + " gnome-keyring-daemon yourself.");
    static final StoreState.Missing NO_SECRET_SERVICE = new StoreState.Missing(
            "No keyring is running: install gnome-keyring and log in again, or switch on the Secret Service of KWallet"
                    + " or KeePassXC.");
    static final StoreState.Missing NO_DEFAULT_KEYRING = new StoreState.Missing(
            "There is no default keyring: make one in Passwords and Keys (package seahorse), then try again.");

    private Sentences() {}

    static StoreState noAnswerWithin(Duration deadline) {
        return new StoreState.Locked("The keystore did not answer within " + deadline.toSeconds()
                + " s: look whether your system asks you to unlock it, then try again.");
    }

    static StoreState.Missing notUsable(String name) {
        return new StoreState.Missing("Longshore cannot reach " + name + " on this computer; the log says why.");
    }

    static StoreState.Locked refused(String name) {
        return new StoreState.Locked(
                "Access to " + name + " was refused: unlock it or allow Longshore to use it, then try again.");
    }

    static StoreState.Available available(String name) {
        return new StoreState.Available(name, "Tokens are kept in " + name + ".");
    }
}
