package dev.longshore.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.ExpectedFault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plays the seeds from 1 to the number that the property {@code longshore.seeds} says, in each mode. */
@ExpectedFault("The journal could not be written")
class SeedsTest {
    private static final int SEEDS = Integer.getInteger("longshore.seeds", 20);

    @TempDir Path folder;

    @Test
    void nothingFalseIsSaidAndNothingIsLostOrSentTwice() {
        var all = new SeedFigures();
        var bad = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            try (var run = new SeedRun(SeedScript.of(seed, false), Mutation.NONE, folder.resolve("s" + seed))) {
                var outcome = run.play();
                all.add(outcome.figures());
                if (outcome.violation().isPresent()) {
                    bad++;
                    System.out.println("seed " + seed + " step " + outcome.step() + ": " + outcome.violation().get());
                }
            }
        }
        System.out.println(SEEDS + " seeds: " + all);
        assertThat(bad).isZero();
    }
}
