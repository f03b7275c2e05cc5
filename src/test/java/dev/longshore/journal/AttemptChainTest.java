package dev.longshore.journal;

import static dev.longshore.journal.JournalSamples.NOON;
import static dev.longshore.journal.JournalSamples.PROD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.DatabaseId;
import dev.longshore.model.Initialization;
import dev.longshore.model.Initialization.Answer;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.fact.Fact;
import dev.longshore.support.EnglishText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which migration was made in the place of which, and that this outlives the program and the list. */
class AttemptChainTest {
    private static final MigrationKey FIRST = key("first");
    private static final MigrationKey SECOND = key("second");
    private static final MigrationKey THIRD = key("third");

    @TempDir Path folder;

    private SqliteJournal journal;

    @BeforeEach
    void open() {
        journal = SqliteJournal.open(folder, InstantSource.fixed(NOON), EnglishText::say);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private static MigrationKey key(String migration) {
        return new MigrationKey(PROD, new MigrationRef(new DatabaseId("db-1"), new MigrationId(migration)));
    }

    private static Initialization asked(MigrationKey made, @Nullable MigrationKey follows) {
        var name = made.ref().migration().value();
        return new Initialization("i-" + name, PROD, made.ref().database(),
                Initialization.InitializeSettings.DEFAULT, name, "dba", NOON, new Answer.Pending()).following(follows);
    }

    private void make(MigrationKey made, @Nullable MigrationKey follows) {
        journal.recordInitialization(asked(made, follows));
        journal.recordInitializationAnswer(asked(made, follows).withAnswer(new Answer.Created(NOON, made)));
    }

    private Map<MigrationKey, List<MigrationKey>> earlierAttempts() {
        return journal.register().stream()
                .collect(Collectors.toMap(RegisteredMigration::key, RegisteredMigration::earlierAttempts));
    }

    private void reopen() {
        journal.close();
        open();
    }

    @Test
    void threeAttemptsAreOneChainAfterARestartOfTheProgram() {
        make(FIRST, null);
        make(SECOND, FIRST);
        make(THIRD, SECOND);
        reopen();

        assertThat(earlierAttempts()).isEqualTo(
                Map.of(FIRST, List.of(), SECOND, List.of(FIRST), THIRD, List.of(SECOND, FIRST)));
        assertThat(journal.initializations()).extracting(Initialization::follows).containsExactly(SECOND, FIRST, null);
    }

    @Test
    void anAttemptThatWasTakenOffTheListStaysInTheChain() {
        make(FIRST, null);
        make(SECOND, FIRST);
        make(THIRD, SECOND);
        journal.remove(SECOND);

        assertThat(earlierAttempts()).containsEntry(THIRD, List.of(SECOND, FIRST)).doesNotContainKey(SECOND);
    }

    @Test
    void anotherNameChangesNothingInTheChain() {
        make(FIRST, null);
        make(SECOND, FIRST);
        journal.save(new RegisteredMigration(SECOND, "renamed", NOON));

        assertThat(earlierAttempts()).containsEntry(SECOND, List.of(FIRST));
    }

    @Test
    void whatWasNeverMadeIsInNoChainAndCanBeAskedForAgainInTheSamePlace() {
        make(FIRST, null);
        journal.recordInitialization(asked(SECOND, FIRST));
        journal.recordInitializationAnswer(
                asked(SECOND, FIRST).withAnswer(new Answer.Lost(NOON, Fact.recorded("No reply."))));

        assertThat(earlierAttempts()).isEqualTo(Map.of(FIRST, List.of()));
        assertThat(journal.initializations().getFirst().follows()).isEqualTo(FIRST);
    }

    @Test
    void aChainThatLeadsInACircleIsReadOnce() {
        make(FIRST, SECOND);
        make(SECOND, FIRST);

        assertThat(earlierAttempts()).isEqualTo(Map.of(FIRST, List.of(SECOND), SECOND, List.of(FIRST)));
    }

    @Test
    void theExportNamesTheMigrationBefore() throws IOException {
        make(FIRST, null);
        make(SECOND, FIRST);
        var target = folder.resolve("initializes.csv");
        journal.export(ZoneId.of("UTC"), EnglishText::say).csv(ExportedTable.INITIALIZES, target);

        assertThat(Files.readAllLines(target)).satisfiesExactly(
                header -> assertThat(header).endsWith(",id,follows"),
                first -> assertThat(first).endsWith(",i-first,"),
                second -> assertThat(second).endsWith(",i-second,first"));
    }
}
