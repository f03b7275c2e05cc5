package dev.longshore.ui.context;

import java.util.concurrent.CompletableFuture;

/** Starts the built-in simulator with its sample organisation, for a user who wants to look around first. */
@FunctionalInterface
public interface DemoStarter {
    /** Begins; completes with a sentence about what went wrong, or "". The window may be replaced by then. */
    CompletableFuture<String> start();
}
