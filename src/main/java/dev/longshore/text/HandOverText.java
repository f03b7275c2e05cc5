package dev.longshore.text;

import dev.longshore.model.Deadline;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Remark;
import dev.longshore.model.activity.ActivityRecord;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.model.userdate.DatedDeadline.DueTime;
import dev.longshore.watch.ActiveAlert;
import dev.longshore.watch.AlertsSnapshot;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the next shift has to know, as Markdown that reads well as plain text. May be used from any thread. */
public final class HandOverText {
    private static final Duration AHEAD = Duration.ofHours(72);

    private final Texts texts;
    private final TimeText times;
    private final FactText facts;
    private final CommandText commands;
    private final MigrationText migrations;
    private final StatusText statuses;
    private final ActivityText activity;

    /** Words out of {@code texts}, times by {@code times}. */
    public HandOverText(Texts texts, TimeText times) {
        this.texts = texts;
        this.times = times;
        facts = new FactText(texts, times);
        commands = new CommandText(texts, times);
        migrations = new MigrationText(texts, times);
        statuses = new StatusText(texts);
        activity = new ActivityText(texts, times);
    }

    /**
     * What a shift hands over.
     *
     * @param user who does
     * @param since when the shift began, in UTC
     * @param state what is known now
     * @param records what happened since then, newest first
     */
    public record ShiftReport(String user, Instant since, ShiftState state, List<ActivityRecord> records) {
        public ShiftReport {
            records = List.copyOf(records);
        }

        private Instant now() {
            return state.snapshot().at();
        }

        private Snapshot snapshot() {
            return state.snapshot();
        }
    }

    /**
     * What is known at the end of a shift.
     *
     * @param snapshot of all migrations
     * @param alerts those that stand
     * @param urgent the migrations that need attention, as the window counts them, in order of risk
     */
    public record ShiftState(Snapshot snapshot, AlertsSnapshot alerts, List<WatchedMigration> urgent) {
        public ShiftState {
            urgent = List.copyOf(urgent);
        }
    }

    /** The whole sheet. */
    public String sheet(ShiftReport handOver) {
        var title = handOver.user().isBlank()
                ? texts.get("text.handOver.title", times.at(handOver.now()))
                : texts.get("text.handOver.title.by", times.at(handOver.now()), handOver.user());
        return "# " + title + "\n"
                + section("risk", handOver.state().urgent().stream().map(each -> urgent(each, handOver.now())).toList())
                + section("alerts", alerts(handOver))
                + section("pending", pending(handOver))
                + section("due", due(handOver))
                + section("claims", claims(handOver))
                + section("notes", notes(handOver))
                + section("changes", changes(handOver), times.at(handOver.since()))
                + section("list",
                        handOver.snapshot().migrations().stream().map(each -> line(each, handOver.now())).toList());
    }

    private String section(String key, List<String> lines, Object... figures) {
        var items = lines.isEmpty() ? List.of(texts.get("text.handOver.none")) : lines;
        return "\n## " + texts.get("text.handOver." + key, figures) + "\n\n"
                + items.stream().map(each -> "- " + each.replaceAll("\\s+", " ").strip() + "\n")
                        .collect(Collectors.joining());
    }

    /** A name as Markdown shows it, whatever signs are in it. */
    private static String bold(String name) {
        return "**" + plain(name) + "**";
    }

    private static String plain(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
    }

    private String urgent(WatchedMigration migration, Instant now) {
        var known = migration.lastKnown();
        var cleanup = CollisionGuard.cleanup(migration.deadlines())
                .map(each -> texts.get("text.handOver.cleanup", migrations.deadlineCause(each), times.both(each.at())))
                .orElse("");
        return said(bold(migration.name()), Stream.of(
                known == null ? migrations.unknown() : statuses.word(known.status()), cleanup,
                migrations.eta(migration, now), migrations.observed(migration, now)));
    }

    private List<String> alerts(ShiftReport handOver) {
        return handOver.state().alerts().entries().stream().map(this::alert).toList();
    }

    private String alert(ActiveAlert alert) {
        var known = alert.alertRecord().acknowledgement()
                .map(each -> each.by().isEmpty() ? texts.get("text.handOver.acknowledged")
                        : texts.get("text.handOver.acknowledgedBy", plain(each.by())))
                .orElseGet(() -> texts.get("text.handOver.unacknowledged"));
        var claim = alert.claim().map(each -> texts.get("text.handOver.claimed", plain(each.author()))).orElse("");
        return said(bold(alert.subject()), Stream.of(plain(facts.of(alert.alert().fact())), known, claim));
    }

    private String said(String subject, Stream<String> parts) {
        return texts.get("text.handOver.line", subject,
                parts.filter(each -> !each.isBlank()).collect(Collectors.joining(" \u00b7 ")));
    }

    private List<String> pending(ShiftReport handOver) {
        return handOver.snapshot().recentCommands().stream().filter(each -> each.isOpen())
                .map(each -> said(bold(name(handOver, each.key())), Stream.of(
                        plain(commands.state(each)),
                        plain(each.author().user().isBlank()
                                ? texts.get("text.handOver.asked", times.at(each.requestedAt()))
                                : texts.get("text.handOver.askedBy", times.at(each.requestedAt()),
                                        each.author().user())),
                        plain(each.author().reason()))))
                .toList();
    }

    private static String name(ShiftReport handOver, MigrationKey key) {
        return handOver.snapshot().migration(key).map(WatchedMigration::name).orElseGet(() -> key.ref().toString());
    }

    private record DatedLine(Instant at, String line) {}

    private List<String> due(ShiftReport handOver) {
        var lines = new ArrayList<DatedLine>();
        for (var each : handOver.snapshot().migrations()) {
            each.deadlines().stream().filter(one -> isSoon(one.at(), handOver))
                    .forEach(one -> lines.add(due(each, one)));
            each.ownDeadlines(handOver.now()).forEach(one -> {
                if (one.due() instanceof DueTime.DueBetween(var at, _) && isSoon(at, handOver)) {
                    lines.add(
                            new DatedLine(at, said(bold(each.name()), Stream.of(plain(migrations.ownDeadline(one))))));
                }
            });
        }
        return lines.stream().sorted(Comparator.comparing(DatedLine::at)).map(DatedLine::line).toList();
    }

    private static boolean isSoon(Instant at, ShiftReport handOver) {
        return at.isAfter(handOver.now()) && at.isBefore(handOver.now().plus(AHEAD));
    }

    private DatedLine due(WatchedMigration migration, Deadline deadline) {
        return new DatedLine(deadline.at(), said(bold(migration.name()), Stream.of(
                migrations.deadlineCause(deadline), times.both(deadline.at()))));
    }

    private List<String> claims(ShiftReport handOver) {
        return ofEach(handOver, each -> each.remarks().claim().stream()
                .map(claim -> texts.get("text.handOver.claim", plain(claim.author()), times.at(claim.at()))));
    }

    private List<String> notes(ShiftReport handOver) {
        return ofEach(handOver, each -> each.remarks().notes().stream()
                .filter(note -> note.at().isAfter(handOver.now().minus(AHEAD)))
                .map(this::note));
    }

    private String note(Remark note) {
        return texts.get("text.handOver.note", times.at(note.at()), plain(note.author()), plain(note.text()));
    }

    private List<String> ofEach(ShiftReport handOver, Function<WatchedMigration, Stream<String>> lines) {
        return handOver.snapshot().migrations().stream()
                .flatMap(each -> lines.apply(each).map(line -> said(bold(each.name()), Stream.of(line)))).toList();
    }

    private List<String> changes(ShiftReport handOver) {
        return handOver.records().stream().filter(each -> !each.at().isBefore(handOver.since()))
                .filter(HandOverText::isChange)
                .map(each -> said(each.migration().map(key -> bold(name(handOver, key))).orElse("-"),
                        Stream.of(times.at(each.at()), plain(activity.sentence(each)))))
                .toList();
    }

    /** Alerts and notes stand above. */
    private static boolean isChange(ActivityRecord each) {
        return switch (each) {
            case ActivityRecord.ObservedChange _,ActivityRecord.RequestedAction _,ActivityRecord.RequestedMigration _ ->
                true;
            case ActivityRecord.AlertStep _,ActivityRecord.RecordedRemark _,ActivityRecord.Outage _,ActivityRecord.AwayPeriod _ ->
                false;
        };
    }

    private String line(WatchedMigration migration, Instant now) {
        var known = migration.lastKnown();
        return said(bold(migration.name()), Stream.of(
                plain(migrations.database(migration)),
                known == null ? migrations.unknown() : statuses.word(known.status()),
                plain(migrations.progressText(migration)), migrations.eta(migration, now),
                migrations.observed(migration, now)));
    }
}
