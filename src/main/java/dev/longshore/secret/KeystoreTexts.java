package dev.longshore.secret;

import dev.longshore.model.KeystoreState;
import dev.longshore.model.fact.Fact;
import java.time.Duration;

/** What the person is told of a keystore. */
final class KeystoreTexts {
    static final KeystoreState.Locked STILL_WAITING = new KeystoreState.Locked(
            Fact.recorded(
                    "The keystore is still busy with the call before: unlock it if your system asks you to, then try again."));
    static final KeystoreState.Locked INTERRUPTED = new KeystoreState.Locked(
            Fact.recorded("The keystore was not waited for, because Longshore is closing."));
    static final KeystoreState.Locked DECLINED = new KeystoreState.Locked(
            Fact.recorded(
                    "The keyring is locked: unlock it in your system's password manager, or try again and enter its password."));
    static final KeystoreState.Locked LOCKED = new KeystoreState.Locked(
            Fact.recorded(
                    "The keyring is locked: your system will ask for its password when Longshore needs a token from it."));
    static final KeystoreState.Locked NO_ANSWER = new KeystoreState.Locked(
            Fact.recorded(
                    "The keystore did not answer: look whether your system asks you to unlock it, then try again."));
    static final KeystoreState.Missing FAILED = new KeystoreState.Missing(
            Fact.recorded("The keystore cannot be used: its library failed, and the log says how."));
    static final KeystoreState.Missing NO_SESSION_BUS = new KeystoreState.Missing(
            Fact.recorded(
                    "There is no session bus, over which a keyring is reached: start Longshore from a desktop session, or with"
                            + " dbus-run-session."));
    static final KeystoreState.Missing BUS_UNREACHABLE = new KeystoreState.Missing(
            Fact.recorded(
                    "The session bus, over which a keyring is reached, does not take a connection; the log says why."));
    static final KeystoreState.Missing SECRET_SERVICE_FAILED = new KeystoreState.Missing(
            Fact.recorded("The keyring is installed but cannot be started: log in to the desktop again, or start"
                    + " gnome-keyring-daemon yourself."));
    static final KeystoreState.Missing NO_SECRET_SERVICE = new KeystoreState.Missing(
            Fact.recorded(
                    "No keyring is running: install gnome-keyring and log in again, or switch on the Secret Service of KWallet"
                            + " or KeePassXC."));
    static final KeystoreState.Missing NO_DEFAULT_KEYRING = new KeystoreState.Missing(
            Fact.recorded(
                    "There is no default keyring: make one in Passwords and Keys (package seahorse), then try again."));

    private KeystoreTexts() {}

    static KeystoreState noAnswerWithin(Duration deadline) {
        return new KeystoreState.Locked(Fact.recorded("The keystore did not answer within " + deadline.toSeconds()
                + " s: look whether your system asks you to unlock it, then try again."));
    }

    static KeystoreState.Missing notUsable(String name) {
        return new KeystoreState.Missing(
                Fact.recorded("Longshore cannot reach " + name + " on this computer; the log says why."));
    }

    static KeystoreState.Locked refused(String name) {
        return new KeystoreState.Locked(
                Fact.recorded(
                        "Access to " + name + " was refused: unlock it or allow Longshore to use it, then try again."));
    }

    static KeystoreState.Available available(String name) {
        return new KeystoreState.Available(name, Fact.recorded("Tokens are kept in " + name + "."));
    }
}
