package dev.longshore.text;

import dev.longshore.model.CloudProvider;
import dev.longshore.model.Database;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Phase;
import dev.longshore.model.Progress;
import dev.longshore.model.StatusChange;
import dev.longshore.model.Timed;
import dev.longshore.model.userdate.DatedDeadline;
import dev.longshore.model.userdate.DatedDeadline.DueTime;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the window says about a migration, in words. What is not known is an empty text, never a guess. */
public final class MigrationText {
    private final Texts texts;
    private final TimeText times;
    private final FactText facts;

    /** Sentences out of {@code texts}, times by {@code times}. */
    public MigrationText(Texts texts, TimeText times) {
        this.texts = texts;
        this.times = times;
        facts = new FactText(texts, times);
    }

    /** The database's name, or its ID while the name is not known. */
    public String database(WatchedMigration migration) {
        var database = migration.database();
        return database == null ? migration.key().ref().database().value() : database.label();
    }

    /** Cloud and region, as far as known. */
    public String location(WatchedMigration migration) {
        return Optional.ofNullable(migration.database()).map(this::location).orElse("");
    }

    private String location(Database database) {
        return Texts.joined(Stream.of(cloud(database.cloud()), database.region()));
    }

    private static String cloud(CloudProvider cloud) {
        return switch (cloud) {
            case AWS -> "AWS";
            case GCP -> "Google Cloud";
            case AZURE -> "Azure";
            case UNKNOWN -> "";
        };
    }

    /** How long the status has been what it is, as exactly as it is known; while it is old, until it was last seen. */
    public String since(WatchedMigration migration, Instant now) {
        var known = migration.lastKnown();
        if (known == null) {
            return "";
        }
        return times.length(known.statusChange().durationUntil(StatusChange.at(migration.seenUntil(now))));
    }

    /** When the status began, as exactly as it is known, in a sentence. */
    public String sinceWhen(WatchedMigration migration) {
        var known = migration.lastKnown();
        if (known == null) {
            return "";
        }
        var otherwise = known.lastInOtherStatus();
        return otherwise == null
                ? texts.get("text.since.firstSeen", times.at(known.since()))
                : texts.get("text.since.changed", times.at(otherwise), times.end(otherwise, known.since()));
    }

    /** Percent done, where a number is known. */
    public OptionalDouble percent(WatchedMigration migration) {
        return progress(migration).map(Progress::percent).orElse(OptionalDouble.empty());
    }

    /** A percentage, without decimals: more would be precision that nobody has. */
    public String percent(double done) {
        return texts.get("text.percent", Math.floor(done) / 100);
    }

    /** The service's text about the progress, as it came. */
    public String progressText(WatchedMigration migration) {
        return progress(migration).map(Progress::text).orElse("");
    }

    private static Optional<Progress> progress(WatchedMigration migration) {
        return Optional.ofNullable(migration.lastKnown())
                .map(LastKnown::progress)
                .map(Timed::value);
    }

    /** The range of the expected end as distances from now. */
    public String eta(WatchedMigration migration, Instant now) {
        return switch (migration.forecast()) {
            case Forecast.Range range -> eta(
                    Duration.between(now, range.earliest()), Duration.between(now, range.latest()));
            case Forecast.NoForecast _ -> "";
        };
    }

    private String eta(Duration earliest, Duration latest) {
        return latest.isPositive() ? times.range(earliest, latest) : texts.get("text.eta.due");
    }

    /** What the expected end is computed from, or what is missing. */
    public String etaBasis(WatchedMigration migration) {
        return basis(migration.forecast());
    }

    /** What an expected end is computed from, or what is missing. */
    public String basis(Forecast forecast) {
        return switch (forecast) {
            case Forecast.Range range -> texts.get(
                    "text.eta.basis", times.at(range.earliest()), times.end(range.earliest(), range.latest()),
                    facts.of(range.basis()));
            case Forecast.NoForecast noForecast -> facts.of(noForecast.reason());
        };
    }

    /** When all imports of a database are expected to have ended, as distances from now; or why that is unknown. */
    public String databaseEnd(Forecast forecast, Instant now) {
        return switch (forecast) {
            case Forecast.Range range when range.latest().isAfter(now) -> texts.get("text.database.end",
                    times.range(Duration.between(now, range.earliest()), Duration.between(now, range.latest())));
            case Forecast.Range _ -> texts.get("text.database.end.due");
            case Forecast.NoForecast none -> facts.of(none.reason());
        };
    }

    /** What that end is computed from; empty where it is unknown. */
    public String databaseBasis(Forecast forecast) {
        return forecast instanceof Forecast.Range ? basis(forecast) : "";
    }

    /** When the cleanup is due, as a distance. */
    public String deadline(WatchedMigration migration, Instant now) {
        return migration.cleanup().map(due -> deadline(due, now)).orElse("");
    }

    private String deadline(Deadline due, Instant now) {
        return due.at().isAfter(now)
                ? texts.get("text.deadline.in", times.duration(Duration.between(now, due.at())))
                : texts.get("text.deadline.passed");
    }

    /** The next deadline that the user has set, and how far it is; empty where none is to come. */
    public String nextDeadline(WatchedMigration migration, Instant now) {
        return migration.ownDeadlines(now).stream()
                .flatMap(each -> each.due() instanceof DueTime.DueBetween(var at, _) && at.isAfter(now)
                        ? Stream.of(Map.entry(at, each.deadline().name()))
                        : Stream.empty())
                .min(Map.Entry.comparingByKey())
                .map(each -> texts.get("text.deadline.own", each.getValue(),
                        times.duration(Duration.between(now, each.getKey()))))
                .orElse("");
    }

    /** The deadlines that the user has set, a line each: when they are due, and whether the import ends before them. */
    public String ownDeadlines(WatchedMigration migration, Instant now) {
        return migration.ownDeadlines(now).stream().map(this::ownDeadline).collect(Collectors.joining("\n"));
    }

    /** When a deadline is due, and whether the import ends before it. */
    public String ownDeadline(DatedDeadline dated) {
        var name = dated.deadline().name();
        var when = facts.of(dated.when());
        return dated.answer().map(each -> texts.get("text.deadline.own.answer", name, when, facts.of(each.fact())))
                .orElseGet(() -> texts.get("text.deadline.own.when", name, when));
    }

    /** By which rule the cleanup is due. */
    public String deadlineCause(WatchedMigration migration) {
        return migration.cleanup().map(this::deadlineCause).orElse("");
    }

    /** By which rule it is due. */
    public String deadlineCause(Deadline due) {
        return cause(due.cause());
    }

    /** The same in a word or two, where it is clear that a cleanup is meant. */
    public String deadlineCauseInShort(Deadline due) {
        return switch (due.cause()) {
            case CLEANUP_IDLE -> texts.get("text.deadline.idle.short");
            case CLEANUP_SCHEDULED -> texts.get("text.deadline.scheduled.short");
            case CLEANUP_UNKNOWN -> texts.get("text.deadline.unknown.short");
            case CREDENTIALS -> texts.get("text.deadline.credentials");
        };
    }

    /** The word for what the service has not told or cannot be computed. */
    public String unknown() {
        return texts.get("text.unknown");
    }

    private String cause(Deadline.Cause cause) {
        return switch (cause) {
            case CLEANUP_IDLE -> texts.get("text.deadline.idle");
            case CLEANUP_SCHEDULED -> texts.get("text.deadline.scheduled");
            case CLEANUP_UNKNOWN -> texts.get("text.deadline.unknown");
            case CREDENTIALS -> texts.get("text.deadline.credentials");
        };
    }

    /** What that rule means, and what follows where it is not known. */
    public String deadlineRule(Deadline due) {
        return switch (due.cause()) {
            case CLEANUP_IDLE -> texts.get("text.deadline.idle.rule");
            case CLEANUP_SCHEDULED -> texts.get("text.deadline.scheduled.rule");
            case CLEANUP_UNKNOWN -> texts.get("text.deadline.unknown.rule");
            case CREDENTIALS -> "";
        };
    }

    /** How long the upload credentials are good for; only while files are received. */
    public String credentials(WatchedMigration migration, Instant now) {
        return credentialsEnd(migration).map(end -> credentials(end, now)).orElse("");
    }

    private String credentials(Instant end, Instant now) {
        return end.isAfter(now)
                ? times.duration(Duration.between(now, end))
                : texts.get("text.credentials.expired");
    }

    /** When the upload credentials end; empty unless files are received. */
    public Optional<Instant> credentialsEnd(WatchedMigration migration) {
        return migration.situation().phase().filter(Phase.RECEIVING_FILES::equals).flatMap(_ -> migration.deadlines()
                .stream()
                .filter(due -> due.cause() == Deadline.Cause.CREDENTIALS)
                .map(Deadline::at)
                .findFirst());
    }

    /** How old the status is. */
    public String observed(WatchedMigration migration, Instant now) {
        return migration.lastKnown() == null
                ? texts.get("text.observed.never")
                : migration.age(now).map(age -> texts.get("text.observed.ago", times.duration(age)))
                        .orElseGet(() -> unknown());
    }

    /** What is wrong with the newest answer, and how old what is shown is. */
    public String problem(WatchedMigration migration) {
        var problem = migration.problem();
        return problem == null
                ? ""
                : texts.get("text.problem", facts.of(problem.fact()), times.at(problem.since()), problem.count());
    }
}
