package dev.longshore.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.CommandState;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.text.TimeText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandRowsTest {
    private final TestWindow window = new TestWindow(TestOrganisation.empty());
    private final UiContext context = window.context(new SameThreadUi());
    private final CommandRows rows = new CommandRows(context.texts(), context.times());
    private final WatchedMigration orders = TestOrganisation.migration("orders")
            .status("ImportPaused", Duration.ofHours(1))
            .command(Action.PAUSE, new CommandState.Requested(TestOrganisation.NOW.minusSeconds(60))).build();

    @Test
    void aRowThatSaysTheSameIsTheSame() {
        var first = rows.of(TestOrganisation.of(orders)).getFirst();

        assertThat(rows.of(TestOrganisation.of(orders)).getFirst()).isSameAs(first);
    }

    @Test
    void aRowFollowsItsCommandAndTheNameOfItsMigration() {
        rows.of(TestOrganisation.of(orders));

        var renamed = TestOrganisation.migration("invoices").status("ImportPaused", Duration.ofHours(1))
                .command(Action.PAUSE, new CommandState.Requested(TestOrganisation.NOW.minusSeconds(60)),
                        new CommandState.Accepted(TestOrganisation.NOW.minusSeconds(58)))
                .build();
        assertThat(rows.of(TestOrganisation.of(renamed))).singleElement()
                .matches(each -> each.migration().equals("invoices") && each.accepted().equals("+2 s"));
    }

    @Test
    void theTimesOfARowFollowTheZone() {
        var local = rows.of(TestOrganisation.of(orders)).getFirst();

        context.times().zoneProperty().set(TimeText.ZoneChoice.UTC);

        assertThat(local.requested()).isEqualTo("Sat 21 Nov, 15:29 CET");
        assertThat(rows.of(TestOrganisation.of(orders)).getFirst().requested()).isEqualTo("Sat 21 Nov, 14:29 UTC");
    }

    @Test
    void theYearIsToldAsSoonAsItIsNoLongerThisOne() {
        rows.of(TestOrganisation.of(orders));

        window.clock.set(TestOrganisation.NOW.plus(Duration.ofDays(60)));

        assertThat(rows.of(TestOrganisation.of(orders)).getFirst().requested()).contains("2026");
    }

    @Test
    void aMigrationThatIsNotOnTheListIsNamedByItsId() {
        var snapshot = TestOrganisation.of(orders);
        var without = new Snapshot(2, snapshot.at(), snapshot.connections(), TestOrganisation.empty().migrations(),
                snapshot.recentCommands(), List.of());

        assertThat(rows.of(without)).extracting(CommandRow::migration).containsExactly("m-orders");
    }
}
