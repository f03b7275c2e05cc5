package dev.longshore.notify;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.notify.Message.MessageEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandSenderTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir private Path folder;

    private DeliveryResult run(Duration limit, String name, String... arguments) {
        var target = new RouteTarget.CommandTarget(List.of(arguments), limit);
        var environment = Map.of("PATH", "/usr/bin:/bin", "ASTRA_DB_APPLICATION_TOKEN", "AstraCS:secret", "HOME", "/x");
        return new CommandSender(target, environment)
                .send(List.of(SampleMessages.of(MessageEvent.RAISED, "alert-1", "act-now", name)));
    }

    private DeliveryResult shell(String script) {
        return run(LIMIT, "orders", "sh", "-c", script);
    }

    @Test
    void theMessageIsInTheEnvironmentAndNothingElseIs() throws IOException {
        var file = folder.resolve("environment");

        assertThat(shell("env > " + file)).isInstanceOf(DeliveryResult.Delivered.class);

        var lines = Files.readAllLines(file);
        assertThat(lines).contains(
                "LONGSHORE_EVENT=raised", "LONGSHORE_ID=alert-1", "LONGSHORE_CLASS=act-now",
                "LONGSHORE_KIND=cleanup-soon", "LONGSHORE_CONNECTION=prod", "LONGSHORE_DATABASE=orders-db",
                "LONGSHORE_MIGRATION=m-1", "LONGSHORE_NAME=orders", "LONGSHORE_SINCE=2026-11-21T11:59:00Z",
                "LONGSHORE_DUE=2026-11-22T08:00:00Z", "LONGSHORE_NEXT=Schedule a later cleanup.", "HOME=/x");
        assertThat(lines).noneMatch(line -> line.contains("ASTRA") || line.contains("secret"));
    }

    @Test
    void noShellReadsWhatIsInTheMessage() throws IOException {
        var file = folder.resolve("made");

        run(LIMIT, "$(touch " + file + ")`touch " + file + "`", "sh", "-c", "echo $LONGSHORE_NAME >/dev/null");
        run(LIMIT, "orders", "echo", "$(touch " + file + ")");

        assertThat(file).doesNotExist();
    }

    @Test
    void saysItsExitCodeAndTheBeginningOfWhatItPrinted() {
        assertThat(say(shell("echo no such pager AstraCS:abc:def >&2; exit 3").fact()))
                .isEqualTo("The command ended with exit code 3: no such pager •••");
        assertThat(say(shell("yes yes | head -c 3000000; exit 1").fact())).hasSizeLessThan(300);
    }

    @Test
    void aCommandThatIsNotThereIsSaidWithoutItsWholeLine() {
        assertThat(say(run(LIMIT, "orders", "/no/such/program", "t0ken").fact()))
                .startsWith("The command could not be started:").doesNotContain("t0ken");
    }

    @Test
    void oneThatTakesTooLongIsStoppedWithWhatItStarted() {
        var result = run(Duration.ofMillis(200), "orders", "sh", "-c", "sleep 300 & wait");

        assertThat(say(result.fact())).startsWith("The command was stopped after");
        // What is killed is there until the system has taken it away.
        await().until(() -> ProcessHandle.current().descendants().map(each -> each.info().commandLine().orElse(""))
                .noneMatch(line -> line.contains("sleep 300")));
    }

    @Test
    void itGetsNoInput() {
        assertThat(shell("read -r line && exit 1 || exit 0")).isInstanceOf(DeliveryResult.Delivered.class);
    }
}
