package dev.longshore.watch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.CommandState;
import dev.longshore.watch.AlertsSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watch that takes over from another one goes on as if it were the same. */
class HandedOverWatchTest {
    @TempDir Path folder;

    private WatchFixture handOver(WatchFixture before) {
        var after = before.handedOver(folder);
        after.connect();
        return after;
    }

    @Test
    void asksWhenTheWatchBeforeWouldHaveAsked() {
        var before = WatchFixture.importing(folder);
        before.pass(Duration.ofSeconds(30));
        var asked = before.api.questions.size();
        try (var after = handOver(before)) {
            after.watch.tick();
            assertThat(after.api.questions).hasSize(asked);

            after.pass(Duration.ofSeconds(40));
            assertThat(after.api.questions).hasSize(asked + 1);
        }
    }

    @Test
    void asksAtOnceWhatIsOverdue() {
        var before = WatchFixture.importing(folder);
        before.clock.advance(Duration.ofMinutes(3));
        var asked = before.api.questions.size();
        try (var after = handOver(before)) {
            after.watch.tick();
            assertThat(after.api.questions).hasSize(asked + 1);
        }
    }

    @Test
    void nobodyWasBlindInBetween() {
        var before = WatchFixture.importing(folder);
        before.pass(Duration.ofSeconds(30));
        try (var after = handOver(before)) {
            after.pass(Duration.ofMinutes(2));

            var alerts = new AtomicReference<AlertsSnapshot>();
            after.watch.subscribeToAlerts(alerts::set);
            assertThat(alerts.get().missed()).isEmpty();
            assertThat(after.journal.history(WatchFixture.key(WatchFixture.ORDERS), Instant.EPOCH).watchGaps())
                    .isEmpty();
        }
    }

    @Test
    void seesWhatBecameOfACommandOfTheWatchBefore() {
        var before = WatchFixture.importing(folder);
        before.watch.command(WatchFixture.key(WatchFixture.ORDERS), Action.PAUSE, null).join();
        before.pass(Duration.ofSeconds(5));
        try (var after = handOver(before)) {
            after.api.says(WatchFixture.ORDERS, "Paused", "34 %", null);
            after.pass(Duration.ofMinutes(1));

            assertThat(after.row(WatchFixture.ORDERS).latest()).satisfies(
                    command -> assertThat(command.state()).isInstanceOf(CommandState.Observed.class));
        }
    }
}
