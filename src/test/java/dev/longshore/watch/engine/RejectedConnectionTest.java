package dev.longshore.watch.engine;

import static dev.longshore.watch.engine.WatchFixture.BILLING;
import static dev.longshore.watch.engine.WatchFixture.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.ApiError;
import dev.longshore.model.fact.Fact;
import dev.longshore.watch.WatchedConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rejection is tried again: once before it is believed, at growing intervals, and whenever the user asks. */
class RejectedConnectionTest {
    private static final ApiError REJECTED = new ApiError.Unauthorized(Fact.recorded("The service rejects the token."));
    private static final ApiError GATEWAY = new ApiError.Server(Fact.recorded("A page."), 403, Optional.empty());

    @TempDir private Path folder;

    private static boolean isStopped(WatchFixture fixture) {
        return fixture.connection().health() instanceof WatchedConnection.Health.Stopped;
    }

    private static boolean isWatching(WatchFixture fixture) {
        return fixture.connection().health() instanceof WatchedConnection.Health.Watching;
    }

    @Test
    void aConnectionStaysWhenAGatewayRefusesOnce() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.broken = GATEWAY;
            fixture.pass(Duration.ofMinutes(2));
            var during = isStopped(fixture);
            fixture.api.broken = null;
            fixture.pass(Duration.ofMinutes(2));

            assertThat(during).isFalse();
            assertThat(isWatching(fixture)).isTrue();
        }
    }

    @Test
    void oneRejectionAloneStopsNothing() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.duringQuestion = () -> {
                fixture.api.broken = REJECTED;
                fixture.api.duringQuestion = () -> fixture.api.broken = null;
            };
            fixture.watch.pollNow();
            fixture.watch.tick();
            assertThat(fixture.connection().health()).isInstanceOf(WatchedConnection.Health.Troubled.class);

            fixture.pass(Duration.ofSeconds(20));

            assertThat(isWatching(fixture)).isTrue();
            assertThat(fixture.row(ORDERS).problem()).isNull();
        }
    }

    @Test
    void isTriedAtGrowingIntervalsByOneRequestAndGoesOnWhenItIsOver() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.says(BILLING, "ReceivingFiles");
            fixture.add(BILLING);
            fixture.api.broken = REJECTED;
            fixture.pass(Duration.ofMinutes(3));
            assertThat(isStopped(fixture)).isTrue();
            fixture.api.questions.clear();
            var listings = fixture.api.listings;
            fixture.pass(Duration.ofHours(2));
            assertThat(fixture.api.questions.size() + fixture.api.listings - listings).isBetween(6, 20);
            fixture.api.broken = null;

            fixture.pass(Duration.ofMinutes(20));

            assertThat(isWatching(fixture)).isTrue();
            assertThat(fixture.row(ORDERS).problem()).isNull();
            assertThat(fixture.row(BILLING).problem()).isNull();
        }
    }

    @Test
    void isTriedAtOnceWhenTheUserAsks() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.broken = REJECTED;
            fixture.pass(Duration.ofMinutes(30));
            assertGoesOnWhenTheUserAsks(fixture);
        }
    }

    @Test
    void aConnectionWithoutMigrationsIsTriedToo() {
        try (var fixture = WatchFixture.begin(folder)) {
            fixture.api.broken = REJECTED;
            fixture.connect();
            fixture.pass(Duration.ofMinutes(1));
            assertGoesOnWhenTheUserAsks(fixture);
        }
    }

    private static void assertGoesOnWhenTheUserAsks(WatchFixture fixture) {
        assertThat(isStopped(fixture)).isTrue();
        fixture.api.broken = null;

        fixture.watch.pollNow();
        fixture.watch.tick();
        fixture.watch.tick();

        assertThat(isWatching(fixture)).isTrue();
    }

    @Test
    void aNetworkFaultOfATryDoesNotEndTheTrying() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.broken = REJECTED;
            fixture.pass(Duration.ofMinutes(5));
            fixture.api.broken = new ApiError.Network(Fact.recorded("Cut."), true);
            fixture.api.questions.clear();
            fixture.pass(Duration.ofMinutes(60));
            assertThat(fixture.api.questions).hasSizeBetween(2, 60);
            fixture.api.broken = null;

            fixture.pass(Duration.ofMinutes(20));

            assertThat(isWatching(fixture)).isTrue();
        }
    }

    @Test
    void aMigrationThatTheServiceDoesNotKnowHoldsUpNoOther() {
        try (var fixture = WatchFixture.begin(folder)) {
            watchBoth(fixture);

            assertThat(fixture.row(BILLING).problem()).isNotNull();
            assertThat(fixture.row(ORDERS).ruling(Action.LAUNCH).isAllowed()).isTrue();
        }
    }

    /** The service knows the first of them only. */
    private static void watchBoth(WatchFixture fixture) {
        fixture.api.says(ORDERS, "ReceivingFiles");
        fixture.connect();
        fixture.add(ORDERS);
        fixture.add(BILLING);
        fixture.pass(Duration.ofMinutes(5));
    }

    @Test
    void oneThatWasKnownAndIsNotAnyMoreHoldsUpNoOtherUntilItIsKnownAgain() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.says(BILLING, "ReceivingFiles");
            fixture.add(BILLING);
            fixture.pass(Duration.ofMinutes(2));
            assertThat(fixture.row(BILLING).ruling(Action.LAUNCH).isAllowed()).isFalse();
            fixture.api.brokenFor.put(ORDERS, new ApiError.NotFound(Fact.recorded("Not there.")));
            fixture.pass(Duration.ofMinutes(5));
            assertThat(fixture.row(BILLING).ruling(Action.LAUNCH).isAllowed()).isTrue();
            fixture.api.brokenFor.remove(ORDERS);

            fixture.pass(Duration.ofMinutes(20));

            assertThat(fixture.row(BILLING).ruling(Action.LAUNCH).isAllowed()).isFalse();
        }
    }

    @Test
    void aPageOfAGatewayAboutAMigrationKeepsHoldingUpTheOthers() {
        try (var fixture = WatchFixture.begin(folder)) {
            fixture.api.brokenFor.put(BILLING, GATEWAY);
            watchBoth(fixture);

            assertThat(fixture.row(ORDERS).ruling(Action.LAUNCH).isAllowed()).isFalse();
        }
    }
}
