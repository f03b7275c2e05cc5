package dev.longshore.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A program with a mistake made on purpose is caught by one of the first seeds, in each mode. */
@ExtendWith(FxExtension.class)
class MutationsTest {
    private static final int SEEDS = 20;

    @TempDir(factory = MemoryFolders.class) private Path folder;

    @BeforeEach
    void silenceLog() {
        SeedPlayer.silenceLog();
    }

    @AfterEach
    void restoreLog() {
        SeedPlayer.restoreLog();
    }

    static Stream<Arguments> everyMistakeInEachMode() {
        return Stream.of(Mutation.values()).filter(each -> each != Mutation.NONE)
                .flatMap(each -> Stream.of(Arguments.of(each, false), Arguments.of(each, true)));
    }

    @ParameterizedTest
    @MethodSource("everyMistakeInEachMode")
    void aProgramWithAMistakeIsCaught(Mutation mutation, boolean recovery, Stage stage) {
        var inDialog = mutation == Mutation.FIRST_VALUE_FOR_EVER;
        var player = new SeedPlayer(folder, inDialog ? stage : null);

        assertThat(seeds(inDialog).mapToObj(seed -> SeedScript.of(seed, recovery)).filter(each -> !each.hasTeam())
                .anyMatch(script -> player.play(script, mutation).violation().isPresent())).isTrue();
    }

    /** A mistake in a dialog shows only where there is a window. */
    private static LongStream seeds(boolean withWindow) {
        return LongStream.iterate(1, seed -> seed + 1).filter(seed -> SeedScript.hasWindow(seed) == withWindow)
                .limit(SEEDS);
    }
}
