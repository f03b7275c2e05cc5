package dev.longshore.ui.cleanup;

import dev.longshore.text.TypedTime;
import dev.longshore.ui.fx.WindowTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A time that may be a part of a plan: typed, by ↑ ↓ (an hour) and Page Up and Page Down (a day), or by the slider. An
 * empty field is no part of the plan; a text that is no time is marked, and no part of it either. FX thread only.
 */
final class PlanTimeField extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");
    private static final double DAYS = 21;
    private static final double HOURS = 24;
    private static final double GAP = 6;
    private static final int COLUMNS = 10;
    private static final Map<KeyCode, Duration> STEPS = Map.of(
            KeyCode.UP, Duration.ofHours(1), KeyCode.DOWN, Duration.ofHours(-1),
            KeyCode.PAGE_UP, Duration.ofDays(1), KeyCode.PAGE_DOWN, Duration.ofDays(-1));

    private final TextField field = new TextField();
    private final Slider slider = new Slider(0, DAYS * HOURS, 0);
    private final WindowTimes times;
    private final ObjectProperty<Optional<Instant>> value;
    private boolean writing;

    /**
     * A field for {@code value}.
     *
     * @param id of the text field; that of the slider ends in "Slider"
     */
    PlanTimeField(String id, String name, WindowTimes times, ObjectProperty<Optional<Instant>> value) {
        this.times = times;
        this.value = value;
        var label = new Label(name);
        label.setLabelFor(field);
        field.setId(id);
        field.setAccessibleText(name);
        field.setPromptText(times.texts().get("cleanup.whatIf.prompt"));
        slider.setId(id + "Slider");
        slider.setAccessibleText(times.texts().get("cleanup.whatIf.slider", name));
        slider.setBlockIncrement(1);
        var line = new HBox(GAP, field, slider);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.setMinWidth(0);
        field.setPrefColumnCount(COLUMNS);
        field.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(label, line);
        field.textProperty().addListener((_, _, text) -> read(text));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        slider.valueProperty().addListener((_, _, hours) -> slide(hours.doubleValue()));
        value.subscribe(this::write);
        times.zoneProperty().addListener((_, _, _) -> write(value.get()));
    }

    private void read(String text) {
        if (!writing) {
            var read = moment(text, times);
            writing = true;
            value.set(read);
            showOnSlider(read);
            writing = false;
            field.pseudoClassStateChanged(INVALID, read.isEmpty() && !text.isBlank());
        }
    }

    private void write(Optional<Instant> now) {
        if (!writing) {
            writing = true;
            field.setText(now.map(each -> text(each, times)).orElse(""));
            field.pseudoClassStateChanged(INVALID, false);
            showOnSlider(now);
            writing = false;
        }
    }

    private void slide(double hours) {
        if (!writing) {
            value.set(hours == 0 ? Optional.empty() : Optional.of(hour().plus(Duration.ofHours(Math.round(hours)))));
        }
    }

    private void showOnSlider(Optional<Instant> now) {
        slider.setValue(now.map(each -> Duration.between(hour(), each).toMinutes() / 60.0).orElse(0.0));
    }

    private void key(KeyEvent event) {
        var step = STEPS.get(event.getCode());
        if (step != null) {
            value.set(Optional.of(value.get().orElseGet(this::hour).plus(step)));
            event.consume();
        }
    }

    /** The full hour that runs. */
    private Instant hour() {
        return times.now().truncatedTo(ChronoUnit.HOURS);
    }

    /** As {@link #moment} reads it. */
    static String text(Instant at, WindowTimes times) {
        var zoned = times.zoned(at);
        return TypedTime.write(zoned.toLocalDate()) + " " + TypedTime.write(zoned.toLocalTime());
    }

    /** A date and a time of day, with a blank between; where the clock skips that time, the one after. */
    static Optional<Instant> moment(String entered, WindowTimes times) {
        var text = entered.strip();
        var typed = new TypedTime(times.region());
        return IntStream.range(0, text.length()).filter(each -> Character.isWhitespace(text.charAt(each)))
                .mapToObj(each -> typed.date(text.substring(0, each)).flatMap(day -> typed
                        .timeOfDay(text.substring(each)).map(time -> LocalDateTime.of(day, time))))
                .flatMap(Optional::stream)
                .map(each -> each.atZone(times.zoneId()).toInstant())
                .findFirst();
    }
}
