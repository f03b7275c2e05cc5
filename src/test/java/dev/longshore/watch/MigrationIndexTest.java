package dev.longshore.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.ConnectionId;
import dev.longshore.support.TestOrganisation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationIndexTest {
    private final WatchedMigration orders = migration("orders", "ReceivingFiles");
    private final WatchedMigration billing = migration("billing", "ReceivingFiles");
    private final WatchedMigration ledger = migration("ledger", "ReceivingFiles");
    private final MigrationIndex index = MigrationIndex.of(List.of(orders, billing));

    @Test
    void findsEveryMigrationAndNoOther() {
        assertThat(index.find(orders.key())).containsSame(orders);
        assertThat(index.find(billing.key())).containsSame(billing);
        assertThat(index.find(ledger.key())).isEmpty();
    }

    @Test
    void findsWhatWasObservedSinceWhereTheListIsTheSame() {
        var imported = migration("billing", "MigrationDone");

        assertThat(index.update(List.of(orders, imported)).find(billing.key())).containsSame(imported);
    }

    @Test
    void findsMigrationsThatHaveChangedPlacesComeOrGone() {
        var moved = index.update(List.of(billing, orders));
        var removed = index.update(List.of(billing));
        var added = index.update(List.of(ledger, orders, billing));
        var replaced = index.update(List.of(orders, ledger));

        assertThat(moved.find(orders.key())).containsSame(orders);
        assertThat(removed.find(billing.key())).containsSame(billing);
        assertThat(removed.find(orders.key())).isEmpty();
        assertThat(added.find(billing.key())).containsSame(billing);
        assertThat(added.find(ledger.key())).containsSame(ledger);
        assertThat(replaced.find(ledger.key())).containsSame(ledger);
        assertThat(replaced.find(billing.key())).isEmpty();
    }

    @Test
    void ofOneConnectionHasOnlyWhatIsWatchedThroughIt() {
        var connection = orders.key().connection();

        assertThat(index.ofConnection(connection).migrations()).containsExactly(orders, billing);
        assertThat(index.ofConnection(connection).find(billing.key())).containsSame(billing);
        assertThat(index.ofConnection(new ConnectionId("other")).migrations()).isEmpty();
        assertThat(index.ofConnection(new ConnectionId("other")).find(billing.key())).isEmpty();
    }

    @Test
    void findsTheAttemptsThatWereMadeInThePlaceOfOne() {
        var second = TestOrganisation.migration("again").follows(orders.key()).build();
        var third = TestOrganisation.migration("third").follows(second.key(), orders.key()).build();
        var attempts = MigrationIndex.of(List.of(orders, second, third));

        assertThat(attempts.laterAttempts(orders.key())).containsExactly(second, third);
        assertThat(attempts.laterAttempts(second.key())).containsExactly(third);
        assertThat(attempts.laterAttempts(third.key())).isEmpty();
    }

    @Test
    void findsLaterAttemptsAsTheyAreNow() {
        var again = TestOrganisation.migration("ledger").follows(orders.key()).build();
        var observed = TestOrganisation.migration("ledger").follows(orders.key())
                .status("MigrationDone", Duration.ofHours(1)).build();
        var before = MigrationIndex.of(List.of(orders, ledger));

        var linked = before.update(List.of(orders, again));

        assertThat(linked.laterAttempts(orders.key())).containsExactly(again);
        assertThat(linked.update(List.of(orders, observed)).laterAttempts(orders.key())).containsExactly(observed);
        assertThat(linked.update(List.of(orders, ledger)).laterAttempts(orders.key())).isEmpty();
    }

    private static WatchedMigration migration(String name, String status) {
        return TestOrganisation.migration(name).status(status, Duration.ofHours(1)).build();
    }
}
