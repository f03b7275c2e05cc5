package dev.longshore.ui.actions;

import dev.longshore.ui.context.UiContext;
import dev.longshore.watch.Problem;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whatever cannot be undone is decided on a fresh status: where the one that is known is older than its polling
 * interval, a new one is asked for first.
 */
final class FreshStatus {
    private final UiContext context;
    private boolean requested;
    /** When what was known as it was asked had been observed; null where nothing had. */
    private @Nullable Instant before;

    /** Asks for a status if {@code migration}'s is too old. */
    FreshStatus(UiContext context, WatchedMigration migration) {
        this.context = context;
        if (!migration.isFresh(context.clock().instant())) {
            request(migration);
        }
    }

    /** Asks, or asks again. */
    void request(WatchedMigration migration) {
        requested = true;
        before = observedAt(migration);
        context.watch().pollNow(migration.key());
    }

    /** Why what is known is not fresh enough yet, as a sentence; empty when it is. */
    Optional<String> why(WatchedMigration migration) {
        if (!requested || answeredSince(migration)) {
            return Optional.empty();
        }
        return Optional.of(failedSince(migration)
                .map(sentence -> context.texts().get("actions.confirm.notFresh", sentence))
                .orElseGet(() -> context.texts().get("actions.confirm.asking")));
    }

    /** True when a status was asked for and did not come. */
    boolean hasFailed(WatchedMigration migration) {
        return requested && !answeredSince(migration) && failedSince(migration).isPresent();
    }

    /** By which observation it is, and not by the time: a clock that is set back puts an old one after the request. */
    private boolean answeredSince(WatchedMigration migration) {
        return migration.lastKnown() != null && migration.problem() == null
                && !Objects.equals(observedAt(migration), before);
    }

    private static @Nullable Instant observedAt(WatchedMigration migration) {
        return migration.lastKnown() == null ? null : migration.lastKnown().observedAt();
    }

    private Optional<String> failedSince(WatchedMigration migration) {
        return Optional.ofNullable(migration.problem())
                .filter(_ -> !migration.poll().underWay())
                .map(Problem::fact)
                .map(context::sentence);
    }
}
