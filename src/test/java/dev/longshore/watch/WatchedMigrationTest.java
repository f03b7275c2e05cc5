package dev.longshore.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.TestOrganisation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How old is old, for a migration that is asked about once a minute. */
class WatchedMigrationTest {
    @ParameterizedTest
    @CsvSource({"PT0S,true,false", "PT1M,true,false", "PT1M1S,false,false", "PT3M,false,false", "PT3M1S,false,true"})
    void isFreshForAnIntervalAndStaleOnceARepeatedCallDoesNotExplainItsAge(Duration age, boolean fresh, boolean stale) {
        var migration = importing().observed(age).build();

        assertThat(migration.isFresh(TestOrganisation.NOW)).isEqualTo(fresh);
        assertThat(migration.isStale(TestOrganisation.NOW)).isEqualTo(stale);
    }

    @Test
    void isStaleAndNotFreshWhileItsNewestAnswerFailed() {
        var migration = importing().problem("The service did not answer.", Duration.ZERO, 1).build();

        assertThat(migration.isFresh(TestOrganisation.NOW)).isFalse();
        assertThat(migration.isStale(TestOrganisation.NOW)).isTrue();
    }

    @Test
    void isAsOldAsNothingWhereItWasObservedAfterTheSecondBeganThatIsShown() {
        var migration = importing().observed(Duration.ofSeconds(-30)).build();

        assertThat(migration.age(TestOrganisation.NOW)).contains(Duration.ZERO);
        assertThat(migration.isStale(TestOrganisation.NOW)).isFalse();
    }

    @Test
    void isOfUnknownAgeAndStaleWhereItSeemsToBeObservedLaterThanNow() {
        var migration = importing().observed(Duration.ofHours(-3)).build();

        assertThat(migration.age(TestOrganisation.NOW)).isEmpty();
        assertThat(migration.isFresh(TestOrganisation.NOW)).isFalse();
        assertThat(migration.isStale(TestOrganisation.NOW)).isTrue();
    }

    @Test
    void isNeverStaleOnceItIsClosed() {
        var closed = TestOrganisation.migration("orders").status("Closed", Duration.ofDays(9));

        assertThat(closed.observed(Duration.ofDays(9)).build().isStale(TestOrganisation.NOW)).isFalse();
    }

    @Test
    void isNeitherFreshNorStaleBeforeTheFirstAnswer() {
        var migration = TestOrganisation.migration("orders").build();

        assertThat(migration.isFresh(TestOrganisation.NOW)).isFalse();
        assertThat(migration.isStale(TestOrganisation.NOW)).isFalse();
    }

    private static MigrationBuilder importing() {
        return TestOrganisation.migration("orders").status("ImportInProgress", Duration.ofHours(2));
    }
}
