package dev.longshore.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.TestOrganisation;
import dev.longshore.ui.fx.WindowTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SinceTextTest {
    private static final Instant NOW = TestOrganisation.NOW;

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final MigrationText text = new MigrationText(
            texts, new WindowTimes(InstantSource.fixed(NOW), ZoneId.of("Europe/Berlin"), texts, Locale.GERMANY));

    @Test
    void saysHowLongWhereTheChangeWasWatched() {
        assertThat(since(Duration.ofHours(5), Duration.ofHours(5).plusMinutes(1))).isEqualTo("5 h");
        assertThat(since(Duration.ofDays(2), Duration.ofDays(2).plusHours(2))).isEqualTo("2 d");
    }

    @Test
    void saysNoMoreThanIsKnownOfWhatWasSoFromTheFirstLookOn() {
        assertThat(since(Duration.ofHours(5).plusMinutes(42), null)).isEqualTo("≥ 5 h");
    }

    @Test
    void saysARangeWhereNobodyLookedWhenItChanged() {
        assertThat(since(Duration.ofHours(5), Duration.ofHours(14))).isEqualTo("5–14 h");
    }

    private String since(Duration seen, @Nullable Duration otherwise) {
        return text.since(TestOrganisation.migration("orders").status("Failed", seen).otherwise(otherwise).build(),
                NOW);
    }
}
