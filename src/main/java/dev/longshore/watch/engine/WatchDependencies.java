package dev.longshore.watch.engine;

import dev.longshore.devops.ApiConnector;
import dev.longshore.journal.Journal;
import dev.longshore.secret.TokenStore;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What the watch works with; whoever makes them closes them after the watch.
 *
 * @param journal where everything is kept
 * @param tokens where tokens are kept
 * @param connector the way to the service
 * @param clock the time
 * @param workers run what blocks; one virtual thread per task outside of tests
 */
public record WatchDependencies(
        Journal journal, TokenStore tokens, ApiConnector connector, InstantSource clock, Executor workers) {}
