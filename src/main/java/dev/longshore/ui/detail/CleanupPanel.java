package dev.longshore.ui.detail;

import dev.longshore.model.CleanupClock;
import dev.longshore.model.Collision;
import dev.longshore.model.Deadline;
import dev.longshore.model.History;
import dev.longshore.model.IdleReckoning;
import dev.longshore.model.LastKnown;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.actions.ActionsViewModel;
import dev.longshore.ui.detail.FactGrid.Fact;
import dev.longshore.ui.theme.Token;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
    private final Ui ui;
    private final Feed feed;
    private final ActionsViewModel actions;
    private final UploadSizes sizes;

    CleanupPanel(Ui ui, Feed feed, ActionsViewModel actions) {
        super(GAP);
        this.ui = ui;
        this.feed = feed;
        this.actions = actions;
        sizes = new UploadSizes(ui, feed);
        paragraph.setId("collisionText");
        paragraph.setWrapText(true);
        paragraph.setMinWidth(0);
        HBox.setHgrow(paragraph, Priority.ALWAYS);
        guard.setAlignment(Pos.CENTER_LEFT);
        safeTime.setId("safeCleanup");
        safeTime.setText(ui.texts().get("detail.cleanup.safe"));
        safeTime.setMinWidth(USE_PREF_SIZE);
        guard.getChildren().add(safeTime);
        getChildren().addAll(guard, sizes, facts);
    }

    void show(WatchedMigration migration, Optional<History> history) {
        var collision = feed.collision(migration);
        showOnly(guard, collision.isPresent());
        collision.ifPresent(each -> show(migration, each));
        sizes.show(migration);
        facts.show(facts(migration, history));
    }

    private void show(WatchedMigration migration, Collision collision) {
        paragraph.setText(collision.paragraph());
        guard.getStyleClass().setAll("hint-line", token(collision).styleClass());
        showOnly(safeTime, collision.saferTime().isPresent());
        safeTime.setOnAction(_ -> actions.requestSafeCleanup(migration.key()));
    }

    /** How urgent it is, as a colour. */
    static Token token(Collision collision) {
        return switch (collision.risk()) {
            case RED -> Token.DANGER;
            case AMBER -> Token.RISK;
            case NONE, UNKNOWN -> Token.NEUTRAL;
        };
    }

    private List<Fact> facts(WatchedMigration migration, Optional<History> history) {
        var due = migration.cleanup();
        var reckoning = reckoning(migration.lastKnown(), history);
        return List.of(
                fact("detail.cleanup.due",
                        due.map(each -> when(each.at())).orElse(ui.texts().get("detail.cleanup.unknown"))),
                fact("detail.cleanup.local", due.map(each -> ui.times().local(each.at())).orElse("")),
                fact("detail.cleanup.utc", due.map(each -> ui.times().utc(each.at())).orElse("")),
                fact("detail.cleanup.cause", due.map(this::rule).orElse("")),
                fact("detail.cleanup.reckoned", reckoning.map(IdleReckoning::inWords).orElse("")),
                fact("detail.cleanup.differs",
                        due.flatMap(each -> reckoning.flatMap(own -> own.difference(each.at()))).orElse("")),
                fact("detail.cleanup.observed", due.map(each -> when(each.observedAt())).orElse("")));
    }

    private static Optional<IdleReckoning> reckoning(
            @Nullable LastKnown known, Optional<History> history) {
        return Optional.ofNullable(known).flatMap(each -> history.map(kept -> CleanupClock.idleWeek(each, kept)));
    }

    private String rule(Deadline due) {
        return switch (due.cause()) {
            case CLEANUP_IDLE -> ui.texts().get("detail.cleanup.idle");
            case CLEANUP_SCHEDULED -> ui.texts().get("detail.cleanup.scheduled");
            case CLEANUP_UNKNOWN -> ui.texts().get("detail.cleanup.causeUnknown");
            case CREDENTIALS -> "";
        };
    }

    private String when(Instant instant) {
        return ui.times().at(instant) + " · " + ui.times().distance(instant);
    }

    private Fact fact(String name, String value) {
        return new Fact(ui.texts().get(name), value);
    }

    private static void showOnly(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
