package dev.longshore.ui.control.timeline;

import dev.longshore.model.timeline.Timeline;
import dev.longshore.text.Texts;
import dev.longshore.ui.fx.UiThread;
import dev.longshore.ui.fx.WindowTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** A timeline as picture or list, with zoom, zone, copy as text or Markdown, and save as PNG. FX thread only. */
public final class TimelinePanel extends VBox {
    private static final double GAP = 4;
    /** A picture that is put into a report is looked at closely. */
    private static final double SCALE = 2;

    private final Texts texts = new Texts();
    private final StatusTimeline picture;
    private final TimelineList list;
    private final TimelineText words;
    private final TimelineToolBar toolBar;
    private final UiThread thread;
    private String title = "";

    /** An empty panel, whose times and zone are those of {@code time}. */
    public TimelinePanel(WindowTimes time, UiThread thread) {
        super(GAP);
        this.thread = thread;
        picture = new StatusTimeline(time);
        list = new TimelineList(time);
        list.setId("timelineList");
        words = new TimelineText(time, texts);
        list.timelineProperty().bind(picture.timelineProperty());
        toolBar = new TimelineToolBar(this, time, texts);
        var content = new StackPane(picture, list);
        content.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(content, Priority.ALWAYS);
        getStyleClass().add("timeline-panel");
        getChildren().addAll(toolBar, content);
        showList(false);
    }

    /** What is shown; null shows that there is nothing yet. */
    public ObjectProperty<@Nullable Timeline> timelineProperty() {
        return picture.timelineProperty();
    }

    /** Says what it is the timeline of, for what is copied and saved. */
    public void setTitle(String text) {
        title = text;
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(TimelinePanel.class.getResource("TimelinePanel.css")).toExternalForm();
    }

    StatusTimeline picture() {
        return picture;
    }

    void showList(boolean shown) {
        list.setVisible(shown);
        picture.setVisible(!shown);
    }

    void copyMarkdown() {
        var shown = picture.getTimeline();
        copy(shown == null ? "" : words.asMarkdown(shown, title));
    }

    void copyText() {
        var shown = picture.getTimeline();
        copy(shown == null ? "" : words.asText(shown, title));
    }

    private void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        toolBar.showMessage(texts.get("control.timeline.copied"));
    }

    /** Asks for a file and saves the picture there. */
    void save() {
        var chooser = new FileChooser();
        chooser.setInitialFileName(texts.get("control.timeline.file", title.replaceAll("[^\\p{L}\\p{N}._-]+", "-")));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.get("control.timeline.png"), "*.png"));
        var file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            save(file.toPath());
        }
    }

    /** Saves the picture to {@code file} without waiting for the disk, and then says what became of it. */
    void save(Path file) {
        var image = snapshot();
        Thread.startVirtualThread(() -> {
            var sentence = write(image, file);
            thread.run(() -> toolBar.showMessage(sentence));
        });
    }

    private Image snapshot() {
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(SCALE, SCALE));
        parameters.setFill(Color.TRANSPARENT);
        return picture.snapshot(parameters, null);
    }

    private String write(Image image, Path file) {
        try {
            PngFile.write(image, file);
            return texts.get("control.timeline.saved", file);
        } catch (IOException e) {
            return texts.get("control.timeline.notSaved", file,
                    Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }
}
