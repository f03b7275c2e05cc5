package dev.longshore.ui.cleanup;

import dev.longshore.model.MigrationKey;
import dev.longshore.model.userdate.DatedDeadline;
import dev.longshore.model.userdate.DatedDeadline.DueTime;
import dev.longshore.model.userdate.DatedDeadline.EndVerdict;
import dev.longshore.model.userdate.DeadlineRules;
import dev.longshore.model.userdate.OwnDeadline;
import dev.longshore.text.MigrationText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.dialog.TaskProgress;
import dev.longshore.ui.feed.FrameSchedule;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The deadlines that the user has set for a migration, and whether its import ends before a time. FX thread only. */
public final class DeadlinesPanel extends VBox {
    private static final double GAP = 8;
    private static final int COLUMNS = 16;

    private final VBox rows = new VBox(GAP);
    private final Label none = new WrappedLabel("", "note");
    private final ProgressLine progress = new ProgressLine();
    private final TextField moment = new TextField();
    private final Label answer = new WrappedLabel();
    private final Button add = new Button();
    private final UiContext context;
    private final SnapshotFeed feed;
    private final Dialogs dialogs;
    private final Supplier<List<String>> routes;
    private final MigrationText text;
    private Optional<WatchedMigration> shown = Optional.empty();
    private List<DeadlineRow> written = List.of();

    /** What a row says. */
    private record DeadlineRow(OwnDeadline deadline, String sentence, ColorRole colorRole) {}

    /**
     * The deadlines of what {@code migration} holds.
     *
     * @param routes the names of the routes of notifications
     */
    public DeadlinesPanel(UiContext context, SnapshotFeed feed, Dialogs dialogs, Supplier<List<String>> routes,
            ObservableValue<Optional<WatchedMigration>> migration) {
        super(GAP);
        this.context = context;
        this.feed = feed;
        this.dialogs = dialogs;
        this.routes = routes;
        text = new MigrationText(context.texts(), context.times());
        setId("ownDeadlines");
        none.setText(say("none"));
        getChildren().addAll(head(), none, rows, progress, question(), answer);
        migration.subscribe(this::show);
        feed.nowProperty().subscribe(_ -> FrameSchedule.DETAIL.run(context.thread(), this::update));
        context.times().zoneProperty().subscribe(_ -> update());
    }

    private String say(String key, Object... arguments) {
        return context.texts().get("cleanup.deadline." + key, arguments);
    }

    private HBox head() {
        var title = new Label(say("heading"));
        title.getStyleClass().add("section-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        add.setId("addDeadline");
        add.setText(say("add"));
        add.setGraphic(new FontIcon("mdi2p-plus"));
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(_ -> shown.ifPresent(each -> open(each, null)));
        var line = new HBox(title, add);
        line.getStyleClass().add("field-line");
        return line;
    }

    private HBox question() {
        var label = new Label(say("question"));
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(moment);
        moment.setId("endsBefore");
        moment.setAccessibleText(say("question"));
        moment.setPromptText(context.texts().get("cleanup.whatIf.prompt"));
        moment.setPrefColumnCount(COLUMNS);
        moment.textProperty().subscribe(_ -> update());
        answer.setId("endsBeforeAnswer");
        var line = new HBox(label, moment);
        line.getStyleClass().add("field-line");
        return line;
    }

    private void show(Optional<WatchedMigration> migration) {
        if (!migration.map(WatchedMigration::key).equals(shown.map(WatchedMigration::key))) {
            moment.clear();
            progress.show(TaskProgress.none());
        }
        shown = migration;
        update();
    }

    private void update() {
        add.setDisable(shown.isEmpty());
        var next = shown.map(each -> each.ownDeadlines(now(each.key())).stream().map(this::row).toList())
                .orElse(List.of());
        if (!next.equals(written)) {
            write(next);
        }
        Visibility.set(none, next.isEmpty());
        var said = shown.flatMap(this::answer);
        answer.setText(said.orElse(""));
        Visibility.set(answer, said.isPresent());
    }

    private Instant now(MigrationKey key) {
        return feed.serviceTime(key);
    }

    /** Nothing where nothing is asked. */
    private Optional<String> answer(WatchedMigration migration) {
        if (moment.getText().isBlank()) {
            return Optional.empty();
        }
        return PlanTimeField.moment(moment.getText(), context.times())
                .map(at -> say("question.answer", context.times().at(at), context.sentence(DeadlineRules.answer(
                        new DueTime.DueBetween(at, at), migration.importFacts(now(migration.key()))).fact())))
                .or(() -> Optional.of(say("mistake.date")));
    }

    private DeadlineRow row(DatedDeadline dated) {
        return new DeadlineRow(dated.deadline(), text.ownDeadline(dated), dated.answer()
                .map(each -> colorRole(each.verdict())).orElse(ColorRole.NEUTRAL));
    }

    private static ColorRole colorRole(EndVerdict verdict) {
        return switch (verdict) {
            case YES -> ColorRole.GOOD;
            case NO -> ColorRole.RISK;
            case NOT_KNOWN -> ColorRole.NEUTRAL;
        };
    }

    /** A row that is there stays the same node: who is about to press a button must find it. */
    private void write(List<DeadlineRow> next) {
        var isSame = next.stream().map(DeadlineRow::deadline).toList()
                .equals(written.stream().map(DeadlineRow::deadline).toList());
        written = next;
        if (!isSame) {
            rows.getChildren().setAll(next.stream().map(each -> node(each.deadline())).toList());
        }
        for (int i = 0; i < next.size(); i++) {
            if (rows.getChildren().get(i) instanceof UserDateRow row) {
                row.say(next.get(i).sentence(), next.get(i).colorRole());
            }
        }
    }

    private UserDateRow node(OwnDeadline deadline) {
        return new UserDateRow("mdi2b-bullseye", "outcome", "deadline-sentence")
                .with("editDeadline", say("edit"), say("edit.of", deadline.name()),
                        () -> shown.ifPresent(each -> open(each, deadline)))
                .with("removeDeadline", say("remove"), say("remove.of", deadline.name()), () -> remove(deadline));
    }

    private void open(WatchedMigration migration, @Nullable OwnDeadline existing) {
        new DeadlineDialog(context, new DeadlineViewModel(context, feed, migration, existing), dialogs)
                .open(routes.get());
    }

    private void remove(OwnDeadline deadline) {
        context.whenDone(context.watch().save(deadline.removed(context.clock().instant())), trouble -> {
            if (shown.filter(each -> each.key().equals(deadline.key())).isPresent()) {
                progress.show(TaskProgress.ended(trouble));
            }
        });
    }
}
