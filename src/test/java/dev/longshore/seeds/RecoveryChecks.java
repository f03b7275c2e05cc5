package dev.longshore.seeds;

import dev.longshore.journal.Journal;
import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.OutgoingMessage;
import dev.longshore.model.Phase;
import dev.longshore.watch.AlertsSnapshot;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What has to be right again some time after the last fault. */
final class RecoveryChecks {
    private static final int BOUND = 3 * 3_600;
    /** In seconds: after that nothing is left to be done in a hurry, and time goes by faster. */
    private static final int SOON = 1_200;
    private static final int RARELY = 40;
    /** For so long something may be known and not yet told. */
    private static final Duration TO_TELL = Duration.ofMinutes(2);
    private static final Pattern WORD = Pattern.compile("\"status\" ?: ?\"([^\"]*)\"");

    private final SeedRun run;

    RecoveryChecks(SeedRun run) {
        this.run = run;
    }

    void check() {
        run.endFaults();
        run.computer().correctClock();
        run.programs().forEach(each -> {
            var _ = each.watch().unlock();
            each.watch().pollNow();
        });
        run.pass(SOON);
        run.pass(BOUND - SOON, RARELY);
        run.programs().forEach(this::check);
    }

    private void check(RunningProgram program) {
        checkConnections(program.watch().snapshot());
        program.watch().snapshot().migrations().forEach(each -> checkMigration(program, each));
        checkCommands(program);
        checkAlerts(program);
        run.receivers().ifPresent(each -> checkMessages(program.journal(), each));
    }

    private Instant longAgo() {
        return run.computer().clock().instant().minus(TO_TELL);
    }

    private static void checkConnections(Snapshot snapshot) {
        ViolationError.unless(snapshot.troubles().isEmpty(), "The journal is still in trouble: %s",
                snapshot.troubles());
        for (var each : snapshot.connections()) {
            ViolationError.unless(each.health() instanceof WatchedConnection.Health.Watching && !each.clockJumped(),
                    "The connection is not watched again: %s", each.health());
        }
    }

    private void checkMigration(RunningProgram program, WatchedMigration migration) {
        var now = run.computer().clock().instant();
        ViolationError.unless(migration.problem() == null && !migration.isStale(now), "Still old: %s, %s",
                migration.key(), migration.problem());
        for (int tries = 0; tries < 3 && !isAsServiceSays(program, migration.key()); tries++) {
            program.watch().pollNow(migration.key());
            run.pass(40);
        }
        ViolationError.unless(isAsServiceSays(program, migration.key()), "The service says %s of %s, the program %s",
                word(migration.key()), migration.key(), migration.lastKnown());
    }

    private boolean isAsServiceSays(RunningProgram program, MigrationKey key) {
        var known = program.watch().snapshot().migration(key).map(WatchedMigration::lastKnown).orElseThrow();
        return known != null && known.status().raw().equals(word(key));
    }

    private String word(MigrationKey key) {
        var ref = key.ref();
        var found = WORD.matcher(Curl.get(run.service(),
                "/v2/databases/" + ref.database().value() + "/migrations/" + ref.migration().value()));
        return found.find() ? found.group(1) : "";
    }

    private static void checkCommands(RunningProgram program) {
        ViolationError.unless(
                program.watch().snapshot().recentCommands().stream().noneMatch(each -> each.isOpen()),
                "Not decided: %s", program.watch().snapshot().recentCommands());
        ViolationError.unless(program.journal().openCommands().isEmpty(), "Not decided on disk: %s",
                program.journal().openCommands());
    }

    private static void checkAlerts(RunningProgram program) {
        var newest = new AtomicReference<>(AlertsSnapshot.empty());
        program.watch().subscribeToAlerts(newest::set).close();
        var shown = newest.get().alerts().stream().map(each -> each.alertRecord().id()).collect(Collectors.toSet());
        var kept = program.journal().alerts(Instant.EPOCH).stream()
                .filter(each -> each.endedAt().isEmpty()
                        && each.alert().severity() != Alert.Severity.LOG)
                .map(AlertRecord::id).collect(Collectors.toSet());
        ViolationError.unless(shown.equals(kept) && shown.size() == newest.get().alerts().size(),
                "Alerts shown %s, kept %s", shown, kept);
        var failed = new HashSet<MigrationKey>();
        program.watch().snapshot().migrations().stream()
                .filter(each -> each.situation().phase().filter(Phase.FAILED::equals).isPresent())
                .forEach(each -> failed.add(each.key()));
        var told = program.journal().alerts(Instant.EPOCH).stream()
                .filter(each -> each.alert().kind() == Alert.Kind.FAILED)
                .map(AlertRecord::migration).toList();
        failed.forEach(
                each -> ViolationError.unless(told.contains(each.ref()), "Failed, and nobody was told: %s", each));
    }

    /** Nothing is owed to anybody any more, and whoever was told of something was told its end. */
    private void checkMessages(Journal journal, MessageReceivers receivers) {
        var waiting = journal.messages().stream()
                .filter(each -> each.ending().isEmpty() && each.at().isBefore(longAgo())).toList();
        ViolationError.unless(waiting.isEmpty(), "Still to be sent: %s", waiting);
        for (var alert : journal.alerts(Instant.EPOCH)) {
            if (!isOfWebhook(alert) || receivers.hasRefused(alert.id()) || alert.state().at().isAfter(longAgo())) {
                continue;
            }
            ViolationError.unless(isAcknowledged(alert) || receivers.hasBeenTold(alert.id(), "raised"),
                    "Nobody was told: %s", alert);
            ViolationError.unless(
                    alert.endedAt().isEmpty() || !receivers.hasBeenTold(alert.id(), "raised")
                            || receivers.hasBeenTold(alert.id(), OutgoingMessage.RESOLVED),
                    "Told, and not told to be over: %s", alert);
        }
    }

    private static boolean isOfWebhook(AlertRecord alert) {
        var isAboutItself = alert.connection().equals(ConnectionId.ofRoute(MessageReceivers.WEBHOOK));
        return !isAboutItself && (alert.alert().severity() == Alert.Severity.ACT_NOW
                || alert.alert().severity() == Alert.Severity.SOON);
    }

    private static boolean isAcknowledged(AlertRecord alert) {
        return alert.states().stream().anyMatch(AlertRecord.State.Acknowledged.class::isInstance);
    }
}
