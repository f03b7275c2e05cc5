package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.platform.SingleInstance;
import dev.longshore.support.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts the program as a person does, and looks at what it prints and how it ends. */
@Timeout(60)
class LauncherTest {

    @TempDir Path folder;

    private record Ended(int code, String output, String error) {}

    @Test
    void knowsTheVersionOfTheBuild() {
        assertThat(Launcher.version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void printsTheVersion() throws Exception {
        assertThat(start("", "--version")).isEqualTo(new Ended(0, "Longshore " + Launcher.version() + "\n", ""));
    }

    @Test
    void printsTheHelp() throws Exception {
        var ended = start("", "--help");

        assertThat(ended.code()).isZero();
        assertThat(ended.output()).contains("--connect", "--simulator").doesNotContain("\n\n\n");
    }

    @Test
    void saysWrongArgumentsInOneSentenceOnStandardError() throws Exception {
        assertThat(start("", "--frobnicate"))
                .isEqualTo(new Ended(2, "", "There is no option --frobnicate; --help shows which there are.\n"));
    }

    @Test
    void saysInOneSentenceThatThereIsNoDisplay() throws Exception {
        var ended = start("", "--data-dir", folder.toString());

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.output()).isEmpty();
        assertThat(ended.error()).startsWith("Longshore cannot open a window because ").endsWith(".\n").hasLineCount(1);
    }

    @Test
    void touchesNoFileWithoutADisplay() throws Exception {
        start("", "--data-dir", folder.resolve("data").toString());

        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void raisesTheWindowThatIsOpenAlready() throws Exception {
        var raised = new CountDownLatch(1);
        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(raised::countDown, _ -> "");

            assertThat(start("Headless", "--data-dir", folder.toString()))
                    .isEqualTo(new Ended(0, "Longshore is already running; its window was raised.\n", ""));

            assertThat(raised.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void handsItsArgumentsOverWithoutTheToken() throws Exception {
        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(() -> {}, asked -> "Heard: " + asked + ".");

            var ended = start(
                    "Headless", "--data-dir", folder.toString(), "--connect", "https://api.example.com", "--watch",
                    "db-1/m-1");

            assertThat(ended).isEqualTo(new Ended(0, "Longshore is already running; its window was raised. Heard:"
                    + " HandOver[endpoint=https://api.example.com, watch=[db-1/m-1]].\n", ""));
        }
    }

    private Ended start(String glassPlatform, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dglass.platform=" + glassPlatform,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        var output = folder.resolveSibling(folder.getFileName() + ".out");
        var error = folder.resolveSibling(folder.getFileName() + ".err");
        var builder = new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(error.toFile());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        builder.environment().put(Arguments.TOKEN_VARIABLE, Secrets.CLIENT_TOKEN);
        int code = builder.start().waitFor();
        return new Ended(code, takeAway(output), takeAway(error));
    }

    private static String takeAway(Path file) throws IOException {
        var text = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        return text;
    }
}
