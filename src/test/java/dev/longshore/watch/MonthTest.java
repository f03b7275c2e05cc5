package dev.longshore.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The long watch in small; in full it is one of the benchmarks. */
class MonthTest {
    @TempDir private Path folder;

    private MonthOfWatching.Figures figures;

    @BeforeEach
    void watch() {
        figures = MonthOfWatching.run(folder, 10, Duration.ofDays(5));
        System.out.println("A month in small: " + figures);
    }

    @Test
    void missesNothingLeavesNothingBehindAndIsAliveAtTheEnd() {
        assertThat(figures.transitions()).isEqualTo(50);
        assertThat(figures.missed()).isEmpty();
        assertThat(figures.faults()).isGreaterThan(figures.calls() / 40);
        assertThat(figures.alive()).isTrue();
        assertThat(figures.late().underWay()).isZero();
        assertThat(figures.late().mostRemembered()).isLessThanOrEqualTo(1000);
        assertThat(figures.late().threads()).isLessThanOrEqualTo(figures.early().threads() + 2);
    }
}
