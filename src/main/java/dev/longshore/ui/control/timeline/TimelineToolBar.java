package dev.longshore.ui.control.timeline;

import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import dev.longshore.ui.fx.SegmentedChoice;
import dev.longshore.ui.fx.WindowTimes;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** Above a timeline: picture or list, zoom, local time or UTC, copy and save. */
final class TimelineToolBar extends HBox {
    private static final double GAP = 6;

    private final Texts texts;
    private final HBox zoom;
    private final ObjectProperty<Boolean> asList = new SimpleObjectProperty<>(this, "asList", false);
    private final Label message = new Label();

    TimelineToolBar(TimelinePanel panel, WindowTimes time, Texts texts) {
        super(GAP);
        this.texts = texts;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("timeline-tool-bar");
        zoom = zoom(panel.picture());
        message.getStyleClass().add("news");
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(views(panel), zoom, message, zones(time), more(panel));
    }

    /** Shows the chart in place of the list. */
    void showChart() {
        asList.set(false);
    }

    /** Says in a sentence what became of something that was asked for here. */
    void showMessage(String sentence) {
        message.setText(sentence);
    }

    private SegmentedButton views(TimelinePanel panel) {
        asList.subscribe(list -> {
            zoom.setVisible(!list);
            panel.showList(list);
        });
        var views = segments("timelineAsPicture", "timelineAsList");
        SegmentedChoice.bind(views, asList, List.of(false, true));
        return views;
    }

    private HBox zoom(StatusTimeline timeline) {
        var buttons = new HBox(
                button("timelineZoomOut", MaterialDesignM.MAGNIFY_MINUS_OUTLINE, timeline::zoomOut),
                button("timelineZoomIn", MaterialDesignM.MAGNIFY_PLUS_OUTLINE, timeline::zoomIn),
                button("timelineShowHistory", MaterialDesignA.ARROW_EXPAND_HORIZONTAL, timeline::showHistory));
        buttons.setAlignment(Pos.CENTER);
        return buttons;
    }

    private Button button(String id, Ikon icon, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setAccessibleText(texts.get("control." + id));
        button.setTooltip(new Tooltip(texts.get("control." + id)));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private SegmentedButton zones(WindowTimes time) {
        var zones = segments("timelineLocal", "timelineUtc");
        SegmentedChoice.bind(zones, time.zoneProperty(), List.of(TimeText.ZoneChoice.values()));
        return zones;
    }

    private SegmentedButton segments(String... ids) {
        var segments = new SegmentedButton();
        for (var id : ids) {
            var button = new ToggleButton(texts.get("control." + id));
            button.setId(id);
            button.getStyleClass().add("small");
            segments.getButtons().add(button);
        }
        return segments;
    }

    private MenuButton more(TimelinePanel panel) {
        var more = new MenuButton(null, new FontIcon(MaterialDesignE.EXPORT_VARIANT),
                item("timelineCopyMarkdown", panel::copyMarkdown),
                item("timelineCopyText", panel::copyText),
                item("timelineSave", panel::save));
        more.setId("timelineExport");
        more.getStyleClass().addAll("flat", "small", "no-arrow");
        more.setAccessibleText(texts.get("control.timelineExport"));
        more.setTooltip(new Tooltip(texts.get("control.timelineExport")));
        more.setMinWidth(Region.USE_PREF_SIZE);
        return more;
    }

    private MenuItem item(String id, Runnable action) {
        var item = new MenuItem(texts.get("control." + id));
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
