package dev.longshore.ui.alerts;

import static dev.longshore.model.Deadline.Cause.CLEANUP_SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.Estate;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.Feed;
import dev.longshore.ui.theme.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertsViewModelTest {
    private final TestWindow window = new TestWindow(Estate.of(paused("orders", Duration.ofHours(48)).build()));
    private final Feed feed = new Feed(window.ui(new SameThreadUi()));
    private final AlertsViewModel model = new AlertsViewModel(window.ui(new SameThreadUi()), feed);

    @Test
    void deadlineThatComesNearWithoutNewsBecomesGraveWithinAMinute() {
        assertThat(model.alertsProperty().get()).extracting(Alert::token).containsExactly(Token.RISK);

        pass(60);

        assertThat(model.alertsProperty().get()).extracting(Alert::token).containsExactly(Token.DANGER);
    }

    @Test
    void saysNothingWhileNothingChanges() {
        List<Object> heard = new ArrayList<>();
        window.watch.publish(Estate.of(Estate.migration("orders").status("ImportFailed", Duration.ofHours(1)).build()));
        pass(1);
        model.alertsProperty().subscribe((_, now) -> heard.add(now));

        pass(60);

        assertThat(heard).isEmpty();
    }

    @Test
    void migrationThatIsTakenOffTheListTakesItsAlertsAlong() {
        window.watch.publish(Estate.with(window.watch.snapshot(), List.of()));
        pass(1);

        assertThat(model.alertsProperty().get()).isEmpty();
    }

    @Test
    void gravestComesFirst() {
        window.watch.publish(Estate.of(
                paused("billing", Duration.ofHours(60)).build(), paused("orders", Duration.ofHours(5)).build()));
        pass(1);

        assertThat(model.alertsProperty().get()).extracting(Alert::subject).containsExactly("orders", "billing");
    }

    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            window.clock.advance(Duration.ofSeconds(1));
            feed.second();
        }
    }

    private static MigrationBuilder paused(String name, Duration cleanup) {
        return Estate.migration(name).status("Paused", Duration.ofHours(2)).due(CLEANUP_SCHEDULED, cleanup);
    }
}
