package dev.longshore.ui.actions;

import dev.longshore.model.Action;
import dev.longshore.model.Ruling;
import dev.longshore.model.Ruling.LifecycleRule;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.model.fact.CleanupFact;
import dev.longshore.model.fact.Fact;
import dev.longshore.text.MigrationText;
import dev.longshore.text.StatusText;
import dev.longshore.ui.actions.ChecklistItem.ChecklistState;
import dev.longshore.ui.actions.ChecklistItem.ChecklistSubject;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.ui.preflight.PreflightViewModel;
import dev.longshore.upload.UploadLedger;
import dev.longshore.upload.UploadLedger.LedgerCell;
import dev.longshore.watch.WatchedMigration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What has to be certain before a launch seals the directory: filled in as far as it is known, the rest is ticked by the
 * user. An upload that is known to be incomplete is launched for a reason that the user gives. FX thread only.
 */
final class LaunchChecklist {
    private final StringProperty ledgerReason = new SimpleStringProperty(this, "ledgerReason", "");
    private final List<ChecklistItem> items = Stream.of(ChecklistSubject.values()).map(ChecklistItem::new).toList();
    private final ReadOnlyObjectWrapper<ChecklistState> verdict = new ReadOnlyObjectWrapper<>(this, "verdict",
            ChecklistState.NONE);
    private final PreflightViewModel preflight;
    private final UiContext context;
    private final SnapshotFeed feed;
    private final boolean isForLater;

    /** @param isForLater whether it is launched when it is its turn, and not now */
    LaunchChecklist(UiContext context, SnapshotFeed feed, WatchedMigration migration, boolean isForLater) {
        this.context = context;
        this.feed = feed;
        this.isForLater = isForLater;
        preflight = new PreflightViewModel(context);
        var key = migration.key();
        // A table may be in the upload of another migration of the database, too.
        feed.snapshotProperty().get().migrations().stream().map(WatchedMigration::key)
                .filter(each -> each.ref().database().equals(key.ref().database()))
                .forEach(feed.uploadKnowledge()::read);
        preflight.check(key.databaseKey());
        refresh(migration);
    }

    List<ChecklistItem> items() {
        return items;
    }

    PreflightViewModel preflight() {
        return preflight;
    }

    /** Why it is launched although files are missing, in the user's own words. */
    StringProperty ledgerReasonProperty() {
        return ledgerReason;
    }

    /** Calls {@code action} whenever something has changed besides the snapshot. */
    Subscription onChange(Runnable action) {
        InvalidationListener listener = _ -> action.run();
        feed.uploadKnowledge().ledgers().addListener(listener);
        return Stream.concat(
                Stream.of(
                        () -> feed.uploadKnowledge().ledgers().removeListener(listener),
                        preflight.stateProperty().subscribe(() -> action.run()),
                        ledgerReason.subscribe(() -> action.run())),
                items.stream().map(each -> each.tickedProperty().subscribe(() -> action.run())))
                .reduce(Subscription.EMPTY, Subscription::and);
    }

    /** Whether a reason is needed because files are missing. */
    boolean needsLedgerReason(WatchedMigration migration) {
        var ledger = feed.uploadKnowledge().ledgers().get(migration.key());
        return ledger != null && !ledger.isComplete();
    }

    /** What the user has still to do. */
    Optional<String> missing(WatchedMigration migration) {
        if (items.stream().anyMatch(ChecklistItem::isOpen)) {
            return Optional.of(say("actions.launch.onlyYou"));
        }
        return needsLedgerReason(migration) && ledgerReason.get().isBlank()
                ? Optional.of(say("actions.launch.ledgerReason.missing"))
                : Optional.empty();
    }

    /** What all that is known comes to. */
    ReadOnlyObjectProperty<ChecklistState> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    private ChecklistState verdict() {
        var against = items.stream().filter(each -> each.kind() != ChecklistSubject.FAILED_CHECKS)
                .map(each -> each.stateProperty().get()).filter(ChecklistState::isAgainst).toList();
        var failed = preflight.stateProperty().get().failed();
        var open = items.stream().filter(ChecklistItem::isOpen).count();
        if (against.size() + failed > 0) {
            var isGrave = failed > 0 || against.stream().anyMatch(each -> each.role() == ColorRole.DANGER);
            return new ChecklistState(say("actions.launch.verdict.against", against.size() + failed),
                    isGrave ? ColorRole.DANGER : ColorRole.RISK, false);
        }
        if (preflight.stateProperty().get().isUnderWay()) {
            return new ChecklistState(say("actions.launch.verdict.checking"), ColorRole.WAITING, false);
        }
        return preflight.stateProperty().get().isDatabaseUnknown()
                ? new ChecklistState(say("actions.launch.verdict.notKnown"), ColorRole.RISK, false)
                : new ChecklistState(say("actions.launch.verdict.good", open), ColorRole.GOOD, false);
    }

    /** Says what is known now. */
    void refresh(WatchedMigration migration) {
        preflight.setKeyspaces(feed.uploadKnowledge().keyspaces(migration.key()));
        items.forEach(each -> each.show(state(each.kind(), migration)));
        verdict.set(verdict());
    }

    private ChecklistState state(ChecklistSubject kind, WatchedMigration migration) {
        return switch (kind) {
            case UPLOADS -> uploads(feed.uploadKnowledge().ledgers().get(migration.key()));
            case SCHEMA -> asked("actions.launch.check.schema");
            case LISTED -> listed(migration);
            case UNLISTED -> asked("actions.launch.check.unlisted");
            case CLEANUP -> cleanup(migration);
            case FREEZE -> freeze(migration);
            case STATUS -> status(migration);
            case FAILED_CHECKS -> failedChecks();
        };
    }

    private ChecklistState uploads(@Nullable UploadLedger ledger) {
        if (ledger == null) {
            return asked("actions.launch.check.uploads");
        }
        if (ledger.isComplete()) {
            var nodes = ledger.cells().stream().map(LedgerCell::node).distinct().count();
            return new ChecklistState(say("actions.launch.check.ledgerComplete", ledger.tables().size(), nodes),
                    ColorRole.GOOD, false);
        }
        return new ChecklistState(say("actions.launch.check.ledgerOpen", openings(ledger)), ColorRole.DANGER, false);
    }

    private String openings(UploadLedger ledger) {
        var findings = ledger.findings().entrySet().stream()
                .map(each -> say("actions.launch.check.finding", each.getValue(),
                        say("uploads.finding." + each.getKey().name())));
        var unknown = ledger.cells().stream().filter(each -> each.expected() == null).count();
        return Stream.of(findings,
                unknown == 0 ? Stream.<String>empty() : Stream.of(say("actions.launch.check.notExpected", unknown)),
                ledger.nodesNotMeasured().isEmpty() ? Stream.<String>empty()
                        : Stream.of(say("uploads.ledger.notMeasured",
                                String.join(", ", ledger.nodesNotMeasured()))))
                .flatMap(each -> each).collect(Collectors.joining(" · "));
    }

    /** While another one imports, a launch is forbidden now, and for later it is what is waited for. */
    private ChecklistState listed(WatchedMigration migration) {
        return migration.ruling(Action.LAUNCH) instanceof Ruling.Denied(var rule, var why)
                && rule == LifecycleRule.ANOTHER_IMPORT_RUNS
                        ? new ChecklistState(
                                context.sentence(why), isForLater ? ColorRole.WAITING : ColorRole.DANGER, false)
                        : new ChecklistState(say("actions.launch.check.listed"), ColorRole.GOOD, false);
    }

    private ChecklistState cleanup(WatchedMigration migration) {
        var now = feed.serviceTime(migration.key());
        var collision = CollisionGuard.atLaunch(now, migration.deadlines(), migration.forecast());
        var due = CollisionGuard.cleanup(migration.deadlines())
                .map(each -> context.sentence(CollisionGuard.inShort(now, each, migration.forecast())))
                .orElseGet(() -> context.sentence(Fact.of(CleanupFact.DUE_UNKNOWN)));
        var why = context.sentence(collision.explanation());
        return switch (collision.risk()) {
            case NONE -> new ChecklistState(say("actions.launch.check.cleanupFar", due), ColorRole.GOOD, false, why);
            case UNKNOWN -> CollisionGuard.cleanup(migration.deadlines()).isPresent()
                    ? new ChecklistState(say("actions.launch.check.cleanupLeft", due), ColorRole.NEUTRAL, false, why)
                    : new ChecklistState(say("actions.launch.check.cleanup", due), ColorRole.NEUTRAL, true, why);
            case AMBER -> new ChecklistState(say("actions.launch.check.cleanupNear", due), ColorRole.RISK, true, why);
            case RED ->
                new ChecklistState(say("actions.launch.check.cleanupTooNear", due), ColorRole.DANGER, true, why);
        };
    }

    /** A launch in a freeze needs a reason, and one for later waits for its end. */
    private ChecklistState freeze(WatchedMigration migration) {
        return migration.ownDates().freezeAt(feed.serviceTime(migration.key()))
                .map(each -> new ChecklistState(
                        say("actions.launch.check.frozen", each.window().name(), context.times().at(each.until())),
                        isForLater ? ColorRole.WAITING : ColorRole.RISK, false))
                .orElseGet(() -> new ChecklistState(say("actions.launch.check.noFreeze"), ColorRole.GOOD, false));
    }

    private ChecklistState status(WatchedMigration migration) {
        var known = say("actions.confirm.age",
                new StatusText(context.texts())
                        .word(migration.lastKnown() == null ? null : migration.lastKnown().status()),
                new MigrationText(context.texts(), context.times())
                        .observed(migration, feed.nowProperty().get()));
        return migration.isFresh(context.clock().instant())
                ? new ChecklistState(say("actions.launch.check.status", known), ColorRole.GOOD, false)
                : new ChecklistState(say("actions.launch.check.statusOld", known), ColorRole.RISK, false);
    }

    private ChecklistState failedChecks() {
        var failed = preflight.stateProperty().get().failed();
        return failed == 0 ? ChecklistState.NONE
                : new ChecklistState(say("actions.launch.check.failed", failed), ColorRole.DANGER, true);
    }

    private ChecklistState asked(String key) {
        return new ChecklistState(say(key), ColorRole.NEUTRAL, true);
    }

    private String say(String key, Object... figures) {
        return context.texts().get(key, figures);
    }
}
