package dev.longshore.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.MigrationKey;
import dev.longshore.model.timeline.Timeline;
import dev.longshore.support.FxExtension;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.SampleHistories;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class ComparisonPanelTest {
    private final WatchedMigration orders = importing("orders", 40);
    private final WatchedMigration billing = importing("billing", 70);
    private final TestWindow window = new TestWindow(TestOrganisation.of(orders, billing));
    @SuppressWarnings("NullAway.Init") private ComparisonPanel panel;

    @BeforeEach
    void make(FxRobot robot) {
        robot.interact(() -> {
            var context = window.context(new SameThreadUi());
            panel = new ComparisonPanel(context, new SnapshotFeed(context));
        });
    }

    @Test
    void whatIsNewIsWrittenIntoTheNodesThatAreThere(FxRobot robot) {
        show(robot, List.of(orders, billing), Map.of(orders.key(), timeline(orders)));
        var before = List.copyOf(panel.getChildren());

        show(robot, List.of(importing("orders", 41), billing), Map.of(orders.key(), timeline(orders)));

        assertThat(panel.getChildren()).isEqualTo(before);
        assertThat(texts()).contains("orders", "41%", "billing", "70%").doesNotContain("40%");
    }

    @Test
    void rowsComeAndGoWithWhatIsCompared(FxRobot robot) {
        show(robot, List.of(orders, billing), Map.of());
        var withoutTimelines = panel.getChildren().size();
        assertThat(texts()).contains("orders", "billing");

        show(robot, List.of(orders, billing), Map.of(orders.key(), timeline(orders), billing.key(), timeline(billing)));
        // One of each and the axis.
        assertThat(panel.getChildren()).hasSize(withoutTimelines + 3);

        show(robot, List.of(billing), Map.of());
        assertThat(texts()).contains("billing").doesNotContain("orders");
    }

    @Test
    void aTooltipIsNewThoughTheFigureItExplainsIsTheSame(FxRobot robot) {
        show(robot, List.of(billing), Map.of());
        show(robot, List.of(importing("billing", "140 of 200 subsets", 70)), Map.of());

        assertThat(panel.getChildren()).extracting(Node::getAccessibleHelp).contains("140 of 200 subsets");
    }

    private void show(FxRobot robot, List<WatchedMigration> migrations, Map<MigrationKey, Timeline> timelines) {
        robot.interact(() -> panel.show(migrations, timelines));
    }

    private List<String> texts() {
        return panel.getChildren().stream().filter(Label.class::isInstance).map(Label.class::cast)
                .filter(Node::isVisible).map(Label::getText).toList();
    }

    private static Timeline timeline(WatchedMigration migration) {
        return Timeline.of(SampleHistories.importing(migration.key()), migration.lastKnown(), TestOrganisation.NOW,
                migration.seenUntil(TestOrganisation.NOW));
    }

    private static WatchedMigration importing(String name, int percent) {
        return importing(name, percent + " of 100 subsets", percent);
    }

    private static WatchedMigration importing(String name, String progress, int percent) {
        return TestOrganisation.migration(name).status("ImportInProgress", Duration.ofHours(51))
                .progress(progress, percent).build();
    }
}
