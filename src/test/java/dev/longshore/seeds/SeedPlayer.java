package dev.longshore.seeds;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.longshore.support.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Plays scripts, each in a folder of its own that is deleted after it, and writes down those that fail. */
final class SeedPlayer {
    private final Path folder;
    private final @Nullable Stage window;
    private final AtomicInteger runs = new AtomicInteger();

    SeedPlayer(Path folder, @Nullable Stage window) {
        this.folder = folder;
        this.window = window;
    }

    /** What a thousand faults have logged helps nobody: what is wrong is said by the seed. */
    static void silenceLog() {
        ((Logger) LoggerFactory.getLogger("dev.longshore")).setLevel(Level.OFF);
    }

    /** The log is as before. */
    static void restoreLog() {
        ((Logger) LoggerFactory.getLogger("dev.longshore")).setLevel(null);
    }

    SeedRun.SeedOutcome play(SeedScript script, Mutation mutation) {
        var ofRun = folder.resolve("run-" + runs.incrementAndGet());
        try (var run = new SeedRun(script, mutation, ofRun, window)) {
            return run.play();
        } finally {
            delete(ofRun);
        }
    }

    /** The line under which a script that fails is found again, with as few steps as it fails with. */
    String shrunk(SeedScript script) {
        return line(SeedShrinker.shrink(script, fewer -> play(fewer, Mutation.NONE).violation().isPresent()));
    }

    static String line(SeedScript script) {
        return name(script) + " only " + script.steps().stream()
                .map(each -> Integer.toString(each.number())).collect(Collectors.joining(","));
    }

    private static String name(SeedScript script) {
        return (script.recovery() ? "recovery " : "safety ") + script.seed() + " of " + script.generation();
    }

    /** The script of such a line; without "only" all of its steps. */
    static SeedScript script(String line) {
        var words = line.toLowerCase(Locale.ROOT).split("\\s+", -1);
        var script = SeedScript.of(
                Long.parseLong(words[1]), words[0].equals("recovery"), Integer.parseInt(words[3]));
        return words.length < 6 ? script
                : script.only(Arrays.stream(words[5].split(",")).map(Integer::valueOf).collect(Collectors.toSet()));
    }

    /** What is wrong with a run, as a sentence that names its seed. */
    static Optional<String> failure(SeedScript script, SeedRun.SeedOutcome outcome) {
        return outcome.violation().map(what -> name(script) + ", step " + outcome.step() + ": " + what);
    }

    /** Deletes a folder with all that is in it, if it is there. */
    private static void delete(Path folder) {
        try {
            if (Files.exists(folder)) {
                TemporaryFolder.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
