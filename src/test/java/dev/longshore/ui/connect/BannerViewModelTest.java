package dev.longshore.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Connection;
import dev.longshore.model.Environment;
import dev.longshore.secret.StoreState;
import dev.longshore.support.Estate;
import dev.longshore.support.FakeTokens;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.Feed;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.TokenPlace;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedConnection.Health;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BannerViewModelTest {
    private static final Connection STAGING = Estate.connection("staging", Environment.TEST, false);

    private final TestWindow window = new TestWindow(Estate.empty());
    private final BannerViewModel model = model();

    private BannerViewModel model() {
        var ui = window.ui(new SameThreadUi());
        return new BannerViewModel(ui, new Feed(ui));
    }

    @Test
    void saysNothingWhileAllIsWell() {
        publish(Estate.watched(STAGING));

        assertThat(model.saidProperty().get()).isEmpty();
    }

    @Test
    void saysWhichConnectionWaitsForTheKeystoreAndOffersToUnlockIt() {
        publish(waiting(STAGING, FakeTokens.LOCKED));

        assertThat(model.saidProperty().get()).hasValueSatisfying(said -> {
            assertThat(said.sentence()).isEqualTo("staging (test): The keyring is locked.");
            assertThat(said.unlocks()).isTrue();
        });
    }

    @Test
    void offersNoUnlockingWhereThereIsNoKeystore() {
        publish(waiting(STAGING, FakeTokens.MISSING));

        assertThat(model.saidProperty().get()).hasValueSatisfying(said -> assertThat(said.unlocks()).isFalse());
    }

    @Test
    void isOneBannerForSeveralConnections() {
        publish(rejected(Estate.PRODUCTION), waiting(STAGING, FakeTokens.LOCKED));

        assertThat(model.saidProperty().get()).hasValueSatisfying(said -> assertThat(said.sentence())
                .isEqualTo("staging (test): The keyring is locked. One other connection waits, too."));
    }

    @Test
    void doesNotComeBackWithTheSameReason() {
        publish(rejected(STAGING));
        model.putAside();

        publish(rejected(STAGING));

        assertThat(model.saidProperty().get()).isEmpty();
    }

    @Test
    void comesBackWithAnotherReason() {
        publish(rejected(STAGING));
        model.putAside();

        publish(waiting(STAGING, FakeTokens.LOCKED));

        assertThat(model.saidProperty().get()).isPresent();
    }

    @Test
    void goesWhenTheConnectionIsWatchedAgain() {
        publish(rejected(STAGING));

        publish(Estate.watched(STAGING));

        assertThat(model.saidProperty().get()).isEmpty();
    }

    @Test
    void asksTheSystemToUnlockAndSaysWhatCameOfIt() {
        publish(waiting(STAGING, FakeTokens.LOCKED));
        window.watch.keystore = new StoreState.Locked("The keyring is still locked.");

        model.tryAgain();

        assertThat(window.watch.unlocked).hasSize(1);
        assertThat(model.underWayProperty().get()).isFalse();
        assertThat(model.saidProperty().get()).hasValueSatisfying(
                said -> assertThat(said.sentence()).isEqualTo("The keyring is still locked."));
    }

    private void publish(WatchedConnection... connections) {
        window.watch.publish(new Snapshot(2, Estate.NOW, List.of(connections), List.of(), List.of(), Optional.empty()));
    }

    private static WatchedConnection rejected(Connection connection) {
        return stopped(connection, "The service rejects the token.", new TokenPlace.InKeystore());
    }

    private static WatchedConnection waiting(Connection connection, StoreState why) {
        return stopped(connection, why.sentence(), new TokenPlace.Nowhere(Optional.of(why)));
    }

    private static WatchedConnection stopped(Connection connection, String reason, TokenPlace token) {
        return new WatchedConnection(connection, new Health.Stopped(reason), token, List.of(), null, null, null);
    }
}
