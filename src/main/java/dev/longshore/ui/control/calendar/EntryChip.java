package dev.longshore.ui.control.calendar;

import dev.longshore.ui.control.timeline.MarkTooltip;
import dev.longshore.ui.look.Urgency;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** An entry as a chip: the shape of its kind, its time, its name, and a sign of its own where it needs a user. */
final class EntryChip extends Region {
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");
    private static final PseudoClass PLANNED = PseudoClass.getPseudoClass("planned");
    private static final double GAP = 4;
    private static final double LEAST_NAME = 30;

    private final CleanupCalendar calendar;
    private final FontIcon kind = new FontIcon();
    private final FontIcon urgencyIcon = new FontIcon();
    private final Label shape = new Label(null, kind);
    private final Label time = new Label();
    private final Label name = new Label();
    private final Label sign = new Label();
    private CleanupEntry entry;
    private @Nullable LocalDate day;

    EntryChip(CleanupEntry entry, LocalDate day, CleanupCalendar calendar) {
        this.entry = entry;
        this.calendar = calendar;
        time.getStyleClass().add("time");
        getChildren().addAll(shape, time, name, sign);
        getChildren().forEach(each -> each.setMouseTransparent(true));
        show(entry, day);
        MarkTooltip.installOnEntering(this, () -> calendar.text().all(this.entry));
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnKeyPressed(this::key);
    }

    CleanupEntry entry() {
        return entry;
    }

    /** Shows {@code now} on {@code day}. */
    void show(CleanupEntry now, LocalDate onDay) {
        if (!now.equals(entry) || !onDay.equals(day)) {
            entry = now;
            day = onDay;
            write(now, onDay);
        }
    }

    private void write(CleanupEntry now, LocalDate onDay) {
        var styles = List.of(
                "entry-chip", now.urgency().colorRole().styleClass(), lower(now.urgency()),
                now.isMovable() ? "due" : "told");
        if (!getStyleClass().equals(styles)) {
            getStyleClass().setAll(styles);
        }
        pseudoClassStateChanged(OLD, now.isOld());
        pseudoClassStateChanged(PLANNED, now.isPlanned());
        kind.setIconCode(EntryText.shape(now.kind()));
        time.setText(calendar.text().on(onDay, now));
        name.setText(calendar.text().title(now));
        urgencyIcon.setIconCode(now.urgency().icon());
        sign.setGraphic(now.urgency() == Urgency.CALM ? null : urgencyIcon);
        setAccessibleText(calendar.text().all(now));
        requestLayout();
    }

    private static String lower(Urgency urgency) {
        return urgency.name().toLowerCase(Locale.ROOT);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            calendar.open(entry, this);
            event.consume();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return name.prefHeight(-1) + GAP;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getChildren().stream().mapToDouble(each -> each.prefWidth(-1) + GAP).sum() + GAP;
    }

    @Override
    protected void layoutChildren() {
        var right = getWidth() - GAP;
        var signWidth = sign.getGraphic() == null ? 0 : sign.prefWidth(-1);
        var withTime = right - signWidth - LEAST_NAME - shape.prefWidth(-1) - time.prefWidth(-1) - 3 * GAP > 0;
        time.setVisible(withTime);
        place(sign, right - signWidth, signWidth);
        var x = GAP;
        x = place(shape, x, shape.prefWidth(-1));
        x = withTime ? place(time, x, time.prefWidth(-1)) : x;
        place(name, x, Math.max(0, right - signWidth - x));
    }

    private double place(Label label, double x, double width) {
        label.resize(width, label.prefHeight(-1));
        positionInArea(label, x, 0, width, getHeight(), 0, HPos.LEFT, VPos.CENTER);
        return x + width + GAP;
    }
}
