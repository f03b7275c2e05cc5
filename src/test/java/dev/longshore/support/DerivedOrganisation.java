package dev.longshore.support;

import dev.longshore.model.Command;
import dev.longshore.model.Deadline;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.Timed;
import dev.longshore.model.advice.AlertRules;
import dev.longshore.model.cleanup.CleanupClock;
import dev.longshore.model.forecast.ImportForecast;
import dev.longshore.model.lifecycle.Situation;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An organisation whose every figure is worked out by the model from a history, as the watch would, so that table, timeline and
 * alerts cannot contradict each other.
 */
public final class DerivedOrganisation {
    private static final String WITH_A_PAST = "orders";

    private DerivedOrganisation() {}

    /** The same migrations; what is said of them follows from {@link #history}. */
    public static Snapshot through(Snapshot organisation) {
        return TestOrganisation.with(organisation,
                organisation.migrations().stream().map(DerivedOrganisation::through).toList());
    }

    /** What was observed of a migration of {@code organisation} until it was what it is there. */
    public static History history(Snapshot organisation, MigrationKey key) {
        return organisation.migration(key).map(DerivedOrganisation::history)
                .orElseGet(() -> new History(List.of(), List.of(), List.of()));
    }

    private static History history(WatchedMigration one) {
        return one.name().equals(WITH_A_PAST) ? SampleHistories.importing(one.key()) : brief(one);
    }

    /** Observed twice: when it became what it is, and last. */
    private static History brief(WatchedMigration one) {
        var known = one.lastKnown();
        var latest = one.latest();
        var commands = latest == null ? List.<Command>of() : List.of(latest);
        var observations = known == null
                ? List.<Observation>of()
                : List.of(observation(one, known, known.since()), observation(one, known, known.observedAt()));
        return new History(observations, commands, List.of());
    }

    private static Observation observation(WatchedMigration one, LastKnown known, Instant at) {
        return new Observation(
                one.key(), at, known.status(), value(known.progress()), due(one, false), value(known.uploadBucketDir()),
                due(one, true), null);
    }

    private static <T> @Nullable T value(@Nullable Timed<T> timed) {
        return timed == null ? null : timed.value();
    }

    private static @Nullable Instant due(WatchedMigration one, boolean credentials) {
        return one.deadlines().stream()
                .filter(each -> credentials == (each.cause() == Deadline.Cause.CREDENTIALS))
                .map(Deadline::at)
                .findFirst()
                .orElse(null);
    }

    private static WatchedMigration through(WatchedMigration one) {
        var history = history(one);
        var known = known(history);
        var latest = history.commands().isEmpty() ? null : history.commands().getLast();
        var open = Optional.ofNullable(latest).filter(Command::isOpen).orElse(null);
        var around = one.situation();
        return new WatchedMigration(
                one.key(), one.name(), one.tags(), one.connection(), one.database(), known, one.problem(),
                one.oddities(), latest,
                ImportForecast.of(known, history, TestOrganisation.NOW), CleanupClock.deadlines(known, history),
                one.credentials(), one.poll(),
                new Situation(TestOrganisation.NOW, known, around.readOnly(), open, around.siblings()),
                AlertRules.ofHistory(known, history));
    }

    private static @Nullable LastKnown known(History history) {
        LastKnown known = null;
        for (var each : history.observations()) {
            known = known == null ? LastKnown.first(each) : known.updatedBy(each);
        }
        return known;
    }
}
