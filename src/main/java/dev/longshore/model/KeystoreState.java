package dev.longshore.model;

import dev.longshore.model.fact.Fact;

/** What the OS keystore can do right now. Locked and missing are different things for the person. */
public sealed interface KeystoreState {
    /** One sentence for the person. */
    Fact fact();

    /**
     * It answers.
     *
     * @param name the store's name as the person knows it ("Secret Service (GNOME Keyring)", "macOS Keychain", …)
     */
    record Available(String name, Fact fact) implements KeystoreState {}

    /** There is one and it is locked, or it did not answer within the deadline. */
    record Locked(Fact fact) implements KeystoreState {}

    /** There is none; the sentence says why and what to install. */
    record Missing(Fact fact) implements KeystoreState {}
}
