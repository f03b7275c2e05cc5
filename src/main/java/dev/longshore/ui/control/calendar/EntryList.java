package dev.longshore.ui.control.calendar;

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
 * All entries of one field, in a card above the calendar. It lies within the control rather than in a window of its
 * own, so that it can never leave the screen and goes away with what it belongs to.
 */
final class EntryList extends VBox {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 340;
    private static final double MARGIN = 8;

    private final Label title = new Label();
    private final ListView<EntryRow.EntryRowItem> list = new ListView<>();
    private final CleanupCalendar calendar;
    private @Nullable EntryCell cell;

    EntryList(CleanupCalendar calendar) {
        this.calendar = calendar;
        getStyleClass().add("entry-list");
        setId("calendarEntries");
        title.getStyleClass().add("title");
        EntryRow.install(list, calendar);
        list.accessibleTextProperty().bind(title.textProperty());
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

    /** Opens beside {@code field}, wholly within the calendar. */
    void open(EntryCell field) {
        cell = field;
        update();
        place(field.localToScene(field.getLayoutBounds()));
        setVisible(true);
        list.getSelectionModel().selectFirst();
        list.requestFocus();
    }

    /** Shows the entries as they are now; one that is selected stays so. */
    void update() {
        var field = cell;
        if (field == null) {
            return;
        }
        var items = field.entries().stream().map(each -> new EntryRow.EntryRowItem.DatedEntry(field.date(), each))
                .toList();
        title.setText(field.getAccessibleText());
        if (!items.equals(list.getItems())) {
            var selected = list.getSelectionModel().getSelectedItem();
            list.getItems().setAll(items);
            list.getSelectionModel().select(selected);
        }
    }

    void close() {
        var field = cell;
        if (field != null) {
            cell = null;
            setVisible(false);
            field.requestFocus();
        }
    }

    private void place(Bounds field) {
        var surface = (Pane) getParent();
        var width = Math.min(WIDTH, surface.getWidth() - 2 * MARGIN);
        var height = Math.min(HEIGHT, surface.getHeight() - 2 * MARGIN);
        var at = surface.sceneToLocal(field);
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
