package dev.longshore.ui.activity;

import dev.longshore.model.AlertRecord;
import dev.longshore.model.Command;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Remark;
import dev.longshore.model.activity.ActivityKind;
import dev.longshore.model.activity.ActivityLog;
import dev.longshore.model.activity.ActivityRecord;
import dev.longshore.model.activity.ActivityRecord.AlertStep;
import dev.longshore.model.activity.ActivityRecord.AwayPeriod;
import dev.longshore.model.activity.ActivityRecord.ObservedChange;
import dev.longshore.model.activity.ActivityRecord.Outage;
import dev.longshore.model.activity.ActivityRecord.RecordedRemark;
import dev.longshore.model.activity.ActivityRecord.RequestedAction;
import dev.longshore.model.activity.ActivityRecord.RequestedMigration;
import dev.longshore.text.ActivityText;
import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import dev.longshore.ui.activity.ActivityRow.AwayDivider;
import dev.longshore.ui.activity.ActivityRow.DayTitle;
import dev.longshore.ui.activity.ActivityRow.LogEntry;
import dev.longshore.ui.activity.ActivityRow.LogEntry.EntrySubject;
import dev.longshore.ui.activity.ActivityRow.LogEntry.EntryTexts;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.ui.look.IconStyle;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;

/** Turns records into the rows of the log; what says the same as before is written once. For one thread at a time. */
final class ActivityRows {

    private final Texts texts;
    private final TimeText times;
    private Map<String, WrittenEntry> written = Map.of();
    private @Nullable TimeFormat writtenIn;

    /** Sentences out of {@code texts}, times by {@code times}. */
    ActivityRows(Texts texts, TimeText times) {
        this.texts = texts;
        this.times = times;
    }

    /**
     * What of the log is seen.
     *
     * @param kind of which kind; empty for all
     * @param connection of which connection; empty for all
     * @param filter words that have to occur
     * @param zone of the times
     * @param snapshot knows the names, and the newest states of commands
     */
    record LogView(Optional<ActivityKind> kind, Optional<ConnectionId> connection, String filter, ZoneId zone,
            Snapshot snapshot) {
        private List<String> words() {
            return Stream.of(filter.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList();
        }

        /** Periods of absence stand between what happened; where little of that is shown, not each of them. */
        private boolean hasEachPeriod() {
            return filter.isBlank() && (kind.isEmpty() || kind.get() == ActivityKind.NOT_WATCHED);
        }
    }

    private record WrittenEntry(ActivityRecord activityRecord, EntrySubject subject, LogEntry entry, String searched) {
        private boolean isOf(ActivityRecord other, EntrySubject otherSubject) {
            return activityRecord.equals(other) && subject.equals(otherSubject);
        }
    }

    /** What the times of an entry depend on. */
    private record TimeFormat(ZoneId zone, LocalDate today) {}

    /** The rows for these records, which are without gaps from the newest on. */
    List<ActivityRow> of(List<ActivityRecord> records, LogView view) {
        var fixed = times.inZone(view.zone());
        var format = new TimeFormat(view.zone(), fixed.zoned(fixed.now()).toLocalDate());
        var before = format.equals(writtenIn) ? written : Map.<String, WrittenEntry>of();
        writtenIn = format;
        written = new HashMap<>();
        return new Writing(view, fixed, before).rows(ActivityLog.of(records));
    }

    /** The writing of one list. */
    private final class Writing {
        private final LogView view;
        private final TimeText fixed;
        private final ActivityText activityText;
        private final Map<String, WrittenEntry> before;
        private final Map<String, Command> newest = new HashMap<>();
        private final List<String> words;
        private final List<ActivityRow> rows = new ArrayList<>();
        private @Nullable LocalDate day;

        Writing(LogView view, TimeText fixed, Map<String, WrittenEntry> before) {
            this.view = view;
            this.fixed = fixed;
            this.before = before;
            activityText = new ActivityText(texts, fixed);
            words = view.words();
            view.snapshot().recentCommands().forEach(each -> newest.put(each.id(), each));
        }

        List<ActivityRow> rows(List<ActivityRecord> log) {
            for (var each : log) {
                if (each instanceof AwayPeriod away) {
                    addPeriod(away);
                } else {
                    addEntry(withNewestState(each));
                }
            }
            return List.copyOf(rows);
        }

        private ActivityRecord withNewestState(ActivityRecord each) {
            return each instanceof RequestedAction(var command) && newest.containsKey(command.id())
                    ? new RequestedAction(newest.getOrDefault(command.id(), command))
                    : each;
        }

        private void addPeriod(AwayPeriod away) {
            if (view.hasEachPeriod() || (!rows.isEmpty() && !(rows.getLast() instanceof AwayDivider))) {
                var found = view.kind().isEmpty() ? activityText.detail(away) : "";
                rows.add(new AwayDivider(away.id(), activityText.sentence(away), found));
                // The day is named again below it: it may have been a long time.
                day = null;
            }
        }

        private void addEntry(ActivityRecord each) {
            var entry = written(each);
            if (words.stream().allMatch(entry.searched()::contains)) {
                var itsDay = fixed.zoned(each.at()).toLocalDate();
                if (!itsDay.equals(day)) {
                    day = itsDay;
                    rows.add(new DayTitle("day " + each.id(), activityText.day(itsDay)));
                }
                rows.add(entry.entry());
            }
        }

        private WrittenEntry written(ActivityRecord each) {
            var subject = subject(each);
            var earlier = before.get(each.id());
            var now = earlier != null && earlier.isOf(each, subject) ? earlier : write(each, subject);
            written.put(each.id(), now);
            return now;
        }

        private WrittenEntry write(ActivityRecord each, EntrySubject subject) {
            var time = fixed.time(each.at());
            var sentence = activityText.sentence(each);
            var detail = activityText.detail(each);
            var said = Stream.of(sentence, detail).filter(part -> !part.isEmpty()).collect(Collectors.joining(". "));
            var spoken = texts.get("activity.log.entry", time, subject.name(), said);
            var entry = new LogEntry(each.id(), each.at(), subject, new EntryTexts(time, sentence, detail, spoken),
                    style(each));
            var searched = String.join(" ", subject.name(), subject.place(), sentence, detail);
            return new WrittenEntry(each, subject, entry, searched.toLowerCase(Locale.ROOT));
        }

        private EntrySubject subject(ActivityRecord each) {
            var key = each.migration();
            return key.isPresent() ? ofMigration(key.get()) : switch (each) {
                case RequestedMigration(var asked) -> new EntrySubject(
                        asked.name().isBlank() ? database(asked.connection(), asked.database()) : asked.name(),
                        place(asked.connection(), asked.database()), Optional.empty());
                case AlertStep step -> ofConnection(step.subject().connection());
                case Outage outage -> ofConnection(outage.connection());
                case ObservedChange _,RequestedAction _,RecordedRemark _,AwayPeriod _ ->
                    new EntrySubject("", "", Optional.empty());
            };
        }

        private EntrySubject ofMigration(MigrationKey key) {
            var listed = view.snapshot().migration(key);
            var database = key.ref().database();
            return new EntrySubject(
                    listed.map(WatchedMigration::name).orElseGet(() -> database(key.connection(), database) + " "
                            + key.ref().migration().inShort()),
                    place(key.connection(), database), listed.map(WatchedMigration::key));
        }

        private EntrySubject ofConnection(ConnectionId id) {
            return new EntrySubject(connection(id), "", Optional.empty());
        }

        private String place(ConnectionId connection, DatabaseId database) {
            return texts.get("activity.log.place", database(connection, database), connection(connection));
        }

        private String database(ConnectionId connection, DatabaseId database) {
            return view.snapshot().connection(connection).map(each -> each.databaseLabel(database))
                    .orElse(database.value());
        }

        private String connection(ConnectionId id) {
            return view.snapshot().connection(id).map(each -> each.connection().name())
                    .orElseGet(() -> id.isRoute() ? id.routeName() : id.value());
        }
    }

    private static IconStyle style(ActivityRecord each) {
        return switch (each) {
            case ObservedChange change -> change.isOfStatus()
                    ? IconStyle.of(change.after().status())
                    : new IconStyle(MaterialDesignC.CALENDAR_ARROW_RIGHT, ColorRole.NEUTRAL);
            case RequestedAction(var command) -> IconStyle.of(command.state());
            case RequestedMigration _ ->
                new IconStyle(MaterialDesignD.DATABASE_PLUS_OUTLINE, ColorRole.NEUTRAL);
            case AlertStep step -> style(step);
            case RecordedRemark(var remark) -> new IconStyle(remark.kind() == Remark.RemarkKind.NOTE
                    ? MaterialDesignN.NOTE_TEXT_OUTLINE : MaterialDesignA.ACCOUNT_EYE_OUTLINE, ColorRole.NEUTRAL);
            case Outage _,AwayPeriod _ -> new IconStyle(MaterialDesignL.LAN_DISCONNECT, ColorRole.WAITING);
        };
    }

    private static IconStyle style(AlertStep step) {
        return switch (step.state()) {
            case AlertRecord.State.Raised raised -> IconStyle.of(raised.severity());
            case AlertRecord.State.Acknowledged _ -> new IconStyle(MaterialDesignC.CHECK, ColorRole.NEUTRAL);
            case AlertRecord.State.Ended _ -> new IconStyle(MaterialDesignC.CHECK_ALL, ColorRole.NEUTRAL);
        };
    }
}
