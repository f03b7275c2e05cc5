package dev.longshore.ui;

import java.util.concurrent.CompletableFuture;

/** Starts the built-in simulator with its estate, for a person who wants to look around first. */
@FunctionalInterface
public interface Explore {
    /** Begins; completes with a sentence about what went wrong, or "". The window may be replaced by then. */
    CompletableFuture<String> begin();
}
