package dev.longshore.ui.activity;

import dev.longshore.text.Texts;
import dev.longshore.ui.activity.ActivityRow.AwayDivider;
import dev.longshore.ui.activity.ActivityRow.DayTitle;
import dev.longshore.ui.activity.ActivityRow.LogEntry;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappingCell;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of the activity log: a day, the line of an absence, or what happened. */
final class ActivityCell extends WrappingCell<ActivityRow> {
    private final IntConsumer seen;
    private final Label day = label("activity-day");
    private final Label awayTitle = label("activity-away-title");
    private final Label awayFound = label("note");
    private final HBox away;
    private final Label time = new Label();
    private final FontIcon icon = new FontIcon("mdi2e-eye-off-outline");
    private final Hyperlink subject = new Hyperlink();
    private final Tooltip place = new Tooltip();
    private final Label sentence = label("activity-sentence");
    private final Label detail = label("note");
    private final HBox entry;
    private final VBox rows;

    /**
     * An empty cell.
     *
     * @param open shows what a row is about
     * @param seen is told the index of a row that comes into sight
     */
    ActivityCell(Texts texts, Consumer<ActivityRow> open, IntConsumer seen) {
        this.seen = seen;
        getStyleClass().add("activity-cell");
        away = new HBox(new FontIcon("mdi2s-sleep"), column(awayTitle, awayFound));
        away.getStyleClass().add("activity-away");
        time.getStyleClass().addAll("note", "activity-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        icon.getStyleClass().add("alert-icon");
        subject.getStyleClass().addAll("alert-subject", "activity-subject");
        subject.setTooltip(place);
        // The list has the focus and Enter does the same.
        subject.setFocusTraversable(false);
        subject.setOnAction(_ -> {
            if (getItem() != null) {
                open.accept(getItem().getValue());
            }
        });
        entry = new HBox(time, icon, subject, column(sentence, detail));
        entry.getStyleClass().add("activity-entry");
        rows = new VBox(day, away, entry);
        setAccessibleHelp(texts.get("activity.log.keys"));
    }

    private static Label label(String styleClass) {
        var label = new Label();
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        return label;
    }

    private static VBox column(Node... lines) {
        var column = new VBox(lines);
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setMinWidth(0);
        return column;
    }

    @Override
    protected void show(@Nullable ActivityRow row) {
        setGraphic(row == null ? null : rows);
        setAccessibleText(row == null ? null : row.spoken());
        if (row != null) {
            write(row);
            seen.accept(getIndex());
        }
    }

    /** All are in the cell and one is seen: what is put there again is styled anew. */
    private void write(ActivityRow row) {
        Visibility.set(day, row instanceof DayTitle);
        Visibility.set(away, row instanceof AwayDivider);
        Visibility.set(entry, row instanceof LogEntry);
        switch (row) {
            case DayTitle title -> day.setText(title.title());
            case AwayDivider divider -> {
                awayTitle.setText(divider.title());
                write(awayFound, divider.found());
            }
            case LogEntry logEntry -> write(logEntry);
        }
    }

    private void write(LogEntry logEntry) {
        time.setText(logEntry.entryTexts().time());
        icon.setIconCode(logEntry.style().icon());
        logEntry.style().colorRole().applyTo(icon);
        subject.setText(logEntry.subject().name());
        subject.setDisable(logEntry.target().isEmpty());
        place.setText(logEntry.subject().place().isEmpty() ? logEntry.subject().name()
                : logEntry.subject().name() + "\n" + logEntry.subject().place());
        sentence.setText(logEntry.entryTexts().sentence());
        write(detail, logEntry.entryTexts().detail());
    }

    private static void write(Label label, String text) {
        label.setText(text);
        Visibility.set(label, !text.isEmpty());
    }
}
