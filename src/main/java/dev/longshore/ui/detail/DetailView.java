package dev.longshore.ui.detail;

import dev.longshore.model.History;
import dev.longshore.model.NextStep;
import dev.longshore.model.Timeline;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.actions.ActionsViewModel;
import dev.longshore.ui.actions.Notice;
import dev.longshore.ui.activity.CommandLines;
import dev.longshore.ui.activity.CommandTable;
import dev.longshore.ui.control.ProgressPlot;
import dev.longshore.ui.control.TimelinePanel;
import dev.longshore.ui.text.ActionText;
import dev.longshore.watch.WatchedMigration;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The panels about the selected migration. */
public final class DetailView {
    private final Ui ui;
    private final Feed feed;
    private final DetailViewModel model;
    private final ActionsViewModel actions;
    private final DetailText text;
    private final ActionText words;
    private final TimelinePanel timeline;
    private final ProgressPlot plot;
    private final FactGrid uploads = new FactGrid();
    private final CleanupPanel cleanup;
    private final CommandTable commands;
    private @Nullable Node uploadCommands;
    @FXML private VBox noDetail;
    @FXML private Label noDetailText;
    @FXML private VBox details;
    @FXML private Label detailName;
    @FXML private Label detailFacts;
    @FXML private Label nextStep;
    @FXML private Button nextStepAction;
    @FXML private HBox trouble;
    @FXML private Label troubleText;
    @FXML private HBox notice;
    @FXML private Label noticeText;
    @FXML private Button noticeUndo;
    @FXML private ScrollPane timelineScroll;
    @FXML private ScrollPane uploadsScroll;
    @FXML private ScrollPane cleanupScroll;
    @FXML private VBox timelinePanel;
    @FXML private VBox progressPanel;
    @FXML private VBox uploadsPanel;
    @FXML private VBox cleanupPanel;
    @FXML private VBox activityPanel;

    /** The panels for {@code model}. */
    public DetailView(Ui ui, Feed feed, DetailViewModel model, ActionsViewModel actions) {
        this.ui = ui;
        this.feed = feed;
        this.model = model;
        this.actions = actions;
        text = new DetailText(ui.texts(), ui.times());
        words = new ActionText(ui.texts());
        timeline = new TimelinePanel(ui.times(), ui.thread());
        plot = new ProgressPlot(ui.times());
        cleanup = new CleanupPanel(ui, feed, actions);
        commands = new CommandTable(ui.texts(), false);
    }

    /** Shows {@code commands} below the facts about uploads. Before it is loaded. */
    public DetailView withUploads(Node commands) {
        uploadCommands = commands;
        return this;
    }

    @FXML
    void initialize() {
        put(timeline, timelinePanel);
        put(plot, progressPanel);
        put(uploads, uploadsPanel);
        Optional.ofNullable(uploadCommands).ifPresent(uploadsPanel.getChildren()::add);
        put(cleanup, cleanupPanel);
        put(commands, activityPanel);
        actions.noticeProperty().subscribe(this::showNotice);
        timeline.timelineProperty().bind(model.timelineProperty());
        plot.courseProperty().bind(model.timelineProperty().map(this::course));
        nameScrolls();
        model.selectedProperty().subscribe(_ -> show());
        model.migrationProperty().subscribe(_ -> show());
        model.historyProperty().subscribe(_ -> show());
        feed.nowProperty().subscribe(_ -> show());
        ui.times().zoneProperty().subscribe(_ -> show());
    }

    private void nameScrolls() {
        timelineScroll.setAccessibleText(ui.texts().get("detail.timeline"));
        uploadsScroll.setAccessibleText(ui.texts().get("detail.uploads"));
        cleanupScroll.setAccessibleText(ui.texts().get("detail.cleanup"));
    }

    private static void put(Node node, VBox panel) {
        VBox.setVgrow(node, Priority.ALWAYS);
        panel.getChildren().add(node);
    }

    private void show() {
        var migration = model.migrationProperty().get();
        noDetail.setVisible(migration.isEmpty());
        details.setVisible(migration.isPresent());
        migration.ifPresentOrElse(this::show, this::showNone);
    }

    private void showNone() {
        var selected = model.selectedProperty().get();
        noDetailText.setText(ui.texts().get("detail.selected", selected));
        commands.show(List.of());
    }

    private void show(WatchedMigration migration) {
        var now = feed.nowProperty().get();
        detailName.setText(migration.name());
        detailFacts.setText(text.facts(migration, now));
        show(text.nextStep(migration, feed));
        showTrouble(text.trouble(migration));
        uploads.show(text.uploads(migration, now));
        cleanup.show(migration, model.historyProperty().get());
        model.historyProperty().get().ifPresent(history -> show(migration, history));
    }

    /** What to do next, and a button that does it. */
    private void show(NextStep step) {
        nextStep.setText(ui.texts().get("detail.nextStep", step.sentence()));
        nextStepAction.setVisible(step.action().isPresent());
        nextStepAction.setManaged(step.action().isPresent());
        step.action().ifPresent(action -> {
            nextStepAction.setText(words.verb(action));
            nextStepAction.setOnAction(_ -> actions.request(action));
        });
    }

    private void show(WatchedMigration migration, History history) {
        commands.show(new CommandLines(ui.texts(), ui.times()).of(history.commands(), migration.name()));
    }

    private ProgressPlot.@Nullable Course course(@Nullable Timeline line) {
        if (line == null) {
            return null;
        }
        var kept = model.historyProperty().get().map(History::observations).orElse(List.of());
        return new ProgressPlot.Course(line.now(), kept, line.blindSpans(), line.forecast());
    }

    private void showNotice(Optional<Notice> said) {
        noticeText.setText(said.map(Notice::sentence).orElse(""));
        notice.setVisible(said.isPresent());
        notice.setManaged(said.isPresent());
        var undo = said.flatMap(Notice::undo);
        noticeUndo.setVisible(undo.isPresent());
        noticeUndo.setManaged(undo.isPresent());
        noticeUndo.setOnAction(_ -> undo.ifPresent(Runnable::run));
    }

    @FXML
    void dismissNotice() {
        actions.dismissNotice();
    }

    private void showTrouble(String sentence) {
        troubleText.setText(sentence);
        trouble.setVisible(!sentence.isEmpty());
        trouble.setManaged(trouble.isVisible());
    }
}
