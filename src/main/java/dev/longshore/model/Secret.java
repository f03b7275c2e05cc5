package dev.longshore.model;

import java.util.Arrays;

/**
 * Characters that must never be printed: a token, a key, a signature. Does not reveal them by {@code toString},
 * {@code equals} or {@code hashCode}; lives in memory only and can be wiped. Safe for use by several threads.
 */
public final class Secret implements AutoCloseable {
    private final char[] characters;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /** A secret with a copy of {@code characters}; the caller wipes its own. */
    public static Secret of(char[] characters) {
        return new Secret(characters.clone());
    }

    /** A secret with the characters of {@code text}; for answers that arrive as text anyhow. */
    public static Secret of(String text) {
        return new Secret(text.toCharArray());
    }

    /** A copy of the characters, for the one place that sends or copies them; wipe it after use. */
    public synchronized char[] reveal() {
        return characters.clone();
    }

    /** Another secret with the same characters, which is wiped by itself. */
    public synchronized Secret copy() {
        return of(characters);
    }

    /** True when there is nothing in it, or it was wiped. */
    public synchronized boolean isEmpty() {
        for (char character : characters) {
            if (character != 0) {
                return false;
            }
        }
        return true;
    }

    /** Overwrites the characters. */
    @Override
    public synchronized void close() {
        Arrays.fill(characters, '\0');
    }

    /** Says only that there is a secret. */
    @Override
    public String toString() {
        return "•••";
    }
}
