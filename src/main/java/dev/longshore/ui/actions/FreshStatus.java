package dev.longshore.ui.actions;

import dev.longshore.ui.context.UiContext;
import dev.longshore.watch.Problem;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whatever cannot be undone is decided on a fresh status: where the one that is known is older than its polling
 * interval, a new one is asked for first.
 */
final class FreshStatus {
    private final UiContext context;
    private @Nullable Instant requestedAt;

    /** Asks for a status if {@code migration}'s is too old. */
    FreshStatus(UiContext context, WatchedMigration migration) {
        this.context = context;
        if (!migration.isFresh(context.clock().instant())) {
            request(migration);
        }
    }

    /** Asks, or asks again. */
    void request(WatchedMigration migration) {
        requestedAt = context.clock().instant();
        context.watch().pollNow(migration.key());
    }

    /** Why what is known is not fresh enough yet, as a sentence; empty when it is. */
    Optional<String> why(WatchedMigration migration) {
        var asked = requestedAt;
        if (asked == null || answeredSince(migration, asked)) {
            return Optional.empty();
        }
        return Optional.of(failedSince(migration)
                .map(sentence -> context.texts().get("actions.confirm.notFresh", sentence))
                .orElseGet(() -> context.texts().get("actions.confirm.asking")));
    }

    /** True when a status was asked for and did not come. */
    boolean hasFailed(WatchedMigration migration) {
        var asked = requestedAt;
        return asked != null && !answeredSince(migration, asked) && failedSince(migration).isPresent();
    }

    private static boolean answeredSince(WatchedMigration migration, Instant asked) {
        var known = migration.lastKnown();
        return known != null && migration.problem() == null && !known.observedAt().isBefore(asked);
    }

    private Optional<String> failedSince(WatchedMigration migration) {
        return Optional.ofNullable(migration.problem())
                .filter(_ -> !migration.poll().underWay())
                .map(Problem::fact)
                .map(context::sentence);
    }
}
