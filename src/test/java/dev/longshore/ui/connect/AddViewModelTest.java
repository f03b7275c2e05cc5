package dev.longshore.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.longshore.model.Status;
import dev.longshore.support.FakeWatch;
import dev.longshore.support.QueuedUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.support.UuidText;
import dev.longshore.watch.AddOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddViewModelTest {
    private static final String REGISTER = UuidText.of("""
            [{"name": "orders", "databaseId": "db-a", "migrationId": "m-1", "tags": "eu, night"},
             {"databaseId": "db-b", "migrationId": "m-2"}]
            """);

    private final QueuedUi thread = new QueuedUi();
    private final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
    private final FakeWatch watch = window.watch;
    private final AddViewModel model = new AddViewModel(window.context(thread), watch.snapshot(), Optional.empty());

    @TempDir private Path folder;

    @Test
    void addsWhatAFileListsUnderItsNamesAndTags() throws IOException {
        read(REGISTER.getBytes(StandardCharsets.UTF_16));

        model.add();

        assertThat(model.noteProperty().get()).isEqualTo("register.json: 2 migrations found.");
        assertThat(watch.added)
                .extracting(each -> each.key().ref().toString(), FakeWatch.AddedMigration::name,
                        FakeWatch.AddedMigration::tags)
                .containsExactly(tuple(UuidText.of("db-a/m-1"), "orders", List.of("eu", "night")),
                        tuple(UuidText.of("db-b/m-2"), "", List.of()));
    }

    @Test
    void addsWhatComesBeforeTheEndOfATruncatedFile() throws IOException {
        read(REGISTER.substring(0, REGISTER.length() - 20).getBytes(StandardCharsets.UTF_8));

        assertThat(model.readProperty().get().entries()).hasSize(1);
        assertThat(model.noteProperty().get()).startsWith("register.json: One migration found.")
                .contains("The text ends too early");
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        model.readFile(folder.resolve("gone"));
        settle();

        assertThat(model.noteProperty().get())
                .isEqualTo("gone could not be read: No such file or folder.");
        assertThat(model.readProperty().get().entries()).isEmpty();
    }

    @Test
    void saysThatAFileListsNothing() throws IOException {
        read(new byte[]{(byte) 0x89, 'P', 'N', 'G', 0, 0, 13, 10});

        assertThat(model.noteProperty().get()).isEqualTo("register.json could not be read: Not a text file.");
    }

    @Test
    void whatIsTypedAfterwardsTakesThePlaceOfTheFile() throws IOException {
        read(REGISTER.getBytes(StandardCharsets.UTF_8));

        model.pastedProperty().set(UuidText.of("db-c/m-3"));

        assertThat(model.readProperty().get().entries()).extracting(each -> each.ref().toString())
                .containsExactly(UuidText.of("db-c/m-3"));
        assertThat(model.noteProperty().get()).isEqualTo("One migration found.");
    }

    @Test
    void namesTheFirstFewThingsThatItDoesNotUnderstand() {
        model.pastedProperty().set("one?\ntwo?\nthree?\nfour?\nfive?\nsix?\nseven?");

        assertThat(model.noteProperty().get())
                .endsWith(
                        "Not understood: line 1: one? · line 2: two? · line 3: three? · line 4: four? · line 5: five? and 2 more");
    }

    @Test
    void readsALongTextWithoutKeepingTheWindowWaiting() {
        model.pastedProperty().set(UuidText.of("db-a/m-1\n").repeat(10_000));

        assertThat(model.noteProperty().get()).isEqualTo("Reading…");
        assertThat(model.readProperty().get().entries()).isEmpty();
        await().untilAsserted(() -> {
            thread.runAll();
            assertThat(model.noteProperty().get()).isEqualTo("One migration found.");
        });
    }

    @Test
    void forgetsALongTextThatIsNoLongerThere() {
        model.pastedProperty().set(UuidText.of("db-a/m-1\n").repeat(10_000));
        model.pastedProperty().set(UuidText.of("db-b/m-2"));
        settle();

        assertThat(model.readProperty().get().entries()).extracting(each -> each.ref().toString())
                .containsExactly(UuidText.of("db-b/m-2"));
    }

    @Test
    void tellsOfEachOfTenThousand() throws IOException {
        watch.answerAdd(key -> new AddOutcome.Added(key, Status.of("ReceivingFiles")));
        read(IntStream.range(0, 10_000).mapToObj("{\"databaseId\": \"db\", \"migrationId\": \"m-%d\"}"::formatted)
                .map(UuidText::of)
                .collect(Collectors.joining(",\n", "[", "]")).getBytes(StandardCharsets.UTF_8));

        model.add();
        settle();

        assertThat(model.underWayProperty().get()).isZero();
        assertThat(model.rows()).hasSize(10_000)
                .allMatch(each -> each.sentence().startsWith("Added. Its status is receiving files"));
    }

    private void read(byte[] content) throws IOException {
        model.readFile(Files.write(folder.resolve("register.json"), content));
        settle();
    }

    /** The file is read on another thread. */
    private void settle() {
        await().until(() -> {
            thread.runAll();
            return !model.noteProperty().get().isEmpty() && model.underWayProperty().get() == 0;
        });
    }
}
