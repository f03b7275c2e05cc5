package dev.longshore.ui.control.timeline;

import dev.longshore.atomicfile.AtomicFile;
import dev.longshore.model.timeline.Timeline;
import dev.longshore.text.ErrorText;
import dev.longshore.text.FactText;
import dev.longshore.text.Texts;
import dev.longshore.ui.fx.FilePrompt;
import dev.longshore.ui.fx.SystemClipboard;
import dev.longshore.ui.fx.UiThread;
import dev.longshore.ui.fx.WindowTimes;
import dev.longshore.ui.look.Urgency;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A timeline as picture or list, with zoom, zone, copy as text or Markdown, and save as PNG. FX thread only. */
public final class TimelinePanel extends VBox {
    private static final double GAP = 4;
    /** A picture that is put into a report is looked at closely. */
    private static final double SCALE = 2;

    private final Texts texts;
    private final ErrorText faults;
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
        texts = time.texts();
        faults = new ErrorText(texts, new FactText(texts, time));
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

    /** How urgently the cleanup needs the user. */
    public ObjectProperty<Urgency> cleanupUrgencyProperty() {
        return picture.cleanupUrgencyProperty();
    }

    /** What happens only if a plan is carried out. */
    public ObjectProperty<List<DrawnDate>> datesProperty() {
        return picture.datesProperty();
    }

    /** Brings a moment into sight and selects the mark that is nearest to it. */
    public void showMoment(Instant at) {
        toolBar.showChart();
        picture.showMoment(at);
        // What is in sight then has its marks after the next layout.
        thread.runNextFrame(() -> thread.runNextFrame(() -> picture.selectNearest(at)));
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
        SystemClipboard.copy(text);
        toolBar.showMessage(texts.get("control.timeline.copied"));
    }

    /** Asks for a file and saves the picture there. */
    void save() {
        new FilePrompt(texts.get("control.timelineSave"), this)
                .of(texts.get("control.timeline.png"), "*.png")
                .save(texts.get("control.timeline.file", title.replaceAll("[^\\p{L}\\p{N}._-]+", "-")))
                .ifPresent(this::save);
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
            writePng(image, file);
            return texts.get("control.timeline.saved", file);
        } catch (IOException e) {
            return texts.get("control.timeline.notSaved", file, faults.of(e));
        }
    }

    private static void writePng(Image image, Path file) throws IOException {
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var png = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        png.setRGB(0, 0, width, height, pixels, 0, width);
        AtomicFile.write(file, out -> ImageIO.write(png, "png", out));
    }
}
