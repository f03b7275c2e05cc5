package dev.longshore.ui.migrations;

import dev.longshore.model.LastKnown;
import dev.longshore.ui.Feed;
import dev.longshore.ui.control.Risk;
import dev.longshore.ui.fx.TimeText;
import dev.longshore.ui.text.MigrationText;
import dev.longshore.ui.theme.Token;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each column says about a migration at one moment: ages by our clock, deadlines by the service's. */
final class Facets {
    private static final Duration SOON = Duration.ofMinutes(15);

    private final MigrationText text;
    private final TimeText times;
    private final Feed feed;

    Facets(MigrationText text, TimeText times, Feed feed) {
        this.text = text;
        this.times = times;
        this.feed = feed;
    }

    Facet name(WatchedMigration migration, Instant now) {
        return new Facet(
                migration.name(), belowTheName(migration), migration.key().ref().toString(), null);
    }

    private static String belowTheName(WatchedMigration migration) {
        return Stream.concat(Stream.of(migration.connection().name()), migration.tags().stream())
                .collect(Collectors.joining(" · "));
    }

    Facet tags(WatchedMigration migration, Instant now) {
        return Facet.of(String.join(", ", migration.tags()), "");
    }

    Facet database(WatchedMigration migration, Instant now) {
        return new Facet(
                text.database(migration), text.place(migration), migration.key().ref().database().value(), null);
    }

    Facet connection(WatchedMigration migration, Instant now) {
        return Facet.of(migration.connection().name(), migration.connection().endpoint().getHost());
    }

    Facet since(WatchedMigration migration, Instant now) {
        return new Facet(text.since(migration, now), "", text.sinceWhen(migration), null);
    }

    Facet eta(WatchedMigration migration, Instant now) {
        return new Facet(text.eta(migration, now), "", text.etaBasis(migration), null);
    }

    Facet deadline(WatchedMigration migration, Instant now) {
        var when = migration.cleanup().map(due -> times.at(due.at())).orElse("");
        return new Facet(
                text.deadline(migration, feed.serviceTime(migration.key())), text.deadlineCause(migration), when,
                token(text.deadlineRisk(migration, feed.collision(migration))));
    }

    private static @Nullable Token token(Risk risk) {
        return risk == Risk.CALM ? null : risk.token();
    }

    Facet credentials(WatchedMigration migration, Instant now) {
        var end = text.credentialsEnd(migration);
        var serviceTime = feed.serviceTime(migration.key());
        var soon = end.filter(each -> each.isBefore(serviceTime.plus(SOON))).isPresent();
        return new Facet(
                text.credentials(migration, serviceTime), "", end.map(times::at).orElse(""), soon ? Token.RISK : null);
    }

    Facet observed(WatchedMigration migration, Instant now) {
        var stale = text.isStale(migration, now);
        return new Facet(
                text.observed(migration, now), "", observedMore(migration), stale ? Token.RISK : null);
    }

    private String observedMore(WatchedMigration migration) {
        var problem = text.problem(migration);
        return problem.isEmpty()
                ? Optional.ofNullable(migration.lastKnown()).map(LastKnown::observedAt).map(times::at).orElse("")
                : problem;
    }
}
