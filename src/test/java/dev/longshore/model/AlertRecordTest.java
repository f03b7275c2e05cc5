package dev.longshore.model;

import static dev.longshore.model.ModelSamples.NOON;
import static dev.longshore.model.ModelSamples.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.longshore.model.Alert.Kind;
import dev.longshore.model.Alert.Severity;
import dev.longshore.model.AlertRecord.State;
import dev.longshore.model.fact.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertRecordTest {
    private static final ConnectionId PROD = new ConnectionId("prod");
    private static final Alert SOON = new Alert(Kind.CLEANUP_SOON, Severity.SOON, NOON, Fact.recorded("Soon."));
    private static final AlertRecord RAISED = new AlertRecord(
            "a", PROD, ModelSamples.ORDERS.ref(), SOON,
            List.of(new State.Raised(NOON, Severity.SOON, Fact.recorded("Soon."))));

    @Test
    void isNotAcknowledgedBeforeAPersonSaysSo() {
        assertThat(RAISED.isAcknowledged()).isFalse();
        assertThat(RAISED.withState(new State.Acknowledged(minutes(1))).isAcknowledged()).isTrue();
    }

    @Test
    void isNoLongerAcknowledgedWhenItBecomesMoreUrgent() {
        var urgent = new Alert(Kind.CLEANUP_SOON, Severity.ACT_NOW, NOON, Fact.recorded("Now."));
        var raised = RAISED.withState(new State.Acknowledged(minutes(1))).raisedAs(urgent, minutes(2));

        assertThat(raised.isAcknowledged()).isFalse();
        assertThat(raised.alert()).isEqualTo(urgent);
        assertThat(raised.state()).isEqualTo(new State.Raised(minutes(2), Severity.ACT_NOW, Fact.recorded("Now.")));
        assertThat(raised.raisedAt()).isEqualTo(NOON);
    }

    @Test
    void staysAcknowledgedOrNotWhenItIsOver() {
        var ended = new State.Ended(minutes(3));

        assertThat(RAISED.endedAt()).isEmpty();
        assertThat(RAISED.withState(ended).endedAt()).contains(minutes(3));
        assertThat(RAISED.withState(ended).isAcknowledged()).isFalse();
        assertThat(RAISED.withState(new State.Acknowledged(minutes(1))).withState(ended).isAcknowledged()).isTrue();
    }

    @Test
    void hasAtLeastTheStateInWhichItWasRaised() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlertRecord("a", PROD, null, SOON, List.of()))
                .withMessage("An alert has at least the state in which it was raised.");
    }
}
