package dev.longshore.ui.connect;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Connection;
import dev.longshore.model.Environment;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.fact.Fact;
import dev.longshore.support.FakeTokens;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.TokenLocation;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedConnection.Health;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionBannerViewModelTest {
    private static final Connection STAGING = TestOrganisation.connection("staging", Environment.TEST, false);

    private final TestWindow window = new TestWindow(TestOrganisation.empty());
    private final ConnectionBannerViewModel model = model();

    private ConnectionBannerViewModel model() {
        var context = window.context(new SameThreadUi());
        return new ConnectionBannerViewModel(context, new SnapshotFeed(context));
    }

    @Test
    void saysNothingWhileAllIsWell() {
        publish(TestOrganisation.watched(STAGING));

        assertThat(model.messageProperty().get()).isEmpty();
    }

    @Test
    void saysWhichConnectionWaitsForTheKeystoreAndOffersToUnlockIt() {
        publish(waiting(STAGING, FakeTokens.LOCKED));

        assertThat(model.messageProperty().get()).hasValueSatisfying(connectionMessage -> {
            assertThat(connectionMessage.sentence()).isEqualTo("staging (test): " + say(FakeTokens.LOCKED.fact()));
            assertThat(connectionMessage.unlocks()).isTrue();
        });
    }

    @Test
    void offersNoUnlockingWhereThereIsNoKeystore() {
        publish(waiting(STAGING, FakeTokens.MISSING));

        assertThat(model.messageProperty().get())
                .hasValueSatisfying(connectionMessage -> assertThat(connectionMessage.unlocks()).isFalse());
    }

    @Test
    void isOneBannerForSeveralConnections() {
        publish(rejected(TestOrganisation.PRODUCTION), waiting(STAGING, FakeTokens.LOCKED));

        assertThat(model.messageProperty().get())
                .hasValueSatisfying(connectionMessage -> assertThat(connectionMessage.sentence())
                        .isEqualTo("staging (test): " + say(FakeTokens.LOCKED.fact())
                                + " One other connection waits, too."));
    }

    @Test
    void doesNotComeBackWithTheSameReason() {
        publish(rejected(STAGING));
        model.dismiss();

        publish(rejected(STAGING));

        assertThat(model.messageProperty().get()).isEmpty();
    }

    @Test
    void comesBackWithAnotherReason() {
        publish(rejected(STAGING));
        model.dismiss();

        publish(waiting(STAGING, FakeTokens.LOCKED));

        assertThat(model.messageProperty().get()).isPresent();
    }

    @Test
    void goesWhenTheConnectionIsWatchedAgain() {
        publish(rejected(STAGING));

        publish(TestOrganisation.watched(STAGING));

        assertThat(model.messageProperty().get()).isEmpty();
    }

    @Test
    void asksTheSystemToUnlockAndSaysWhatCameOfIt() {
        publish(waiting(STAGING, FakeTokens.LOCKED));
        window.watch.keystore = new KeystoreState.Locked(Fact.recorded("The keyring is still locked."));

        model.tryAgain();

        assertThat(window.watch.unlocked).hasSize(1);
        assertThat(model.underWayProperty().get()).isFalse();
        assertThat(model.messageProperty().get()).hasValueSatisfying(
                connectionMessage -> assertThat(connectionMessage.sentence())
                        .isEqualTo("The keyring is still locked."));
    }

    private void publish(WatchedConnection... connections) {
        window.watch.publish(
                new Snapshot(2, TestOrganisation.NOW, List.of(connections), List.of(), List.of(), List.of()));
    }

    private static WatchedConnection rejected(Connection connection) {
        return stopped(connection, "The service rejects the token.", new TokenLocation.InKeystore());
    }

    private static WatchedConnection waiting(Connection connection, KeystoreState why) {
        return stopped(connection, say(why.fact()), new TokenLocation.NoToken(Optional.of(why)));
    }

    private static WatchedConnection stopped(Connection connection, String reason, TokenLocation token) {
        return new WatchedConnection(connection, new Health.Stopped(Fact.recorded(reason)), token, List.of(), null,
                null, null);
    }
}
