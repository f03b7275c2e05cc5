package dev.longshore.ui.queue;

import dev.longshore.model.MigrationKey;
import dev.longshore.text.Texts;
import dev.longshore.ui.control.StatusBadge;
import dev.longshore.ui.fx.WrappedTooltip;
import dev.longshore.ui.fx.WrappingCell;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.ui.queue.QueueRow.RowContent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of the import queue; the rows of a database look like one card. */
final class QueueCell extends WrappingCell<QueueRow> {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
    private static final PseudoClass INDENTED = PseudoClass.getPseudoClass("indented");

    private final Texts texts;
    private final HBox content = new HBox();
    private final Label title = label("card-title");
    private final Label heading = label("queue-heading");
    private final Label note = label("note");
    private final Label end = label("queue-end");
    private final Tooltip basis = new WrappedTooltip();
    private final Tooltip approveTip = new Tooltip();
    private final StatusBadge badge;
    private final Hyperlink name = new Hyperlink();
    private final Label detail = label("note");
    private final Label autoNote = new Label();
    private final CheckBox autoLaunch = new CheckBox();
    private final FontIcon approved = new FontIcon("mdi2c-check-decagram-outline");
    private final Button approve = new Button();
    private final MenuItem up;
    private final MenuItem down;
    private final QueueView.QueueRowActions actions;
    private final ContextMenu menu;

    QueueCell(Texts texts, QueueView.QueueRowActions actions) {
        this.texts = texts;
        this.actions = actions;
        badge = new StatusBadge(texts);
        content.getStyleClass().add("queue-row");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setOnAction(_ -> item().ifPresent(item -> actions.open(item.key())));
        autoLaunch.setText(texts.get("queue.auto"));
        approve.setTooltip(approveTip);
        autoLaunch.setTooltip(new Tooltip(texts.get("queue.auto.tip")));
        autoLaunch.getStyleClass().add("queue-auto");
        autoLaunch.setMinWidth(Region.USE_PREF_SIZE);
        autoLaunch.setOnAction(_ -> switchAutoLaunch());
        autoNote.setWrapText(true);
        HBox.setHgrow(autoNote, Priority.ALWAYS);
        approve.getStyleClass().addAll("small", "queue-approve");
        approve.setMinWidth(Region.USE_PREF_SIZE);
        approve.setOnAction(_ -> item().ifPresent(this::approveOrWithdraw));
        up = item("queue.up", key -> actions.move(key, -1));
        down = item("queue.down", key -> actions.move(key, 1));
        menu = new ContextMenu(up, down);
        setOnDragDetected(_ -> waiting().ifPresent(_ -> startFullDrag()));
        setOnMouseDragEntered(event -> pseudoClassStateChanged(DROP, dragged(event).isPresent()));
        setOnMouseDragExited(_ -> pseudoClassStateChanged(DROP, false));
        setOnMouseDragReleased(this::drop);
        detail.setWrapText(true);
        title.setMinWidth(Region.USE_PREF_SIZE);
        end.setWrapText(true);
        HBox.setHgrow(end, Priority.ALWAYS);
        end.setTooltip(basis);
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(detail, Priority.ALWAYS);
    }

    private MenuItem item(String key, Consumer<MigrationKey> action) {
        var menuItem = new MenuItem(texts.get(key));
        menuItem.setOnAction(_ -> item().ifPresent(item -> action.accept(item.key())));
        return menuItem;
    }

    private Optional<RowContent.QueueItem> item() {
        return Optional.ofNullable(getItem()).map(ObservableValue::getValue).map(QueueRow::content)
                .filter(RowContent.QueueItem.class::isInstance).map(RowContent.QueueItem.class::cast);
    }

    private Optional<MigrationKey> waiting() {
        return item().filter(each -> each.part() == QueueRow.QueuePart.WAITING).map(RowContent.QueueItem::key);
    }

    /** What is shown follows the snapshot, so that it says what is kept. */
    private void switchAutoLaunch() {
        var wanted = autoLaunch.isSelected();
        autoLaunch.setSelected(!wanted);
        actions.switchAutoLaunch(getItem().getValue(), wanted);
    }

    private void approveOrWithdraw(RowContent.QueueItem item) {
        if (item.approval() == QueueRow.ApprovalState.APPROVED) {
            actions.withdraw(item.key());
        } else {
            actions.approve(item.key());
        }
    }

    /** The migration that is dragged from another row, where it may take the place of this one. */
    private Optional<MigrationKey> dragged(MouseDragEvent event) {
        return event.getGestureSource() instanceof QueueCell source
                ? source.waiting().filter(key -> waiting().filter(target -> actions.canMoveTo(key, target)).isPresent())
                : Optional.empty();
    }

    private void drop(MouseDragEvent event) {
        pseudoClassStateChanged(DROP, false);
        dragged(event).ifPresent(each -> waiting().ifPresent(target -> actions.moveTo(each, target)));
    }

    private static Label label(String styleClass) {
        var label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }

    @Override
    protected void show(@Nullable QueueRow row) {
        pseudoClassStateChanged(LAST, row != null && row.isLast());
        content.pseudoClassStateChanged(LAST, row != null && row.isLast());
        content.pseudoClassStateChanged(FIRST, row != null && row.content() instanceof RowContent.DatabaseName);
        setGraphic(row == null ? null : content);
        setContextMenu(waiting().isPresent() ? menu : null);
        if (row == null) {
            setAccessibleText(null);
        } else {
            show(row.content());
        }
    }

    private void show(RowContent said) {
        switch (said) {
            case RowContent.DatabaseName database -> {
                title.setText(database.title());
                note.setText(database.location());
                show(false, title, note);
            }
            case RowContent.DatabaseEnd(var sentence, var why) -> {
                end.setText(sentence);
                show(false, end);
                basis.setText((sentence + "\n" + why).strip());
                setAccessibleHelp(why);
            }
            case RowContent.PartName(var part) -> {
                heading.setText(texts.get("queue.part." + part));
                show(false, heading);
            }
            case RowContent.AutoLaunchSwitch(var isOn, var isStopped, var sentence) -> {
                autoLaunch.setSelected(isOn);
                autoNote.setText(sentence);
                (isStopped ? ColorRole.DANGER : ColorRole.NEUTRAL).applyTo(autoNote);
                show(false, autoLaunch, autoNote);
            }
            case RowContent.NothingIn _ -> {
                note.setText(texts.get("queue.nothing"));
                show(true, note);
            }
            case RowContent.QueueItem item -> {
                badge.setStatus(item.status());
                name.setText(item.name());
                detail.setText(item.detail());
                if (item.isReady()) {
                    ColorRole.GOOD.applyTo(detail);
                } else {
                    ColorRole.removeFrom(detail);
                }
                showItem(item);
            }
        }
    }

    private void showItem(RowContent.QueueItem item) {
        switch (item.approval()) {
            case NOT_OFFERED -> show(true, badge, name, detail);
            case OFFERED -> {
                approve.setText(texts.get("queue.approve"));
                approve.setGraphic(null);
                approveTip.setText(texts.get("queue.approve.tip"));
                show(true, badge, name, detail, approve);
            }
            case APPROVED -> {
                approve.setText(texts.get("queue.approved"));
                approve.setGraphic(approved);
                approveTip.setText(texts.get("queue.withdraw.tip"));
                show(true, badge, name, detail, approve);
            }
        }
    }

    /** A child that is put there again has everything around it laid out and styled anew. */
    private void show(boolean isIndented, Labeled... nodes) {
        content.pseudoClassStateChanged(INDENTED, isIndented);
        setAccessibleHelp(null);
        setAccessibleText(Stream.of(nodes).map(Labeled::getText).filter(each -> !each.isBlank())
                .collect(Collectors.joining(" · ")));
        if (!content.getChildren().equals(List.of(nodes))) {
            content.getChildren().setAll(nodes);
        }
    }
}
