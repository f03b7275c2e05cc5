package dev.longshore.support;

import dev.longshore.model.Action;
import dev.longshore.model.Alert;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Connection;
import dev.longshore.model.Database;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Progress;
import dev.longshore.model.Status;
import dev.longshore.model.Timed;
import dev.longshore.model.UploadCredentials;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.lifecycle.Situation;
import dev.longshore.model.userdate.OwnDates;
import dev.longshore.watch.Problem;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Makes a migration as the watch would publish it; whatever a test does not set is unremarkable. */
public final class MigrationBuilder {
    private final Instant now;
    private final String name;
    private final Connection connection;
    private final Database database;
    private final List<Deadline> deadlines = new ArrayList<>();
    private final List<Situation.Sibling> siblings = new ArrayList<>();
    private final List<Alert> seen = new ArrayList<>();
    private List<String> tags = List.of();
    private List<MigrationKey> earlierAttempts = List.of();
    private @Nullable Status status;
    private Duration since = Duration.ofHours(3);
    private @Nullable Duration otherwise = Duration.ofHours(3).plusMinutes(1);
    private Duration age = Duration.ofSeconds(8);
    private @Nullable Progress progress;
    private Forecast forecast = new Forecast.NoForecast(Fact.recorded("Nothing was imported yet."));
    private @Nullable Problem problem;
    private @Nullable String directory;
    private @Nullable UploadCredentials credentials;
    private @Nullable Command latest;

    /** A migration that was not observed yet. */
    public MigrationBuilder(Instant now, String name, Connection connection, Database database) {
        this.now = now;
        this.name = name;
        this.connection = connection;
        this.database = database;
    }

    public MigrationBuilder status(String word, Duration forHowLong) {
        status = Status.of(word);
        since = forHowLong;
        otherwise = forHowLong.plusMinutes(1);
        return this;
    }

    /** How long ago another status was last seen, or null where none ever was. */
    public MigrationBuilder otherwise(@Nullable Duration ago) {
        otherwise = ago;
        return this;
    }

    public MigrationBuilder tags(String... words) {
        tags = List.of(words);
        return this;
    }

    /** In the place of which migrations it was made, the newest first. */
    public MigrationBuilder follows(MigrationKey... earlier) {
        earlierAttempts = List.of(earlier);
        return this;
    }

    public MigrationBuilder observed(Duration ago) {
        age = ago;
        return this;
    }

    public MigrationBuilder progress(String text, double percent) {
        progress = new Progress(text, OptionalDouble.of(percent));
        return this;
    }

    public MigrationBuilder progress(String text) {
        progress = new Progress(text, OptionalDouble.empty());
        return this;
    }

    public MigrationBuilder ends(Duration earliest, Duration latest) {
        forecast = new Forecast.Range(now.plus(earliest), now.plus(latest),
                Fact.recorded("The last 6 h of its own progress."));
        return this;
    }

    public MigrationBuilder due(Deadline.Cause cause, Duration in) {
        deadlines.add(new Deadline(now.plus(in), cause, now.minus(age)));
        return this;
    }

    /** Where its files go, and what opens that place. */
    public MigrationBuilder receives(String into, @Nullable UploadCredentials with) {
        directory = into;
        credentials = with;
        return this;
    }

    public MigrationBuilder problem(String sentence, Duration ago, int count) {
        problem = new Problem(Fact.recorded(sentence), now.minus(ago), count);
        return this;
    }

    public MigrationBuilder sibling(String other, String word) {
        siblings.add(new Situation.Sibling(other, Status.of(word), false));
        return this;
    }

    /** Something its observations tell a person. */
    public MigrationBuilder notice(Alert.Kind kind, Alert.Severity severity, String sentence) {
        return notice(kind, severity, Fact.recorded(sentence));
    }

    public MigrationBuilder notice(Alert.Kind kind, Alert.Severity severity, Fact fact) {
        seen.add(new Alert(kind, severity, now.minus(age), fact));
        return this;
    }

    /** What its present status tells a person. */
    public MigrationBuilder statusNotice(Alert.Kind kind, String sentence) {
        seen.add(new Alert(kind, Alert.Severity.ACT_NOW, now.minus(since), Fact.recorded(sentence)));
        return this;
    }

    /** Its newest command, in the states given, the first of which is when it was asked for. */
    public MigrationBuilder command(Action action, CommandState... states) {
        latest = new Command("command-" + name, key(), action, null, List.of(states));
        return this;
    }

    public MigrationKey key() {
        return new MigrationKey(connection.id(), new MigrationRef(database.id(), new MigrationId("m-" + name)));
    }

    public WatchedMigration build() {
        var known = lastKnown();
        deadlines.sort((one, other) -> one.at().compareTo(other.at()));
        return new WatchedMigration(
                key(), name, tags, connection, database, known, problem, List.of(), latest, forecast, deadlines,
                credentials,
                new WatchedMigration.Poll(Duration.ofMinutes(1), now.plusSeconds(22), false),
                new Situation(
                        now, known, connection.readOnly(), latest == null || !latest.isOpen() ? null : latest,
                        siblings),
                List.copyOf(seen), OwnDates.NONE, earlierAttempts);
    }

    private @Nullable LastKnown lastKnown() {
        if (status == null) {
            return null;
        }
        var at = now.minus(age);
        return new LastKnown(
                at, status, now.minus(since), otherwise == null ? null : now.minus(otherwise),
                status instanceof Status.KnownStatus ? new Timed<>(status, at) : null,
                progress == null ? null : new Timed<>(progress, at), cleanupTime(at),
                directory == null ? null : new Timed<>(directory, at), null);
    }

    private @Nullable Timed<Instant> cleanupTime(Instant at) {
        return deadlines.stream()
                .filter(each -> each.cause() != Deadline.Cause.CREDENTIALS)
                .findFirst()
                .map(each -> new Timed<>(each.at(), at))
                .orElse(null);
    }
}
