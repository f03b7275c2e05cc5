package dev.longshore.ui.detail;

import dev.longshore.model.Deadline;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.cleanup.CleanupClock;
import dev.longshore.model.cleanup.Collision;
import dev.longshore.model.cleanup.IdleTimeoutEstimate;
import dev.longshore.model.forecast.CostRates;
import dev.longshore.text.MigrationText;
import dev.longshore.ui.actions.ActionsViewModel;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.detail.FactGrid.LabeledValue;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.look.Urgency;
import dev.longshore.watch.WatchedMigration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** When the staged data is deleted, by which rule, what the collision guard says of it, and a way out by one click. */
final class CleanupPanel extends VBox {
    private static final double GAP = 10;

    private final Label paragraph = new Label();
    private final HBox guard = new HBox(GAP, new FontIcon("mdi2s-shield-alert-outline"), paragraph);
    private final Button safeTime = new Button();
    private final FactGrid facts = new FactGrid();
    private final UiContext context;
    private final SnapshotFeed feed;
    private final ActionsViewModel actions;
    private final UploadSizes sizes;
    private final Supplier<CostRates> costs;
    private final CostFacts costFacts;
    private final SealedSize sealedSize;
    private final FactGrid costGrid = new FactGrid();
    private final MigrationText text;

    /** @param costs the prices that the user has given, as they are now */
    CleanupPanel(UiContext context, SnapshotFeed feed, ActionsViewModel actions, Supplier<CostRates> costs) {
        super(GAP);
        this.context = context;
        this.feed = feed;
        this.actions = actions;
        this.costs = costs;
        sizes = new UploadSizes(context, feed);
        costFacts = new CostFacts(context, feed);
        sealedSize = new SealedSize(context, feed);
        costGrid.setId("costs");
        text = new MigrationText(context.texts(), context.times());
        paragraph.setId("collisionText");
        paragraph.setWrapText(true);
        paragraph.setMinWidth(0);
        HBox.setHgrow(paragraph, Priority.ALWAYS);
        guard.setAlignment(Pos.CENTER_LEFT);
        safeTime.setId("safeCleanup");
        safeTime.setText(context.texts().get("detail.cleanup.safe"));
        safeTime.setMinWidth(USE_PREF_SIZE);
        guard.getChildren().add(safeTime);
        getChildren().addAll(guard, sizes, facts, costGrid, sealedSize);
    }

    void show(WatchedMigration migration, Optional<History> history) {
        var collision = feed.collision(migration);
        Visibility.set(guard, collision.isPresent());
        collision.ifPresent(each -> show(migration, each));
        sizes.show(migration);
        facts.show(facts(migration, history));
        var rates = costs.get();
        costGrid.show(costFacts.of(migration, rates));
        Visibility.set(costGrid, !rates.isEmpty());
        sealedSize.show(migration, !rates.isEmpty());
    }

    private void show(WatchedMigration migration, Collision collision) {
        paragraph.setText(context.sentence(collision.explanation()));
        guard.getStyleClass().setAll("hint-line", Urgency.of(collision).colorRole().styleClass());
        Visibility.set(safeTime, collision.saferTime().isPresent());
        safeTime.setOnAction(_ -> actions.requestSafeCleanup(migration.key()));
    }

    private List<LabeledValue> facts(WatchedMigration migration, Optional<History> history) {
        var due = migration.cleanup();
        var reckoning = idleEstimate(migration.lastKnown(), history);
        return List.of(
                fact("detail.cleanup.due",
                        due.map(Deadline::at).map(context.times()::bothAndDistance)
                                .orElse(context.texts().get("detail.cleanup.unknown"))),
                fact("detail.cleanup.cause", due.map(text::deadlineRule).orElse("")),
                fact("detail.cleanup.reckoned",
                        reckoning.map(IdleTimeoutEstimate::fact).map(context::sentence).orElse("")),
                fact("detail.cleanup.differs",
                        due.flatMap(each -> reckoning.flatMap(own -> own.difference(each.at())))
                                .map(context::sentence).orElse("")),
                fact("detail.cleanup.policy",
                        migration.ownDates().move().map(each -> context.sentence(each.fact())).orElse("")),
                fact("detail.cleanup.observed",
                        due.map(Deadline::observedAt).map(context.times()::bothAndDistance).orElse("")));
    }

    private static Optional<IdleTimeoutEstimate> idleEstimate(
            @Nullable LastKnown known, Optional<History> history) {
        return Optional.ofNullable(known).flatMap(each -> history.map(kept -> CleanupClock.idleWeek(each, kept)));
    }

    private LabeledValue fact(String name, String value) {
        return new LabeledValue(context.texts().get(name), value);
    }
}
