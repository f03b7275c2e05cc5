package dev.longshore.model;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.KeystoreFact;

/** What the OS keystore can do right now. Locked and missing are different things for the user. */
public sealed interface KeystoreState {
    /** What is the matter with it, and what to do. */
    Fact fact();

    /** It answers. */
    record Available(Fact fact) implements KeystoreState {
        /**
         * The keystore of that name.
         *
         * @param name the store's name as the user knows it ("GNOME Keyring", "macOS Keychain", …)
         */
        public static Available of(String name) {
            return new Available(Fact.of(KeystoreFact.STORED, name));
        }
    }

    /** There is one and it is locked, or it did not answer within the deadline. */
    record Locked(Fact fact) implements KeystoreState {
        /** For that reason. */
        public static Locked of(KeystoreFact kind, Object... figures) {
            return new Locked(Fact.of(kind, figures));
        }
    }

    /** There is none; the fact says why and what to install. */
    record Missing(Fact fact) implements KeystoreState {
        /** For that reason. */
        public static Missing of(KeystoreFact kind, Object... figures) {
            return new Missing(Fact.of(kind, figures));
        }
    }
}
