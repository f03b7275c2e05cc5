package dev.longshore.ui.cleanup;

import dev.longshore.model.CleanupTime;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.PlanFact;
import dev.longshore.model.plan.PlanChange;
import dev.longshore.model.plan.PlanOutcome;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.control.calendar.CleanupEntry;
import dev.longshore.ui.control.calendar.CleanupEntry.EntryKind;
import dev.longshore.ui.control.timeline.DrawnDate;
import dev.longshore.ui.look.Urgency;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What of a plan is drawn over what is there: what would change, and no more. */
record PlanGhosts(UiContext context) {
    /** A range that is longer says nothing about a day. */
    private static final Duration LONGEST_DRAWN = Duration.ofDays(31);

    /** The entries of the calendar. */
    Stream<CleanupEntry> of(WatchedMigration migration, PlanOutcome outcome) {
        return outcome.scenarios().stream().flatMap(scenario -> scenario.changes().stream()
                .filter(each -> each.rule() != PlanFact.SCHEDULED)
                .filter(each -> !isAsItIs(migration, each))
                .filter(each -> Duration.between(each.earliest(), each.latest()).compareTo(LONGEST_DRAWN) <= 0)
                .map(each -> ghost(migration, scenario, each, outcome.lengthIsKnown()))).distinct();
    }

    /** True for what lies in the calendar already, at the same time. */
    private static boolean isAsItIs(WatchedMigration migration, PlanChange change) {
        if (change.isCleanup()) {
            return change.earliest().equals(change.latest()) && migration.cleanup().map(Deadline::at)
                    .filter(at -> CleanupTime.isSameSecond(at, change.earliest())).isPresent();
        }
        return change.rule() == PlanFact.IMPORT_ENDS && migration.forecast() instanceof Forecast.Range range
                && CleanupTime.isSameSecond(range.earliest(), change.earliest())
                && CleanupTime.isSameSecond(range.latest(), change.latest());
    }

    private CleanupEntry ghost(WatchedMigration migration, PlanOutcome.Scenario scenario, PlanChange change,
            boolean lengthIsKnown) {
        var told = new ArrayList<Fact>(List.of(change.fact(lengthIsKnown)));
        if (change.isCleanup()) {
            told.add(Fact.of(scenario.loss()));
        }
        if (!scenario.documented()) {
            told.add(Fact.of(PlanFact.UNDOCUMENTED));
        }
        var urgency = change.isCleanup() && !scenario.isSafe() ? Urgency.ACUTE : Urgency.CALM;
        var detail = context.sentence(Fact.sentences(told.toArray(Fact[]::new)));
        return new CleanupEntry(
                migration.key(), context.texts().get("cleanup.whatIf.ghost", migration.name()), kind(change),
                change.earliest(), change.latest(), urgency, detail);
    }

    /** The same in the timeline of its migration. */
    DrawnDate inTimeline(CleanupEntry ghost) {
        return new DrawnDate(
                ghost.key(), DrawnDate.DateOrigin.PLAN, context.texts().get("cleanup.whatIf.ghost", context.texts().get(
                        "cleanup.whatIf.kind." + ghost.kind())),
                ghost.detail(), ghost.from(), ghost.until(), ghost.urgency());
    }

    private static EntryKind kind(PlanChange change) {
        if (change.isCleanup()) {
            return EntryKind.PLANNED_CLEANUP;
        }
        return change.rule() == PlanFact.IMPORT_ENDS || change.rule() == PlanFact.IMPORT_FAILS
                ? EntryKind.PLANNED_IMPORT_END
                : EntryKind.PLANNED_STEP;
    }
}
