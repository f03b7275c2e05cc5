package dev.longshore.ui.detail;

import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Phase;
import dev.longshore.model.StatusChange;
import dev.longshore.model.Timed;
import dev.longshore.model.timeline.TimelineEvents;
import dev.longshore.text.CommandText;
import dev.longshore.text.FactText;
import dev.longshore.text.MigrationText;
import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import dev.longshore.ui.detail.FactGrid.LabeledValue;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the panels say about one migration. */
final class DetailText {
    private final Texts texts;
    private final TimeText times;
    private final MigrationText text;
    private final CommandText commands;
    private final FactText factText;

    DetailText(Texts texts, TimeText times) {
        this.texts = texts;
        this.times = times;
        text = new MigrationText(texts, times);
        commands = new CommandText(texts, times);
        factText = new FactText(texts, times);
    }

    /** Name and database. */
    String title(WatchedMigration migration) {
        return migration.name() + " · " + text.database(migration);
    }

    /** Database, status word as it came, and age, in one line. */
    String facts(WatchedMigration migration, Instant now) {
        var word = Optional.ofNullable(migration.lastKnown()).map(known -> known.status().raw()).orElse("");
        var claim = migration.remarks().claim().map(each -> texts.get("migrations.claimed", each.author())).orElse("");
        return Texts.joined(Stream.of(text.database(migration), word, text.observed(migration, now), claim));
    }

    /** What is wrong: with the newest answer, with fields of it, and with the newest command. */
    String trouble(WatchedMigration migration) {
        var sentences = new ArrayList<String>();
        sentences.add(text.problem(migration));
        migration.oddities().forEach(each -> sentences.add(factText.of(each)));
        sentences.add(commands.reason(migration.latest()));
        return sentences.stream().filter(each -> !each.isBlank()).collect(Collectors.joining("\n"));
    }

    /** The directory, and what can be uploaded until when; {@code history} is empty while it is not read. */
    List<LabeledValue> uploads(WatchedMigration migration, Optional<History> history) {
        if (isSealed(migration)) {
            return List.of(
                    fact("detail.uploads.directory", directory(migration)),
                    fact("detail.uploads.state", sealed(migration, history)));
        }
        var end = text.credentialsEnd(migration);
        return List.of(
                fact("detail.uploads.directory", directory(migration)),
                fact("detail.uploads.credentials",
                        end.map(this::when).orElseGet(() -> texts.get(withoutEnd(migration)))),
                fact("detail.uploads.rule", texts.get("detail.uploads.sealing")));
    }

    /** What was cleaned up may never have been launched. */
    private String sealed(WatchedMigration migration, Optional<History> history) {
        var isClosing = migration.situation().phase().filter(Phase::isClosing).isPresent();
        return history.flatMap(TimelineEvents::sealing).map(this::sealed)
                .orElseGet(() -> texts.get(isClosing ? "detail.uploads.over" : "detail.uploads.sealed"));
    }

    private String sealed(StatusChange change) {
        var latest = times.at(change.latest());
        var earliest = change.earliest();
        if (earliest == null) {
            return texts.get("detail.uploads.sealed.before", latest);
        }
        return change.isShort() ? texts.get("detail.uploads.sealed.since", latest)
                : texts.get("detail.uploads.sealed.between", times.at(earliest), times.end(earliest, change.latest()));
    }

    /** True where nothing can be uploaded any more. */
    private static boolean isSealed(WatchedMigration migration) {
        return migration.situation().phase().filter(each -> switch (each) {
            case INITIALIZING, RECEIVING_FILES -> false;
            case STARTING, IMPORT_IN_PROGRESS, PAUSED, MIGRATION_DONE, FAILED, ABORTED, CLEANING_UP_FILES, CLOSED ->
                true;
        }).isPresent();
    }

    /** Not readable, none, and without an end are three things. */
    private static String withoutEnd(WatchedMigration migration) {
        if (!migration.situation().phase().equals(Optional.of(Phase.RECEIVING_FILES))) {
            return "detail.uploads.closed";
        }
        if (migration.credentials() != null) {
            return "detail.uploads.noEnd";
        }
        return migration.oddities().stream().flatMap(each -> each.figures().stream())
                .anyMatch(each -> each.toString().startsWith("uploadCredentials"))
                        ? "detail.uploads.unreadable"
                        : "detail.uploads.none";
    }

    private static String directory(WatchedMigration migration) {
        return Optional.ofNullable(migration.lastKnown())
                .map(LastKnown::uploadBucketDir)
                .map(Timed::value)
                .orElse("");
    }

    private String when(Instant instant) {
        return Texts.joined(Stream.of(times.at(instant), times.distance(instant)));
    }

    private LabeledValue fact(String name, String value) {
        return new LabeledValue(texts.get(name), value);
    }
}
