package dev.longshore.start;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.journal.SqliteJournal;
import dev.longshore.platform.Folders;
import dev.longshore.support.EnglishText;
import dev.longshore.support.ManualClock;
import dev.longshore.support.Secrets;
import dev.longshore.support.TestOrganisation;
import dev.longshore.ui.context.SupportBundles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportBundleTest {
    @TempDir private Path folder;

    private Folders folders;
    private SqliteJournal journal;
    private SupportBundle bundle;

    @BeforeEach
    void begin() throws IOException {
        folders = new Folders(folder);
        folders.create(false);
        var clock = new ManualClock(TestOrganisation.NOW);
        journal = SqliteJournal.open(folder, clock, EnglishText::say);
        journal.save(TestOrganisation.PRODUCTION);
        bundle = new SupportBundle(
                folders, clock, journal::figures, () -> TestOrganisation.dozen(TestOrganisation.PRODUCTION),
                Runnable::run);
    }

    @AfterEach
    void end() {
        journal.close();
    }

    @Test
    void saysWhatRunsWhereAndHowMuchTheJournalHolds() {
        assertThat(text("about.txt")).contains("Longshore ", "java.version: 25", "os.name: ", "heap: ");
        assertThat(text("journal.txt")).contains("integrity: ok", "connection=1", "observation=0", "schema: ");
        assertThat(text("connections.txt")).contains(
                "endpoint: https://api.astra.datastax.com", "proxy: system", "in the keystore",
                "migrations on the list: 12");
    }

    @Test
    void holdsSettingsAndTheEndOfTheLog() throws IOException {
        Files.writeString(folders.settings(), "{\"theme\": \"DARK\"}");
        Files.writeString(folders.logs().resolve("longshore.log"), "x ".repeat(1_000_000) + "\nlast line\n");

        assertThat(text("settings.json")).isEqualTo("{\"theme\": \"DARK\"}");
        assertThat(text("longshore.log")).isEqualTo("last line\n");
    }

    @Test
    void holdsNoSecretWhateverTheFilesHold() throws IOException {
        var secrets = Secrets.CLIENT_TOKEN + "\nAWS_SECRET_ACCESS_KEY=" + Secrets.OTHER_SERVICE_KEY + "\n";
        Files.writeString(folders.logs().resolve("longshore.log"), secrets);
        Files.writeString(folders.settings(), secrets);

        assertThat(bundle.gather().join())
                .allSatisfy(bundledFile -> assertThat(Secrets.in(bundledFile.text())).isEmpty());
        Files.delete(folders.logs().resolve("longshore.log"));
        Files.delete(folders.settings());
    }

    @Test
    void holdsNothingOfWhatWasObserved() {
        assertThat(bundle.gather().join()).noneMatch(bundledFile -> bundledFile.text().contains("sstables"))
                .extracting(SupportBundles.BundledFile::name)
                .containsExactly("about.txt", "connections.txt", "journal.txt", "settings.json", "longshore.log");
    }

    @Test
    void writesExactlyWhatWasShown() throws IOException {
        var file = folder.resolve("bundle.zip");

        var trouble = bundle.save(
                List.of(new SupportBundles.BundledFile("a.txt", "ä"), new SupportBundles.BundledFile("b.txt", "b")),
                file).join();

        assertThat(trouble).isEmpty();
        assertThat(unzipped(file)).isEqualTo(Map.of("a.txt", "ä", "b.txt", "b"));
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @Test
    void saysWhyItCannotBeWritten() {
        var trouble = bundle.save(List.of(), folder.resolve("not there/bundle.zip")).join();

        assertThat(trouble)
                .hasValueSatisfying(sentence -> assertThat(say(sentence)).contains("could not be written to"));
    }

    private static Map<String, String> unzipped(Path file) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                texts.put(entry.getName(),
                        new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private String text(String name) {
        return bundle.gather().join().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow()
                .text();
    }
}
