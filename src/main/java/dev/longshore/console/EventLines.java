package dev.longshore.console;

import dev.longshore.model.Alert;
import dev.longshore.model.Command;
import dev.longshore.model.Connection;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Redaction;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;
import dev.longshore.text.CommandText;
import dev.longshore.text.FactText;
import dev.longshore.text.StatusText;
import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import dev.longshore.watch.ActiveAlert;
import dev.longshore.watch.AlertChange;
import dev.longshore.watch.AlertsSnapshot;
import dev.longshore.watch.MissedSummary;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.Watch;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happens, a line each: its time (ISO 8601), what it is (status, command, alert, connection, gap, journal), and a
 * sentence. Of whatever is known when it begins it prints the alerts and what is wrong with the journal only. Safe for
 * use by several threads.
 */
public final class EventLines {
    private final Texts texts;
    private final TimeText times;
    private final FactText facts;
    private final StatusText statuses;
    private final CommandText commands;
    private final Consumer<String> print;

    private Snapshot before;
    private AlertsSnapshot alertsBefore = AlertsSnapshot.empty();
    private final Map<String, Command> commandsBefore = new HashMap<>();
    /** When those began that were told. */
    private final Set<Instant> gaps = new HashSet<>();

    /**
     * Lines about what comes after {@code start}.
     *
     * @param times writes the times of the lines and those in their sentences
     * @param print takes a line, without its end; called under a lock
     */
    public EventLines(Snapshot start, TimeText times, Consumer<String> print) {
        this.before = start;
        this.texts = times.texts();
        this.times = times;
        this.facts = new FactText(texts, times);
        this.statuses = new StatusText(texts);
        this.commands = new CommandText(texts, times);
        this.print = print;
        start.recentCommands().forEach(each -> commandsBefore.put(each.id(), each));
    }

    /** Prints what happens in {@code watch} from now on; until it ends. */
    public void follow(Watch watch) {
        tellJournal(before);
        watch.subscribe(this::accept);
        watch.subscribeToAlerts(this::accept);
    }

    /** Prints what is different from the snapshot before. */
    synchronized void accept(Snapshot now) {
        now.connections().forEach(each -> connection(each, now.at()));
        now.migrations().forEach(each -> migration(each, now.at()));
        now.recentCommands().reversed().forEach(each -> command(each, now));
        if (!now.troubles().equals(before.troubles())) {
            tellJournal(now);
        }
        before = now;
    }

    /** Also at the start: that a damaged journal was set aside is known before anything else. */
    private void tellJournal(Snapshot now) {
        now.troubles().forEach(each -> line(now.at(), "journal", facts.of(each)));
    }

    private void connection(WatchedConnection now, Instant at) {
        var health = now.health().fact();
        var earlier = before.connection(now.connection().id()).map(WatchedConnection::health);
        if (earlier.isPresent() && kind(earlier.get()).equals(kind(now.health()))) {
            return;
        }
        if (health.isPresent()) {
            line(at, "connection", texts.get("console.connection", now.connection().name(), facts.of(health.get())));
        } else if (earlier.isPresent()) {
            line(at, "connection", texts.get("console.connection.well", now.connection().name()));
        }
    }

    /** A sentence that counts failures is no news each time. */
    private static Object kind(WatchedConnection.Health health) {
        return switch (health) {
            case WatchedConnection.Health.Watching _ -> "";
            case WatchedConnection.Health.Troubled troubled -> troubled.problem().fact().kind();
            case WatchedConnection.Health.Stopped stopped -> stopped.reason();
        };
    }

    private void migration(WatchedMigration now, Instant at) {
        var earlier = before.migration(now.key());
        if (earlier.filter(now::isUnchangedSince).isPresent()) {
            return;
        }
        var status = status(Optional.of(now));
        var statusBefore = status(earlier);
        if (status != null && !status.equals(statusBefore)) {
            var name = name(now.key(), now.name());
            line(seenAt(now, at), "status", statusBefore == null
                    ? texts.get("console.status.first", name, word(status))
                    : texts.get("console.status", name, word(status), word(statusBefore)));
        }
    }

    private static @Nullable Status status(Optional<WatchedMigration> migration) {
        return migration.map(WatchedMigration::lastKnown).map(LastKnown::status).orElse(null);
    }

    private static Instant seenAt(WatchedMigration migration, Instant at) {
        return Optional.ofNullable(migration.lastKnown()).map(LastKnown::observedAt).orElse(at);
    }

    /** The friendly word, and the service's own where that is another one. */
    private String word(Status status) {
        var friendly = statuses.word(status);
        return friendly.equals(status.raw()) ? friendly : texts.get("console.status.word", friendly, status.raw());
    }

    private void command(Command now, Snapshot snapshot) {
        var earlier = commandsBefore.put(now.id(), now);
        if (earlier == null || !earlier.state().equals(now.state())) {
            var name = name(now.key(), snapshot.migration(now.key()).map(WatchedMigration::name).orElse(""));
            line(now.state().at(), "command", texts.get("console.command", name, commands.state(now),
                    commands.reason(now)).strip());
        }
    }

    /** Prints what is different from the alerts before. */
    synchronized void accept(AlertsSnapshot now) {
        AlertChange.between(alertsBefore, now).forEach(this::alert);
        for (var gap : now.missed().reversed()) {
            if (gaps.add(gap.from())) {
                line(gap.to(), "gap", gap(gap));
            }
        }
        alertsBefore = now;
    }

    private String gap(MissedSummary gap) {
        return texts.get("console.gap." + gap.reason().name(), times.iso(gap.from()), times.iso(gap.to()));
    }

    private void alert(AlertChange change) {
        var active = change.alert();
        switch (change.kind()) {
            case RAISED -> alert(active, active.alertRecord().raisedAt(), "console.alert.raised");
            case CHANGED -> {
                if (isOtherSeverity(active)) {
                    alert(active, active.alertRecord().state().at(), "console.alert.changed");
                }
            }
            case ACKNOWLEDGED -> alert(active, active.alertRecord().state().at(), "console.alert.acknowledged");
            case ENDED -> alert(active, times.now(), "console.alert.ended");
        }
    }

    private boolean isOtherSeverity(ActiveAlert now) {
        return alertsBefore.alerts().stream()
                .filter(each -> each.alertRecord().id().equals(now.alertRecord().id()))
                .noneMatch(each -> each.alert().severity() == now.alert().severity());
    }

    private void alert(ActiveAlert active, Instant at, String key) {
        var name = active.migration().map(each -> name(each, active.subject())).orElse(active.subject());
        line(at, "alert", texts.get(key, severity(active.alert().severity()), name, sentence(active.alert().fact())));
    }

    private static String severity(Alert.Severity severity) {
        return switch (severity) {
            case ACT_NOW -> "act-now";
            case SOON -> "soon";
            case GOOD -> "good-news";
            case LOG -> "log";
        };
    }

    private String sentence(Fact fact) {
        return facts.of(fact);
    }

    /** Its name and its IDs, or its IDs alone. */
    private String name(MigrationKey key, String name) {
        return name.isBlank() || name.equals(key.ref().toString()) ? key.ref().toString()
                : texts.get("console.name", name, key.ref().toString());
    }

    private void line(Instant at, String kind, String sentence) {
        print.accept(times.iso(at) + " " + kind + " " + oneLine(sentence));
    }

    /** What others wrote is no line of ours, controls no terminal and holds no secret. */
    static String oneLine(String text) {
        return Redaction.of(text).replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\p{Cf}]+", " ").strip();
    }

    /** The first line: what is watched, and where that can be asked. */
    public static String ready(
            List<Connection> through, int migrations, Optional<String> address, Texts texts) {
        var names = through.stream().map(Connection::name).collect(Collectors.joining(", "));
        return oneLine(texts.get("console.ready", migrations, through.size(), names,
                address.map(each -> texts.get("console.ready.listening", each)).orElse("")));
    }
}
