package dev.longshore.model;

import static dev.longshore.model.Given.NOON;
import static dev.longshore.model.Given.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.longshore.model.KeptAlert.State;
import dev.longshore.model.Notice.Kind;
import dev.longshore.model.Notice.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptAlertTest {
    private static final ConnectionId PROD = new ConnectionId("prod");
    private static final Notice SOON = new Notice(Kind.CLEANUP_SOON, Severity.SOON, NOON, "Soon.");
    private static final KeptAlert RAISED = new KeptAlert(
            "a", PROD, Given.ORDERS.ref(), SOON, List.of(new State.Raised(NOON, Severity.SOON, "Soon.")));

    @Test
    void isNotAcknowledgedBeforeAPersonSaysSo() {
        assertThat(RAISED.isAcknowledged()).isFalse();
        assertThat(RAISED.reached(new State.Acknowledged(minutes(1))).isAcknowledged()).isTrue();
    }

    @Test
    void isNoLongerAcknowledgedWhenItBecomesMoreUrgent() {
        var urgent = new Notice(Kind.CLEANUP_SOON, Severity.ACT_NOW, NOON, "Now.");
        var raised = RAISED.reached(new State.Acknowledged(minutes(1))).raisedAs(urgent, minutes(2));

        assertThat(raised.isAcknowledged()).isFalse();
        assertThat(raised.notice()).isEqualTo(urgent);
        assertThat(raised.state()).isEqualTo(new State.Raised(minutes(2), Severity.ACT_NOW, "Now."));
        assertThat(raised.raisedAt()).isEqualTo(NOON);
    }

    @Test
    void staysAcknowledgedOrNotWhenItIsOver() {
        var ended = new State.Ended(minutes(3));

        assertThat(RAISED.endedAt()).isEmpty();
        assertThat(RAISED.reached(ended).endedAt()).contains(minutes(3));
        assertThat(RAISED.reached(ended).isAcknowledged()).isFalse();
        assertThat(RAISED.reached(new State.Acknowledged(minutes(1))).reached(ended).isAcknowledged()).isTrue();
    }

    @Test
    void hasAtLeastTheStateInWhichItWasRaised() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeptAlert("a", PROD, null, SOON, List.of()))
                .withMessage("An alert has at least the state in which it was raised.");
    }
}
