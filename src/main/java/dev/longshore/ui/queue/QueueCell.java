package dev.longshore.ui.queue;

import dev.longshore.model.MigrationKey;
import dev.longshore.text.Texts;
import dev.longshore.ui.control.StatusBadge;
import dev.longshore.ui.fx.WrappingCell;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.ui.queue.QueueRow.RowContent;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A row of the import queue; the rows of a database look like one card. */
final class QueueCell extends WrappingCell<QueueRow> {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
    private static final PseudoClass INDENTED = PseudoClass.getPseudoClass("indented");

    private static final double WIDEST_TIP = 420;

    private final Texts texts;
    private final HBox content = new HBox();
    private final Label title = label("card-title");
    private final Label heading = label("queue-heading");
    private final Label note = label("note");
    private final Label end = label("queue-end");
    private final Tooltip basis = new Tooltip();
    private final StatusBadge badge;
    private final Hyperlink name = new Hyperlink();
    private final Label detail = label("note");

    /** @param open shows a migration */
    QueueCell(Texts texts, Consumer<MigrationKey> open) {
        this.texts = texts;
        badge = new StatusBadge(texts);
        content.getStyleClass().add("queue-row");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setOnAction(_ -> {
            if (getItem() != null && getItem().getValue().content() instanceof RowContent.QueueItem item) {
                open.accept(item.key());
            }
        });
        detail.setWrapText(true);
        title.setMinWidth(Region.USE_PREF_SIZE);
        end.setWrapText(true);
        HBox.setHgrow(end, Priority.ALWAYS);
        end.setTooltip(basis);
        basis.setWrapText(true);
        basis.setMaxWidth(WIDEST_TIP);
        HBox.setHgrow(detail, Priority.ALWAYS);
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
                end.setText(database.end());
                show(false, title, note, end);
                basis.setText(database.end() + "\n" + database.basis());
                setAccessibleHelp(database.basis());
            }
            case RowContent.PartName(var part) -> {
                heading.setText(texts.get("queue.part." + part));
                show(false, heading);
            }
            case RowContent.NothingIn _ -> {
                note.setText(texts.get("queue.nothing"));
                show(true, note);
            }
            case RowContent.QueueItem item -> {
                badge.setStatus(item.status());
                name.setText(item.name());
                detail.setText(item.detail());
                if (item.part() == QueueRow.QueuePart.READY) {
                    ColorRole.GOOD.applyTo(detail);
                } else {
                    ColorRole.removeFrom(detail);
                }
                show(true, badge, name, detail);
            }
        }
    }

    /** A child that is put there again has everything around it laid out and styled anew. */
    private void show(boolean isIndented, Labeled... nodes) {
        content.pseudoClassStateChanged(INDENTED, isIndented);
        setAccessibleHelp(null);
        setAccessibleText(Stream.of(nodes).map(Labeled::getText).collect(Collectors.joining(" · ")));
        if (!content.getChildren().equals(List.of(nodes))) {
            content.getChildren().setAll(nodes);
        }
    }
}
