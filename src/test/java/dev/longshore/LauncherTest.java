package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.cli.Arguments;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.ModelSamples;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.platform.SecondStartRequest;
import dev.longshore.platform.SingleInstance;
import dev.longshore.platform.Version;
import dev.longshore.support.EnglishText;
import dev.longshore.support.Secrets;
import dev.longshore.support.TestWait;
import dev.longshore.support.UuidText;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the program as a person does, and looks at what it prints and how it ends. */
class LauncherTest {

    private static final RegisteredMigration MIGRATION = new RegisteredMigration(
            ModelSamples.ORDERS, "orders", ModelSamples.NOON);

    @TempDir Path folder;

    private record ProgramResult(int code, String output, String error) {}

    @Test
    void knowsTheVersionOfTheBuild() {
        assertThat(Version.current()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void printsTheVersion() throws Exception {
        assertThat(start("", "--version")).isEqualTo(new ProgramResult(0, "Longshore " + Version.current() + "\n", ""));
    }

    @Test
    void printsTheHelp() throws Exception {
        var programResult = start("", "--help");

        assertThat(programResult.code()).isZero();
        assertThat(programResult.output()).contains("--connect", "--simulator").doesNotContain("\n\n\n");
    }

    @Test
    void saysWrongArgumentsInOneSentenceOnStandardError() throws Exception {
        assertThat(start("", "--frobnicate"))
                .isEqualTo(
                        new ProgramResult(2, "", "There is no option --frobnicate; --help shows which there are.\n"));
    }

    @Test
    void aListThatCannotBeWrittenIsNoSuccess() {
        assertThat(Launcher.printAll("a list", failing("No space left on device"))).isEqualTo(Launcher.NOT_STARTED);
    }

    @Test
    void whoClosesThePipeHasReadAllTheyWant() {
        assertThat(Launcher.printAll("a list", failing("Broken pipe"))).isZero();
        assertThat(Launcher.printAll("a list", failing("The pipe is being closed"))).isZero();
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    @Test
    void listsNothingFromAFileInThePlaceOfItsFolder() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "text");

        assertThat(start("", "list", "--data-dir", file.toString())).isEqualTo(new ProgramResult(2, "",
                "The data folder %s cannot be used: %s is a file.\n".formatted(file, file)));
    }

    /** Which journal is listed may be among the settings: what is listed is not what was asked for. */
    @Test
    void saysThatTheSettingsOfAListAreBroken() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{");

        assertThat(start("", "list", "--format", "json", "--data-dir", folder.toString())).isEqualTo(
                new ProgramResult(0, "[ ]\n",
                        "The settings could not be read: the defaults are used, and the file is now %s.\n"
                                .formatted(folder.resolve("settings.json.broken"))));
    }

    @Test
    void saysInOneSentenceThatThereIsNoDisplay() throws Exception {
        var programResult = start("", "--data-dir", folder.toString());

        assertThat(programResult.code()).isEqualTo(3);
        assertThat(programResult.output()).isEmpty();
        assertThat(programResult.error()).startsWith("Longshore cannot open a window because ").endsWith(".\n")
                .hasLineCount(1);
    }

    @Test
    void touchesNoFileWithoutADisplay() throws Exception {
        start("", "--data-dir", folder.resolve("data").toString());

        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aDemonstrationDeletesNothingThatNoneMade() throws Exception {
        try (var journal = SqliteJournal.open(folder, InstantSource.system(), EnglishText::say)) {
            journal.save(MIGRATION);
        }

        var programResult = start("Headless", "--demo", "--data-dir", folder.toString());

        assertThat(programResult.code()).isEqualTo(2);
        assertThat(programResult.error()).contains("was not made by a demonstration").hasLineCount(1);
        try (var journal = SqliteJournal.open(folder, InstantSource.system(), EnglishText::say)) {
            assertThat(journal.register()).containsExactly(MIGRATION);
        }
    }

    @Test
    void aDemonstrationDoesNotRaiseTheWindowOfAFolderThatNoneMade() throws Exception {
        try (var _ = SingleInstance.claim(folder)) {
            assertThat(start("Headless", "--demo", "--data-dir", folder.toString()).code()).isEqualTo(2);
        }
    }

    @Test
    void believesNothingInAFolderThatOthersCanWriteTo() throws Exception {
        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(() -> {}, _ -> "\u001b[31mBelieve me");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

            var programResult = start("Headless", "--data-dir", folder.toString());

            assertThat(programResult.code()).isEqualTo(2);
            assertThat(programResult.output()).isEmpty();
            assertThat(programResult.error()).contains("Other users can write to").hasLineCount(1);
        }
    }

    @Test
    void saysInOneSentenceThatTheHomeFolderCannotBeReadInThisLocale() throws Exception {
        // By a shell, because this process may not be able to write an umlaut either.
        var programResult = run(new ProcessBuilder(Stream.concat(
                Stream.of("sh", "-c", "home=/home/m$(printf '\\303\\274')ller; java=$1; shift; "
                        + "LC_ALL=C exec \"$java\" \"-Duser.home=$home\" \"$@\"", "sh"),
                command("Headless").stream()).toList()));

        assertThat(programResult.code()).isEqualTo(2);
        assertThat(programResult.error()).contains("home folder", "LC_ALL=C.UTF-8").hasLineCount(1);
    }

    @Test
    void raisesTheWindowThatIsOpenAlready() throws Exception {
        var raised = new CountDownLatch(1);
        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(raised::countDown, _ -> "");

            assertThat(start("Headless", "--data-dir", folder.toString()))
                    .isEqualTo(new ProgramResult(0, "Longshore is already running; its window was raised.\n", ""));

            TestWait.until(raised);
        }
    }

    @Test
    void handsItsArgumentsOverWithoutTheToken() throws Exception {
        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(() -> {}, request -> "Heard: " + request.orElseThrow() + ".");

            var programResult = start(
                    "Headless", "--data-dir", folder.toString(), "--connect", "https://api.example.com", "--watch",
                    UuidText.of("db-1/m-1"));

            var request = new SecondStartRequest(
                    URI.create("https://api.example.com"), List.of(MigrationRef.parse(UuidText.of("db-1/m-1"))));
            assertThat(programResult)
                    .isEqualTo(new ProgramResult(0, "Longshore is already running; its window was raised. Heard: "
                            + request + ".\n", ""));
        }
    }

    private ProgramResult start(String glassPlatform, String... arguments) throws IOException, InterruptedException {
        return run(new ProcessBuilder(command(glassPlatform, arguments)));
    }

    private static List<String> command(String glassPlatform, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dglass.platform=" + glassPlatform,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private ProgramResult run(ProcessBuilder builder) throws IOException, InterruptedException {
        var output = folder.resolveSibling(folder.getFileName() + ".out");
        var error = folder.resolveSibling(folder.getFileName() + ".err");
        builder.redirectOutput(output.toFile()).redirectError(error.toFile());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        builder.environment().put(Arguments.TOKEN_VARIABLE, Secrets.CLIENT_TOKEN);
        int code = builder.start().waitFor();
        return new ProgramResult(code, takeAway(output), takeAway(error));
    }

    private static String takeAway(Path file) throws IOException {
        var text = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        return text;
    }
}
