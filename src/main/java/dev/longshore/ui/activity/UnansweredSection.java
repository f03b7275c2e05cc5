package dev.longshore.ui.activity;

import dev.longshore.model.Initialization;
import dev.longshore.ui.actions.ActionSlot;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.ConfirmationDialog;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.fx.SystemClipboard;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.ui.fx.WrappedTooltip;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.watch.Snapshot;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The migrations that may exist at the service because their initialize was never answered; not there while there are
 * none. FX thread only.
 */
final class UnansweredSection extends VBox {
    private static final double MIN_HEIGHT = 60;

    private final Label title = new Label();
    private final Label trouble = new WrappedLabel("");
    private final VBox notes = new VBox();
    private final UiContext context;
    private final Dialogs dialogs;
    private final UnansweredActions actions;
    private List<UnansweredNote> shown = List.of();

    /**
     * Where its buttons lead.
     *
     * @param again has a migration made as before
     * @param add puts the migration on the list once its ID is known
     */
    record UnansweredActions(Consumer<Initialization> again, Consumer<Initialization> add) {}

    UnansweredSection(UiContext context, Dialogs dialogs, UnansweredActions actions) {
        this.context = context;
        this.dialogs = dialogs;
        this.actions = actions;
        setId("unansweredInitializes");
        getStyleClass().add("unanswered");
        ColorRole.RISK.applyTo(this);
        notes.getStyleClass().add("unanswered-notes");
        var scroll = new NotesPane(notes);
        trouble.setId("unansweredTrouble");
        trouble.getStyleClass().add("outcome");
        ColorRole.DANGER.applyTo(trouble);
        Visibility.set(trouble, false);
        getChildren().addAll(
                head(), new WrappedLabel(context.texts().get("activity.unanswered.lead")), trouble, scroll);
        Visibility.set(this, false);
    }

    /** As tall as all notes where there is room for that; else they are scrolled. */
    private static final class NotesPane extends ScrollPane {
        private final Region notes;

        NotesPane(Region notes) {
            super(notes);
            this.notes = notes;
            setFitToWidth(true);
            setHbarPolicy(ScrollBarPolicy.NEVER);
            setFocusTraversable(false);
            setMinHeight(MIN_HEIGHT);
            VBox.setVgrow(this, Priority.SOMETIMES);
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return snappedTopInset() + notes.prefHeight(width) + snappedBottomInset();
        }
    }

    private HBox head() {
        var icon = new FontIcon("mdi2h-help-network-outline");
        icon.getStyleClass().add("alert-icon");
        title.getStyleClass().add("card-title");
        title.setId("unansweredTitle");
        var head = new HBox(icon, title);
        head.getStyleClass().add("alert-line");
        return head;
    }

    /** Shows those of {@code snapshot}. */
    void show(Snapshot snapshot) {
        var next = UnansweredNote.of(snapshot, context);
        if (!next.equals(shown)) {
            var hadFocus = hasFocus();
            shown = next;
            title.setText(context.texts().get("activity.unanswered.title", next.size()));
            setAccessibleText(title.getText());
            notes.getChildren().setAll(next.stream().map(this::row).toList());
            Visibility.set(this, !next.isEmpty());
            if (hadFocus) {
                notes.requestFocusTraversal(TraversalDirection.NEXT);
            }
        }
    }

    private boolean hasFocus() {
        return getScene() != null
                && Stream.iterate(getScene().getFocusOwner(), node -> node != null, Node::getParent)
                        .anyMatch(notes::equals);
    }

    private Parent row(UnansweredNote note) {
        var connection = new Label(note.connection());
        connection.getStyleClass().addAll("who-connection", note.environment().styleClass());
        connection.setMinWidth(USE_PREF_SIZE);
        var target = new Label(note.target());
        target.getStyleClass().add("unanswered-target");
        target.setWrapText(true);
        HBox.setHgrow(target, Priority.ALWAYS);
        var who = new HBox(connection, target);
        who.getStyleClass().add("field-line");
        var request = new WrappedLabel(note.request());
        request.setTooltip(reason(note));
        var row = new VBox(who, request, buttons(note));
        row.getStyleClass().add("unanswered-note");
        return row;
    }

    private static Tooltip reason(UnansweredNote note) {
        var tooltip = new WrappedTooltip(note.reason());
        return tooltip;
    }

    private FlowPane buttons(UnansweredNote note) {
        var again = new ActionSlot();
        again.getChildren().add(button("again", note, () -> actions.again().accept(note.asked())));
        again.show(note.again());
        var row = new FlowPane(
                again, button("add", note, () -> actions.add().accept(note.asked())),
                button("copy", note, () -> SystemClipboard.copy(note.forSupport(context))),
                button("dismiss", note, () -> ask(note)));
        row.getStyleClass().add("picks");
        return row;
    }

    private Button button(String word, UnansweredNote note, Runnable action) {
        var button = new Button(context.texts().get("activity.unanswered." + word));
        button.getStyleClass().addAll("small", "unanswered-" + word);
        button.setAccessibleText(
                context.texts().get("activity.unanswered.button", button.getText(), note.target()));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void ask(UnansweredNote note) {
        new ConfirmationDialog(
                context.texts().get("activity.unanswered.dismiss.title"),
                context.texts().get("activity.unanswered.dismiss.text", note.target()),
                context.texts().get("activity.unanswered.dismiss.verb"),
                context.texts().get("actions.confirm.cancel")).show(dialogs, () -> dismiss(note));
    }

    private void dismiss(UnansweredNote note) {
        context.whenDone(context.watch().dismissInitialization(note.asked().id()), this::showTrouble);
    }

    private void showTrouble(String why) {
        trouble.setText(why.isEmpty() ? "" : context.texts().get("activity.unanswered.dismiss.failed", why));
        Visibility.set(trouble, !why.isEmpty());
    }
}
