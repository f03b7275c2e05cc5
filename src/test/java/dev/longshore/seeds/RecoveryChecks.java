package dev.longshore.seeds;

import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Phase;
import dev.longshore.watch.AlertsSnapshot;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What has to be right again some time after the last fault. */
final class RecoveryChecks {
    private static final int BOUND = 3 * 3_600;
    private static final Pattern WORD = Pattern.compile("\"status\" ?: ?\"([^\"]*)\"");

    private final SeedRun run;

    RecoveryChecks(SeedRun run) {
        this.run = run;
    }

    void check() {
        run.computer().endFaults();
        run.computer().correctClock();
        var _ = run.program().watch().unlock();
        run.program().watch().pollNow();
        run.pass(BOUND);
        checkConnections();
        run.program().watch().snapshot().migrations().forEach(this::checkMigration);
        checkCommands();
        checkAlerts();
    }

    private void checkConnections() {
        var snapshot = run.program().watch().snapshot();
        ViolationError.unless(snapshot.troubles().isEmpty(), "The journal is still in trouble: %s",
                snapshot.troubles());
        for (var each : snapshot.connections()) {
            ViolationError.unless(each.health() instanceof WatchedConnection.Health.Watching && !each.clockJumped(),
                    "The connection is not watched again: %s", each.health());
        }
    }

    private void checkMigration(WatchedMigration migration) {
        var now = run.computer().clock().instant();
        ViolationError.unless(migration.problem() == null && !migration.isStale(now), "Still old: %s, %s",
                migration.key(), migration.problem());
        for (int tries = 0; tries < 3 && !isAsServiceSays(migration.key()); tries++) {
            run.program().watch().pollNow(migration.key());
            run.pass(40);
        }
        ViolationError.unless(isAsServiceSays(migration.key()), "The service says %s of %s, the program %s",
                word(migration.key()), migration.key(), migration.lastKnown());
    }

    private boolean isAsServiceSays(MigrationKey key) {
        var known = run.program().watch().snapshot().migration(key).map(WatchedMigration::lastKnown).orElseThrow();
        return known != null && known.status().raw().equals(word(key));
    }

    private String word(MigrationKey key) {
        var ref = key.ref();
        var found = WORD.matcher(Curl.get(run.service(),
                "/v2/databases/" + ref.database().value() + "/migrations/" + ref.migration().value()));
        return found.find() ? found.group(1) : "";
    }

    private void checkCommands() {
        ViolationError.unless(
                run.program().watch().snapshot().recentCommands().stream().noneMatch(each -> each.isOpen()),
                "Not decided: %s", run.program().watch().snapshot().recentCommands());
        ViolationError.unless(run.program().journal().openCommands().isEmpty(), "Not decided on disk: %s",
                run.program().journal().openCommands());
    }

    private void checkAlerts() {
        var newest = new AtomicReference<>(AlertsSnapshot.empty());
        run.program().watch().subscribeToAlerts(newest::set).close();
        var shown = newest.get().alerts().stream().map(each -> each.alertRecord().id()).collect(Collectors.toSet());
        var kept = run.program().journal().alerts(Instant.EPOCH).stream()
                .filter(each -> each.endedAt().isEmpty()
                        && each.alert().severity() != Alert.Severity.LOG)
                .map(AlertRecord::id).collect(Collectors.toSet());
        ViolationError.unless(shown.equals(kept) && shown.size() == newest.get().alerts().size(),
                "Alerts shown %s, kept %s", shown, kept);
        var failed = new HashSet<MigrationKey>();
        run.program().watch().snapshot().migrations().stream()
                .filter(each -> each.situation().phase().filter(Phase.FAILED::equals).isPresent())
                .forEach(each -> failed.add(each.key()));
        var told = run.program().journal().alerts(Instant.EPOCH).stream()
                .filter(each -> each.alert().kind() == Alert.Kind.FAILED)
                .map(AlertRecord::migration).toList();
        failed.forEach(
                each -> ViolationError.unless(told.contains(each.ref()), "Failed, and nobody was told: %s", each));
    }
}
