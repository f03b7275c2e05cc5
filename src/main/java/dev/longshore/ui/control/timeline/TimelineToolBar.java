package dev.longshore.ui.control.timeline;

import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import dev.longshore.ui.fx.WindowTimes;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** Above a timeline: picture or list, zoom, local time or UTC, copy and save. */
final class TimelineToolBar extends HBox {
    private static final double GAP = 6;

    private final Texts texts;
    private final ToggleButton picture;
    private final ToggleButton list;
    private final HBox zoom;
    private final Label message = new Label();

    TimelineToolBar(TimelinePanel panel, WindowTimes time, Texts texts) {
        super(GAP);
        this.texts = texts;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("timeline-tool-bar");
        var views = new ToggleGroup();
        picture = toggle("timelineAsPicture", "left-pill", views);
        list = toggle("timelineAsList", "right-pill", views);
        picture.setSelected(true);
        follow(views, chosen -> show(panel, chosen.equals(list)));
        zoom = zoom(panel.picture());
        message.getStyleClass().add("news");
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(new HBox(picture, list), zoom, message, zones(time), more(panel));
        getChildren().stream().filter(HBox.class::isInstance).forEach(each -> ((HBox) each).setAlignment(Pos.CENTER));
    }

    /** Says in a sentence what became of something that was asked for here. */
    void showMessage(String sentence) {
        message.setText(sentence);
    }

    /** By mouse, space bar or arrow keys; a choice that is clicked again stays chosen. */
    private static void follow(ToggleGroup group, Consumer<Toggle> choose) {
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                choose.accept(now);
            }
        });
    }

    private void show(TimelinePanel panel, boolean asList) {
        zoom.setVisible(!asList);
        panel.showList(asList);
    }

    private HBox zoom(StatusTimeline timeline) {
        return new HBox(
                button("timelineZoomOut", MaterialDesignM.MAGNIFY_MINUS_OUTLINE, timeline::zoomOut),
                button("timelineZoomIn", MaterialDesignM.MAGNIFY_PLUS_OUTLINE, timeline::zoomIn),
                button("timelineShowHistory", MaterialDesignA.ARROW_EXPAND_HORIZONTAL, timeline::showHistory));
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

    private HBox zones(WindowTimes time) {
        var zones = new ToggleGroup();
        var local = toggle("timelineLocal", "left-pill", zones);
        var utc = toggle("timelineUtc", "right-pill", zones);
        time.zoneProperty()
                .subscribe(zoneChoice -> (zoneChoice == TimeText.ZoneChoice.UTC ? utc : local).setSelected(true));
        follow(zones, chosen -> time.zoneProperty().set(
                chosen.equals(utc) ? TimeText.ZoneChoice.UTC : TimeText.ZoneChoice.LOCAL));
        return new HBox(local, utc);
    }

    private ToggleButton toggle(String id, String pill, ToggleGroup group) {
        var toggle = new ToggleButton(texts.get("control." + id));
        toggle.setId(id);
        toggle.getStyleClass().addAll(pill, "small");
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.setToggleGroup(group);
        return toggle;
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
