package dev.longshore.ui.control.timeline;

import dev.longshore.model.timeline.Timeline;
import dev.longshore.ui.fx.WindowTimes;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The same as {@link StatusTimeline} as a list, which is read line by line. FX thread only. */
public final class TimelineList extends ListView<TimelineText.TimelineTextLine> {
    private final ObjectProperty<@Nullable Timeline> timeline = new SimpleObjectProperty<>(this, "timeline");
    private final Label nothing = new Label();
    private final TimelineText words;

    /** An empty list, whose times and zone are those of {@code time}. */
    public TimelineList(WindowTimes time) {
        var texts = time.texts();
        words = new TimelineText(time, texts);
        getStyleClass().add("timeline-list");
        setAccessibleText(texts.get("control.timeline.list"));
        setPlaceholder(nothing);
        setCellFactory(_ -> new TimelineListCell());
        timeline.subscribe(_ -> update());
        time.zoneProperty().subscribe(_ -> update());
    }

    /** What is listed; null lists nothing. */
    public ObjectProperty<@Nullable Timeline> timelineProperty() {
        return timeline;
    }

    private void update() {
        var shown = timeline.get();
        var lines = shown == null ? List.<TimelineText.TimelineTextLine>of() : words.lines(shown);
        nothing.setText(words.nothing(shown));
        if (!lines.equals(getItems())) {
            var selected = getSelectionModel().getSelectedIndex();
            getItems().setAll(lines);
            getSelectionModel().select(selected);
        }
    }

    private static final class TimelineListCell extends ListCell<TimelineText.TimelineTextLine> {
        private static final double WIDTH_OF_WHEN = 230;
        private static final double GAP = 12;

        private final Label when = new Label();
        private final Label what = new Label();
        private final HBox line = new HBox(GAP, when, what);

        TimelineListCell() {
            when.getStyleClass().add("when");
            when.setMinWidth(WIDTH_OF_WHEN);
            when.setPrefWidth(WIDTH_OF_WHEN);
            line.setAlignment(Pos.BASELINE_LEFT);
            what.setWrapText(true);
            HBox.setHgrow(what, Priority.ALWAYS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(TimelineText.@Nullable TimelineTextLine item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(item == null ? null : line);
            setAccessibleText(item == null ? null : item.when() + ": " + item.what());
            if (item != null) {
                when.setText(item.when());
                what.setText(item.what());
            }
        }
    }
}
