package dev.longshore.ui.control.calendar;

import dev.longshore.ui.look.Urgency;
import java.time.LocalDate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of a list of entries: a day's heading, or an entry with all that is known of it. */
final class EntryRow extends ListCell<EntryRow.EntryRowItem> {
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");
    private static final double TIME_WIDTH = 108;
    private static final double NAME_WIDTH = 220;
    private static final double WIDEST_TIP = 420;

    private final CleanupCalendar calendar;
    private final Tooltip tooltip = new Tooltip();
    private final Label shape = new Label();
    private final Label time = new Label();
    private final Label name = new Label();
    private final Label detail = new Label();
    private final Label sign = new Label();
    private final Label distance = new Label();
    private final HBox row;

    /** What a row shows. */
    sealed interface EntryRowItem {
        /** The heading of a day. */
        record DayHeading(LocalDate date, int count) implements EntryRowItem {}

        /** An entry as it lies on that day. */
        record DatedEntry(LocalDate date, CleanupEntry entry) implements EntryRowItem {}
    }

    private EntryRow(CleanupCalendar calendar) {
        this.calendar = calendar;
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox.setHgrow(detail, Priority.SOMETIMES);
        row = new HBox(shape, time, name, detail, space, sign, distance);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("entry-row-content", Urgency.CALM.colorRole().styleClass());
        time.getStyleClass().add("time");
        name.getStyleClass().add("name");
        detail.getStyleClass().add("detail");
        distance.getStyleClass().add("distance");
        sign.getStyleClass().add("sign");
        for (var label : new Label[]{shape, time, name, sign, distance}) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        time.setPrefWidth(TIME_WIDTH);
        name.setPrefWidth(NAME_WIDTH);
        detail.setMinWidth(0);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST_TIP);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                open();
            }
        });
    }

    /** Makes {@code list} one of entries, which are opened by click or Enter. */
    static void install(ListView<EntryRowItem> list, CleanupCalendar calendar) {
        list.setCellFactory(_ -> new EntryRow(calendar));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER
                    && list.getSelectionModel().getSelectedItem() instanceof EntryRowItem.DatedEntry datedEntry) {
                calendar.open(datedEntry.entry(), selectedRow(list));
                event.consume();
            }
        });
    }

    private void open() {
        if (getItem() instanceof EntryRowItem.DatedEntry datedEntry) {
            calendar.open(datedEntry.entry(), this);
        }
    }

    /** The row of what is selected; the list, where that has been scrolled out of sight. */
    private static Node selectedRow(ListView<EntryRowItem> list) {
        return list.lookupAll(".entry-row").stream()
                .filter(each -> each instanceof EntryRow row && row.isSelected())
                .findFirst()
                .orElse(list);
    }

    @Override
    protected void updateItem(@Nullable EntryRowItem entryRowItem, boolean empty) {
        super.updateItem(entryRowItem, empty);
        getStyleClass().setAll("cell", "indexed-cell", "list-cell", "entry-row");
        setText(null);
        setGraphic(null);
        setAccessibleText(null);
        setTooltip(null);
        switch (entryRowItem) {
            case null -> getStyleClass().add("nothing");
            case EntryRowItem.DayHeading dayHeading -> show(dayHeading);
            case EntryRowItem.DatedEntry datedEntry -> show(datedEntry);
        }
    }

    private void show(EntryRowItem.DayHeading dayHeading) {
        getStyleClass().add("day-heading");
        var today = dayHeading.date().equals(calendar.todayProperty().get());
        var date = calendar.time().pattern("EEEE d MMMM yyyy").format(dayHeading.date());
        setText(calendar.texts().get(today ? "control.calendar.heading.today" : "control.calendar.heading", date,
                dayHeading.count()));
    }

    private void show(EntryRowItem.DatedEntry datedEntry) {
        var entry = datedEntry.entry();
        var text = calendar.text();
        row.getStyleClass().setAll("entry-row-content", entry.urgency().colorRole().styleClass());
        shape.setGraphic(new FontIcon(EntryText.shape(entry.kind())));
        time.setText(text.on(datedEntry.date(), entry));
        name.setText(entry.name());
        detail.setText(text.line(entry));
        distance.setText(text.distance(entry.from()));
        sign.setText(entry.urgency() == Urgency.CALM ? "" : text.urgency(entry));
        sign.setGraphic(entry.urgency() == Urgency.CALM ? null : new FontIcon(entry.urgency().icon()));
        pseudoClassStateChanged(OLD, entry.isOld());
        tooltip.setText(text.all(entry));
        setTooltip(tooltip);
        setGraphic(row);
        setAccessibleText(text.all(entry));
    }
}
