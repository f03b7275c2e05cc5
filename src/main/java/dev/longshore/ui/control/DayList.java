package dev.longshore.ui.control;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * All entries of one day, in a card above the month. It lies within the control rather than in a window of its own, so
 * that it can never leave the screen and goes away with what it belongs to.
 */
final class DayList extends VBox {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 340;
    private static final double MARGIN = 8;

    private final Label title = new Label();
    private final ListView<EntryRow.Item> list = new ListView<>();
    private final CleanupCalendar calendar;
    private @Nullable LocalDate date;
    private Runnable onClose = () -> {};

    DayList(CleanupCalendar calendar) {
        this.calendar = calendar;
        getStyleClass().add("day-list");
        setId("calendarDayList");
        title.getStyleClass().add("title");
        EntryRow.install(list, calendar);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head(), list);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setVisible(false);
        setManaged(false);
    }

    private HBox head() {
        var close = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
        close.getStyleClass().addAll("flat", "button-icon", "small");
        close.setAccessibleText(calendar.texts().get("control.calendar.close"));
        close.setTooltip(new Tooltip(calendar.texts().get("control.calendar.close")));
        close.setOnAction(_ -> close());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(title, space, close);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /** Opens beside {@code cell}, wholly within the surface; {@code after} is run when it is closed. */
    void open(LocalDate day, Bounds cell, Runnable after) {
        date = day;
        onClose = after;
        update();
        place(cell);
        setVisible(true);
        list.getSelectionModel().selectFirst();
        list.requestFocus();
    }

    /** Shows the entries as they are now. */
    void update() {
        var day = date;
        if (day != null) {
            var entries = calendar.index().cleanups(day);
            var text = DateTimeFormatter.ofPattern("EEEE d MMMM", calendar.time().locale()).format(day);
            title.setText(calendar.texts().get("control.calendar.heading", text, entries.size()));
            list.getItems().setAll(entries.stream().map(EntryRow.Item.Due::new).toList());
        }
    }

    void close() {
        if (isVisible()) {
            setVisible(false);
            date = null;
            onClose.run();
        }
    }

    private void place(Bounds cell) {
        var surface = (Pane) getParent();
        var width = Math.min(WIDTH, surface.getWidth() - 2 * MARGIN);
        var height = Math.min(HEIGHT, surface.getHeight() - 2 * MARGIN);
        var at = surface.sceneToLocal(cell);
        var right = at.getMaxX() + MARGIN;
        var x = right + width <= surface.getWidth() - MARGIN ? right : at.getMinX() - width - MARGIN;
        resizeRelocate(
                Math.clamp(x, MARGIN, surface.getWidth() - width - MARGIN),
                Math.clamp(at.getMinY(), MARGIN, surface.getHeight() - height - MARGIN), width, height);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }
}
