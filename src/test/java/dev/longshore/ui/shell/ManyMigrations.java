package dev.longshore.ui.shell;

import static dev.longshore.model.Deadline.Cause.CLEANUP_IDLE;
import static dev.longshore.model.Deadline.Cause.CREDENTIALS;

import dev.longshore.model.Action;
import dev.longshore.model.CloudProvider;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Database;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.TestOrganisation;
import dev.longshore.watch.MigrationIndex;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Thousands of migrations in every phase, of which one after the other changes, and what was last asked of them. */
final class ManyMigrations {
    private static final List<String> WORDS = List.of(
            "ImportInProgress", "ReceivingFiles", "ImportInProgress", "MigrationDone", "ImportPaused", "Closed",
            "ImportInProgress", "ReceivingFiles", "ImportFailed", "Initializing");

    private static final int COMMANDS = 500;
    private static final int CHANGES_PER_COMMAND = 100;

    private final Random random = new Random(7);
    private final List<Database> databases = IntStream.range(0, 400).mapToObj(ManyMigrations::database).toList();
    private final List<WatchedMigration> migrations = new ArrayList<>();
    private final Deque<Command> commands = new ArrayDeque<>();
    private MigrationIndex index = MigrationIndex.of(List.of());
    private long version;

    ManyMigrations(int count) {
        for (int nth = 0; nth < count; nth++) {
            migrations.add(migration(nth, TestOrganisation.NOW));
        }
        for (int nth = 0; nth < COMMANDS; nth++) {
            commands.add(command(random.nextInt(count), TestOrganisation.NOW.minusSeconds(nth)));
        }
    }

    Snapshot snapshot(Instant at) {
        index = index.update(migrations);
        return new Snapshot(
                ++version, at, List.of(TestOrganisation.watched(TestOrganisation.PRODUCTION)), index,
                List.copyOf(commands), List.of(), List.of());
    }

    /** The next snapshot, in which one of them was observed again and has got further; some are commanded, too. */
    Snapshot changed(Instant at) {
        var nth = random.nextInt(migrations.size());
        migrations.set(nth, migration(nth, at));
        if (version % CHANGES_PER_COMMAND == 0) {
            commands.addFirst(command(nth, at));
            commands.removeLast();
        }
        return snapshot(at);
    }

    private Command command(int nth, Instant at) {
        return new Command(
                "command-" + random.nextLong(), migrations.get(nth).key(), Action.PAUSE, null,
                List.of(new CommandState.Requested(at), new CommandState.Accepted(at.plusMillis(140))));
    }

    private WatchedMigration migration(int nth, Instant now) {
        var one = new MigrationBuilder(
                now, "migration-" + nth, TestOrganisation.PRODUCTION, databases.get(nth % databases.size()));
        var done = random.nextInt(100);
        one.status(word(nth), Duration.ofMinutes(1 + random.nextInt(9000)))
                .observed(Duration.ofMillis(random.nextInt(2000)))
                .due(CLEANUP_IDLE, Duration.ofMinutes(60 + random.nextInt(10_000)));
        if (word(nth).startsWith("Import")) {
            one.progress(done + " of 100 subsets", done).ends(Duration.ofHours(2), Duration.ofHours(2 + done));
        }
        if (word(nth).equals("ReceivingFiles")) {
            one.due(CREDENTIALS, Duration.ofMinutes(random.nextInt(60)));
        }
        return one.build();
    }

    /** Now and then one goes on to another phase. */
    private String word(int nth) {
        return WORDS.get((nth + (int) (version / 5000)) % WORDS.size());
    }

    private static Database database(int nth) {
        var clouds = List.of(CloudProvider.AWS, CloudProvider.GCP, CloudProvider.AZURE);
        return TestOrganisation.database("database-" + nth, clouds.get(nth % clouds.size()), "region-" + nth % 7);
    }
}
