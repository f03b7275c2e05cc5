package dev.longshore.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plays the seeds from 1 to the number that the property {@code longshore.seeds} says, in each mode, and prints what was
 * played. One that fails is printed with the fewest steps with which it fails; its line belongs into {@code kept.txt}.
 */
@ExtendWith(FxExtension.class)
class SeedsTest {
    private static final int SEEDS = Integer.getInteger("longshore.seeds", 20);
    /** One more than processors of a small machine: a seed also waits, for the toolkit and for its own threads. */
    private static final int AT_ONCE = 3;

    private static final SeedFigures PLAYED = new SeedFigures();

    @TempDir(factory = MemoryFolders.class) private Path folder;

    @BeforeEach
    void silenceLog() {
        SeedPlayer.silenceLog();
    }

    @AfterEach
    void restoreLog() {
        SeedPlayer.restoreLog();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void nothingFalseIsSaidNothingIsLostOrSentTwiceAndAllIsRightAgainInTheEnd(boolean recovery, Stage stage)
            throws InterruptedException {
        var began = processorTime();
        var beganAt = System.nanoTime();
        var figures = new SeedFigures();
        List<String> violations = Collections.synchronizedList(new ArrayList<>());
        var withWindow = new SeedPlayer(folder.resolve("window"), stage);
        var without = new SeedPlayer(folder.resolve("other"), null);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var all = new ArrayList<Future<?>>();
            // One after the other: there is one window and one clipboard.
            all.add(threads.submit(() -> seeds().filter(SeedScript::hasWindow)
                    .forEach(seed -> play(SeedScript.of(seed, recovery), withWindow, figures, violations))));
            seeds().filter(seed -> !SeedScript.hasWindow(seed)).forEach(seed -> all.add(threads.submit(
                    () -> play(SeedScript.of(seed, recovery), without, figures, violations))));
            for (var each : all) {
                await(each);
            }
        }

        System.out.println((recovery ? "recovery: " : "safety: ") + SEEDS + " seeds, " + violations.size()
                + " violations, " + processorTime().minus(began).toSeconds() + " s of processor time in "
                + Duration.ofNanos(System.nanoTime() - beganAt).toSeconds() + " s, " + figures);
        PLAYED.add(figures);
        PLAYED.count("violations", violations.size());
        assertThat(violations).isEmpty();
    }

    @AfterAll
    static void printWhatWasPlayed() {
        System.out.println(PLAYED.sentence(SEEDS));
    }

    /** What this process has used so far. */
    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void await(Future<?> future) throws InterruptedException {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    private static void play(SeedScript script, SeedPlayer player, SeedFigures figures, List<String> violations) {
        var outcome = player.play(script, Mutation.NONE);
        figures.add(outcome.figures());
        SeedPlayer.failure(script, outcome).ifPresent(what -> {
            violations.add(what);
            System.out.println(what + "\n  " + player.shrunk(script));
        });
    }

    static Stream<String> kept() throws IOException {
        try (var file = Objects.requireNonNull(SeedsTest.class.getResourceAsStream("kept.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void aSeedThatOnceFailedDoesNotFailAgain(String line) {
        var script = SeedPlayer.script(line);

        assertThat(SeedPlayer.failure(script, new SeedPlayer(folder, null).play(script, Mutation.NONE))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 7})
    void aSeedPlaysTheSameAgain(long seed) {
        var player = new SeedPlayer(folder, null);
        var script = SeedScript.of(seed, true);

        assertThat(player.play(script, Mutation.NONE).trace()).isEqualTo(player.play(script, Mutation.NONE).trace());
    }

    @Test
    void aSeedThatFailsIsShrunkToTheStepsThatItTakes() {
        var script = SeedScript.of(3, false);

        var shrunk = SeedShrinker.shrink(script, fewer -> fewer.steps().stream()
                .map(SeedScript.NumberedStep::number).toList().containsAll(List.of(4, 9)));

        assertThat(SeedPlayer.line(shrunk)).isEqualTo("safety 3 of 2 only 4,9");
        assertThat(SeedPlayer.script(SeedPlayer.line(shrunk))).isEqualTo(shrunk);
    }
}
