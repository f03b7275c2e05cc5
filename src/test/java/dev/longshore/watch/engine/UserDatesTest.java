package dev.longshore.watch.engine;

import static dev.longshore.watch.engine.WatchFixture.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.FreezeWindow.FreezeScope;
import dev.longshore.model.userdate.FreezeWindow.FreezeTimes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays of freeze windows that users change or take away, so that calendars learn of it. */
class UserDatesTest {
    @TempDir private Path folder;

    private WatchFixture fixture;

    @BeforeEach
    void open() {
        fixture = WatchFixture.importing(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void oneThatIsTakenAwayIsNoLongerInForceAndStaysWithTheTimeOfThat() {
        var made = fixture.clock.instant();
        assertThat(fixture.watch.save(audit("Audit", made)).join()).isEmpty();
        fixture.pass(Duration.ofMinutes(6));
        assertThat(fixture.row(ORDERS).ownDates().freezeAt(made)).isPresent();
        assertThat(fixture.watch.removeFreeze("a").join()).isEmpty();
        fixture.watch.tick();

        var snapshot = fixture.watch.snapshot();
        assertThat(snapshot.freezes()).isEmpty();
        assertThat(fixture.row(ORDERS).ownDates().freezes()).isEmpty();
        var kept = audit("Audit", made).saved("a", made).removed(fixture.clock.instant());
        assertThat(snapshot.keptFreezes()).containsExactly(kept);
        assertThat(fixture.journal.freezeWindows()).containsExactly(kept);
        assertThat(fixture.watch.removeFreeze("a").join()).isEmpty();
        assertThat(fixture.watch.snapshot().keptFreezes()).containsExactly(kept);
    }

    @Test
    void oneWithAnotherNameIsTheSameAndOneAtAnotherTimeIsAnotherOne() {
        var made = fixture.clock.instant();
        fixture.watch.save(audit("Audit", made)).join();
        fixture.watch.save(audit("Audits", made)).join();
        fixture.watch.tick();
        assertThat(fixture.watch.snapshot().keptFreezes()).containsExactly(audit("Audits", made).saved("a", made));

        var later = made.plusSeconds(60);
        fixture.watch.save(audit("Audits", later)).join();
        fixture.watch.tick();
        assertThat(fixture.watch.snapshot().freezes()).singleElement().satisfies(each -> {
            assertThat(each.times()).isEqualTo(audit("", later).times());
            assertThat(each.id()).isNotEqualTo("a");
        });
        assertThat(fixture.watch.snapshot().keptFreezes()).hasSize(2)
                .contains(audit("Audits", made).saved("a", made).removed(made));
    }

    private static FreezeWindow audit(String name, Instant from) {
        return new FreezeWindow("a", name, FreezeScope.ALL,
                new FreezeTimes.OnceFrozen(from, from.plus(Duration.ofHours(2))));
    }
}
