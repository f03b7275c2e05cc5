package dev.longshore.watch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.ExpectedFault;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The long watch in small; in full it is one of the benchmarks. */
@ExpectedFault("A question about a migration ended unexpectedly")
class MonthOfWatchingTest {
    @TempDir private Path folder;

    private MonthOfWatching.MonthResult monthResult;

    @BeforeEach
    void watch() {
        monthResult = MonthOfWatching.run(folder, 10, Duration.ofDays(5));
        System.out.println("A month in small: " + monthResult);
    }

    @Test
    void missesNothingLeavesNothingBehindAndIsAliveAtTheEnd() {
        assertThat(monthResult.transitions()).isEqualTo(50);
        assertThat(monthResult.missed()).isEmpty();
        assertThat(monthResult.faults()).isGreaterThan(monthResult.calls() / 40);
        assertThat(monthResult.alive()).isTrue();
        assertThat(monthResult.late().underWay()).isZero();
        assertThat(monthResult.late().mostRemembered()).isLessThanOrEqualTo(1000);
        assertThat(monthResult.late().threads()).isLessThanOrEqualTo(monthResult.early().threads() + 2);
    }
}
