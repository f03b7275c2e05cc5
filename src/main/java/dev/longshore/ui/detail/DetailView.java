package dev.longshore.ui.detail;

import dev.longshore.model.Action;
import dev.longshore.model.History;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.advice.NextStep;
import dev.longshore.model.forecast.CostRates;
import dev.longshore.model.timeline.Timeline;
import dev.longshore.text.ActionText;
import dev.longshore.ui.actions.ActionFeedback;
import dev.longshore.ui.actions.ActionsViewModel;
import dev.longshore.ui.activity.ActivityTable;
import dev.longshore.ui.activity.CommandRow;
import dev.longshore.ui.context.KeyBindings;
import dev.longshore.ui.context.KeyCommand;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.control.plot.ProgressPlot;
import dev.longshore.ui.control.timeline.DrawnDate;
import dev.longshore.ui.control.timeline.TimelinePanel;
import dev.longshore.ui.feed.FrameSchedule;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.SystemClipboard;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedTooltip;
import dev.longshore.ui.look.Urgency;
import dev.longshore.watch.WatchedMigration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The panels about the selected migration. Each second only the one that is seen is written anew. */
public final class DetailView {

    private final UiContext context;
    private final KeyBindings keys;
    private final SnapshotFeed feed;
    private final DetailViewModel model;
    private final ActionsViewModel actions;
    private final ComparisonPanel comparison;
    private final DetailText text;
    private final FailureText failures;
    private final UserDateMarks userDates;
    private final Tooltip nextStepTip = new WrappedTooltip();
    private final FactGrid uploads = new FactGrid();
    private final AttemptsLine attemptsLine;
    private Consumer<WatchedMigration> restart = _ -> {};
    private Map<Tab, Consumer<WatchedMigration>> panels = Map.of();
    private Optional<MigrationKey> shown = Optional.empty();
    private @Nullable Node uploadCommands;
    private Supplier<CostRates> costs = () -> CostRates.NONE;
    private @Nullable Node deadlines;
    private @Nullable Timeline drawn;
    @FXML private VBox noDetail;
    @FXML private Label noDetailText;
    @FXML private VBox details;
    @FXML private ScrollPane comparisonScroll;
    @FXML private Label detailName;
    @FXML private Label detailFacts;
    @FXML private Button copySummary;
    @FXML private Label nextStep;
    @FXML private Label nextStepReason;
    @FXML private FlowPane nextStepWords;
    @FXML private Button nextStepAction;
    @FXML private HBox trouble;
    @FXML private Label troubleText;
    @FXML private HBox historyTrouble;
    @FXML private Label historyProblem;
    @FXML private HBox notice;
    @FXML private Label noticeText;
    @FXML private Button noticeUndo;
    @FXML private TabPane detailTabs;
    @FXML private Tab failureTab;
    private ObservableValue<List<DrawnDate>> planned = new SimpleObjectProperty<>(List.of());
    @FXML private Tab timelineTab;
    @FXML private Tab progressTab;
    @FXML private Tab uploadsTab;
    @FXML private Tab cleanupTab;
    @FXML private Tab activityTab;
    @FXML private Tab notesTab;
    @FXML private ScrollPane notesScroll;
    @FXML private VBox notesPanel;
    @FXML private ScrollPane failureScroll;
    @FXML private ScrollPane timelineScroll;
    @FXML private ScrollPane uploadsScroll;
    @FXML private ScrollPane cleanupScroll;
    @FXML private VBox failureDesk;
    @FXML private VBox timelinePanel;
    @FXML private VBox progressPanel;
    @FXML private VBox uploadsPanel;
    @FXML private VBox cleanupPanel;
    @FXML private VBox activityPanel;

    /** The panels for {@code model}. */
    public DetailView(UiContext context, KeyBindings keys, SnapshotFeed feed, DetailViewModel model,
            ActionsViewModel actions) {
        this.context = context;
        this.keys = keys;
        this.feed = feed;
        this.model = model;
        this.actions = actions;
        comparison = new ComparisonPanel(context, feed);
        text = new DetailText(context.texts(), context.times());
        failures = new FailureText(context, feed);
        userDates = new UserDateMarks(context, feed);
        attemptsLine = new AttemptsLine(context, feed);
    }

    /** Shows {@code commands} below the facts about uploads. Before it is loaded. */
    public DetailView withUploads(Node commands) {
        uploadCommands = commands;
        return this;
    }

    /** Shows {@code own} below the facts about the cleanup. Before it is loaded. */
    public DetailView withDeadlines(Node own) {
        deadlines = own;
        return this;
    }

    /** Draws {@code changes} in the timeline of their migration. Before it is loaded. */
    public DetailView withPlan(ObservableValue<List<DrawnDate>> changes) {
        planned = changes;
        return this;
    }

    private void nameCopySummary() {
        var copies = context.texts().get("detail.copySummary");
        copySummary.setTooltip(new Tooltip(keys.withKeys(copies, KeyCommand.COPY_SUMMARY, context.texts())));
        copySummary.setAccessibleText(copies);
    }

    /** Calls {@code open} with an attempt before or after the one that is shown, to go there. Before it is loaded. */
    public DetailView onOpen(Consumer<MigrationKey> open) {
        attemptsLine.onOpen(open);
        return this;
    }

    /** Reckons what waiting costs by these prices. Before it is loaded. */
    public DetailView withCosts(Supplier<CostRates> prices) {
        costs = prices;
        return this;
    }

    /** Calls {@code begin} where a new migration is to take the place of one that failed. Before it is loaded. */
    public DetailView onRestart(Consumer<WatchedMigration> begin) {
        restart = begin;
        return this;
    }

    @FXML
    void initialize() {
        fillPanels();
        details.getChildren().add(1, attemptsLine);
        nameScrolls();
        fitNextStep();
        keys.keysProperty().subscribe(_ -> nameCopySummary());
        detailTabs.getTabs().remove(failureTab);
        actions.feedbackProperty().subscribe(this::showFeedback);
        model.historyProblemProperty().subscribe(this::showHistoryProblem);
        model.selectedProperty().subscribe(_ -> show());
        model.migrationProperty().subscribe(_ -> show());
        model.timelineProperty().subscribe(_ -> show());
        model.comparedProperty().subscribe(_ -> show());
        planned.subscribe(_ -> show());
        model.onMoment(this::show);
        comparisonScroll.setContent(comparison);
        comparisonScroll.setAccessibleText(context.texts().get("detail.compare"));
        feed.nowProperty().subscribe(_ -> FrameSchedule.DETAIL.run(context.thread(), this::show));
        context.times().zoneProperty().subscribe(_ -> show());
        detailTabs.getSelectionModel().selectedItemProperty().subscribe(_ -> show());
    }

    private void fillPanels() {
        var failure = put(new FailurePanel(context, actions), failureDesk);
        var timeline = put(new TimelinePanel(context.times(), context.thread()), timelinePanel);
        var plot = put(new ProgressPlot(context.times()), progressPanel);
        uploads.offerCopy(context.texts().get("detail.uploads.directory"), "copyDirectory",
                context.texts().get("detail.uploads.directory.copy"));
        put(uploads, uploadsPanel);
        Optional.ofNullable(uploadCommands).ifPresent(uploadsPanel.getChildren()::add);
        var cleanup = new CleanupPanel(context, feed, actions, costs);
        cleanupPanel.getChildren().add(cleanup);
        Optional.ofNullable(deadlines).ifPresent(cleanupPanel.getChildren()::add);
        var notes = new NotesPanel(context);
        notesPanel.getChildren().add(notes);
        var commands = put(new ActivityTable(context.texts()), activityPanel);
        panels = Map.of(
                timelineTab, each -> {
                    timeline.setTitle(text.title(each));
                    timeline.cleanupUrgencyProperty().set(Urgency.of(feed.collision(each)));
                    timeline.datesProperty().set(Stream.concat(userDates.of(each), planned.getValue().stream()
                            .filter(change -> change.key().equals(each.key()))).toList());
                    timeline.timelineProperty().set(model.timelineProperty().get());
                    model.takeMoment().ifPresent(timeline::showMoment);
                },
                progressTab, _ -> show(plot),
                failureTab, each -> failures.of(each).ifPresent(known -> failure.show(each, known, restart)),
                uploadsTab, each -> uploads.show(text.uploads(each, model.historyProperty().get())),
                cleanupTab, each -> cleanup.show(each, model.historyProperty().get()),
                notesTab, notes::show,
                activityTab, _ -> showCommands(commands));
    }

    private void showCommands(ActivityTable commands) {
        model.historyProperty().get().ifPresentOrElse(
                history -> commands.show(CommandRow.of(history.commands(), context.texts(), context.times())),
                () -> commands.show(List.of()));
    }

    private static <N extends Node> N put(N node, VBox panel) {
        VBox.setVgrow(node, Priority.ALWAYS);
        panel.getChildren().add(node);
        return node;
    }

    /** Each of the two sentences on a line of its own where they do not fit on one; the tooltip has both whole. */
    private void fitNextStep() {
        for (var each : List.of(nextStep, nextStepReason)) {
            each.setTooltip(nextStepTip);
            each.maxWidthProperty().bind(nextStepWords.widthProperty());
        }
    }

    private void nameScrolls() {
        failureScroll.setAccessibleText(context.texts().get("detail.failure"));
        timelineScroll.setAccessibleText(context.texts().get("detail.timeline"));
        uploadsScroll.setAccessibleText(context.texts().get("detail.uploads"));
        cleanupScroll.setAccessibleText(context.texts().get("detail.cleanup"));
        notesScroll.setAccessibleText(context.texts().get("detail.notes.title"));
    }

    private void show() {
        var migration = model.migrationProperty().get();
        var compared = model.comparedMigrations();
        comparisonScroll.setVisible(!compared.isEmpty());
        if (!compared.isEmpty()) {
            comparison.show(compared, model.comparedProperty().get());
        }
        noDetail.setVisible(migration.isEmpty() && compared.isEmpty());
        details.setVisible(migration.isPresent());
        migration.ifPresentOrElse(this::show, this::showNone);
        shown = migration.map(WatchedMigration::key);
    }

    private void showNone() {
        noDetailText.setText(context.texts().get("detail.selected", model.selectedProperty().get()));
    }

    private void show(WatchedMigration migration) {
        detailName.setText(migration.name());
        detailFacts.setText(text.facts(migration, feed.nowProperty().get()));
        attemptsLine.show(migration);
        show(feed.nextStep(migration), migration);
        showOnly(trouble, troubleText, text.trouble(migration));
        placeFailure(migration);
        if (model.isMomentWanted()) {
            detailTabs.getSelectionModel().select(timelineTab);
        }
        Optional.ofNullable(panels.get(detailTabs.getSelectionModel().getSelectedItem()))
                .ifPresent(panel -> panel.accept(migration));
    }

    /** The failure stands last and moves no other tab; it opens by itself unless the user reads another panel. */
    private void placeFailure(WatchedMigration migration) {
        var tabs = detailTabs.getTabs();
        var isFailure = FailureText.isAbout(migration);
        if (!isFailure) {
            if (failureTab.isSelected()) {
                detailTabs.getSelectionModel().select(timelineTab);
            }
            tabs.remove(failureTab);
        } else if (!tabs.contains(failureTab)) {
            tabs.add(failureTab);
        }
        if (isFailure && !shown.equals(Optional.of(migration.key())) && timelineTab.isSelected()) {
            detailTabs.getSelectionModel().select(failureTab);
        }
    }

    /** What to do next and why, and a button that does it. */
    private void show(NextStep step, WatchedMigration migration) {
        nextStep.setText(context.texts().get("detail.nextStep", context.sentence(step.fact())));
        showOnly(nextStepReason, nextStepReason, step.reason().map(context::sentence).orElse(""));
        nextStepTip.setText(context.sentence(step.explained()));
        var canRestart = step.isToBeginAnew() && !migration.connection().readOnly();
        Visibility.set(nextStepAction, step.action().isPresent() || step.isToAskAgain() || canRestart);
        if (step.action().isPresent()) {
            step.action().ifPresent(action -> offer(verb(action), () -> actions.request(action)));
        } else if (canRestart) {
            offer(context.texts().get("detail.failure.restart"), () -> restart.accept(migration));
        } else {
            offer(context.texts().get("detail.nextStep.retry"), () -> context.watch().pollNow(migration.key()));
        }
    }

    private void offer(String text, Runnable action) {
        nextStepAction.setText(text);
        nextStepAction.setOnAction(_ -> action.run());
    }

    /** As on the buttons above the table: what asks first ends with an ellipsis. */
    private String verb(Action action) {
        var verb = new ActionText(context.texts()).verb(action);
        return switch (action) {
            case PAUSE, RESUME -> verb;
            case LAUNCH, SCHEDULE_CLEANUP, CLEAN_UP, ABORT -> context.texts().get("detail.nextStep.asks", verb);
        };
    }

    private void show(ProgressPlot plot) {
        var line = model.timelineProperty().get();
        var plotted = plot.dataProperty().get();
        if (line == null) {
            plot.dataProperty().set(null);
        } else if (!line.equals(drawn) || plotted == null) {
            drawn = line;
            plot.dataProperty().set(ProgressPlot.PlotData.of(
                    line, model.historyProperty().get().map(History::observations).orElse(List.of())));
        }
    }

    private void showFeedback(Optional<ActionFeedback> said) {
        showOnly(notice, noticeText, said.map(ActionFeedback::sentence).orElse(""));
        var undo = said.flatMap(ActionFeedback::undo);
        Visibility.set(noticeUndo, undo.isPresent());
        noticeUndo.setOnAction(_ -> undo.ifPresent(Runnable::run));
    }

    @FXML
    void dismissNotice() {
        actions.dismissFeedback();
    }

    private void showHistoryProblem(String why) {
        showOnly(historyTrouble, historyProblem,
                why.isEmpty() ? "" : context.texts().get("detail.history.problem", why));
    }

    /** Copies what a colleague should know of the migration that is shown. */
    @FXML
    void copySummary() {
        model.migrationProperty().get().ifPresent(each -> {
            SystemClipboard.copy(new MigrationSummary(context, feed).of(List.of(each)));
            actions.say(context.texts().get("detail.copied"));
        });
    }

    @FXML
    void readAgain() {
        model.reload();
    }

    private static void showOnly(Node line, Label label, String sentence) {
        label.setText(sentence);
        Visibility.set(line, !sentence.isEmpty());
    }
}
