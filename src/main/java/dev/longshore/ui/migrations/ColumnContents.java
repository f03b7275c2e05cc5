package dev.longshore.ui.migrations;

import dev.longshore.model.Deadline;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Phase;
import dev.longshore.model.Remark;
import dev.longshore.model.advice.NextStep;
import dev.longshore.model.advice.RiskRank;
import dev.longshore.model.userdate.DatedDeadline;
import dev.longshore.text.AttemptText;
import dev.longshore.text.MigrationText;
import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.ui.look.Urgency;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each column says about a migration at one moment: ages by our clock, deadlines by the service's. */
final class ColumnContents {

    private final UiContext context;
    private final MigrationText text;
    private final TimeText times;
    private final SnapshotFeed feed;
    private final RowFacts facts;
    private final AttemptText attempts;

    ColumnContents(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
        times = context.times();
        text = new MigrationText(context.texts(), times);
        facts = new RowFacts(context, feed);
        attempts = new AttemptText(context.texts());
    }

    CellContent name(WatchedMigration migration, Instant now) {
        return new CellContent(
                migration.name(), belowTheName(migration),
                inLines(migration.key().ref().toString(), chain(migration)), null);
    }

    private String belowTheName(WatchedMigration migration) {
        return Texts.joined(Stream.concat(
                Stream.of(claim(migration), attempts.number(migration), migration.connection().name()),
                migration.tags().stream()));
    }

    /** Who looks after it; empty where nobody does. */
    private String claim(WatchedMigration migration) {
        return migration.remarks().claim().map(each -> context.texts().get("migrations.claimed", each.author()))
                .orElse("");
    }

    /** Which attempts it stands between; empty where it is the only one. */
    private String chain(WatchedMigration migration) {
        return inLines(attempts.follows(migration, feed.snapshotProperty().get()),
                attempts.followedBy(feed.laterAttempts(migration.key())));
    }

    /** On one line: the connection only where there is more than one, and the rest in the tooltip. */
    CellContent nameAlone(WatchedMigration migration, Instant now) {
        var connection = feed.snapshotProperty().get().connections().size() > 1 ? migration.connection().name() : "";
        var claim = migration.remarks().claim().map(Remark::author).orElse("");
        var below = Stream.of(claim, connection).filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" \u00b7 "));
        return new CellContent(migration.name(), below, inLines(migration.name(), belowTheName(migration),
                migration.key().ref().toString(), chain(migration)), null);
    }

    CellContent databaseAlone(WatchedMigration migration, Instant now) {
        return new CellContent(text.database(migration), "", inLines(text.database(migration),
                text.location(migration), migration.key().ref().database().value()), null);
    }

    private static String inLines(String... parts) {
        return Stream.of(parts).filter(each -> !each.isBlank()).distinct().collect(Collectors.joining("\n"));
    }

    /** What is to be done, in a few words; the whole sentence is in the tooltip. */
    CellContent nextStep(WatchedMigration migration, Instant now) {
        var step = feed.nextStep(migration);
        return new CellContent(inShort(step), "", inLines(inShort(step), context.sentence(step.explained())), null);
    }

    /** A step that has no short form is told in full. */
    private String inShort(NextStep step) {
        var key = "migrations.next." + step.fact().kind();
        return context.texts().bundle().containsKey(key) ? context.texts().get(key) : context.sentence(step.fact());
    }

    RiskRank rank(WatchedMigration migration) {
        return facts.rank(migration);
    }

    CellContent tags(WatchedMigration migration, Instant now) {
        return CellContent.of(String.join(", ", migration.tags()), "");
    }

    CellContent database(WatchedMigration migration, Instant now) {
        return new CellContent(
                text.database(migration), text.location(migration), migration.key().ref().database().value(), null);
    }

    CellContent connection(WatchedMigration migration, Instant now) {
        return CellContent.of(migration.connection().name(), migration.connection().endpoint().getHost());
    }

    CellContent since(WatchedMigration migration, Instant now) {
        return new CellContent(text.since(migration, now), "", text.sinceWhen(migration), null);
    }

    CellContent eta(WatchedMigration migration, Instant now) {
        var end = text.eta(migration, now);
        if (!end.isEmpty() || !isIn(migration, Phase::occupiesTheDatabase)) {
            return new CellContent(end, "", text.etaBasis(migration), null);
        }
        return unknown(text.etaBasis(migration));
    }

    private CellContent unknown(String why) {
        return new CellContent(text.unknown(), "", inLines(text.unknown(), why), null);
    }

    CellContent deadline(WatchedMigration migration, Instant now) {
        return deadline(migration, text::deadlineCause);
    }

    /** On one line. */
    CellContent deadlineAlone(WatchedMigration migration, Instant now) {
        return deadline(migration, text::deadlineCauseInShort);
    }

    private CellContent deadline(WatchedMigration migration, Function<Deadline, String> cause) {
        var cleanup = migration.cleanup().map(due -> deadline(migration, due, cause.apply(due))).orElseGet(
                () -> isIn(migration, phase -> !phase.isClosing())
                        ? unknown(context.texts().get("detail.cleanup.unknown"))
                        : CellContent.of("", ""));
        return migration.ownDates().deadlines().isEmpty() ? cleanup : withOwnDeadlines(migration, cleanup);
    }

    /** The next deadline of the user's own beside the cleanup; one that will be missed is worth a look. */
    private CellContent withOwnDeadlines(WatchedMigration migration, CellContent cleanup) {
        var serviceTime = feed.serviceTime(migration.key());
        var next = Texts.joined(Stream.of(cleanup.second(), text.nextDeadline(migration, serviceTime)));
        var isMissed = migration.ownDeadlines(serviceTime).stream().anyMatch(DatedDeadline::isMissed);
        return new CellContent(
                cleanup.first(), next, inLines(cleanup.more(), text.ownDeadlines(migration, serviceTime)),
                cleanup.explanation(),
                cleanup.colorRole() == null && isMissed ? ColorRole.RISK : cleanup.colorRole());
    }

    /** True for a status word that is not documented too: it may be any. False where nothing was observed yet. */
    private static boolean isIn(WatchedMigration migration, Predicate<Phase> phases) {
        return migration.lastKnown() != null && migration.situation().phase().map(phases::test).orElse(true);
    }

    private CellContent deadline(WatchedMigration migration, Deadline due, String cause) {
        var left = text.deadline(migration, feed.serviceTime(migration.key()));
        return new CellContent(
                left, cause, inLines(left, times.at(due.at()), text.deadlineCause(due)), text.deadlineRule(due),
                colorRole(Urgency.of(feed.collision(migration))));
    }

    private static @Nullable ColorRole colorRole(Urgency urgency) {
        return urgency == Urgency.CALM ? null : urgency.colorRole();
    }

    CellContent credentials(WatchedMigration migration, Instant now) {
        var end = text.credentialsEnd(migration);
        var serviceTime = feed.serviceTime(migration.key());
        var soon = end.filter(each -> Deadline.isSoonForCredentials(each, serviceTime)).isPresent();
        return new CellContent(
                text.credentials(migration, serviceTime), "", end.map(times::at).orElse(""),
                soon ? ColorRole.RISK : null);
    }

    CellContent observed(WatchedMigration migration, Instant now) {
        var stale = migration.isStale(now);
        return new CellContent(
                text.observed(migration, now), "", inLines(text.observed(migration, now), observedMore(migration)),
                stale ? ColorRole.RISK : null);
    }

    private String observedMore(WatchedMigration migration) {
        var problem = text.problem(migration);
        return problem.isEmpty()
                ? Optional.ofNullable(migration.lastKnown()).map(LastKnown::observedAt).map(times::at).orElse("")
                : problem;
    }
}
