package dev.longshore.ui.control;

import dev.longshore.model.Deadline;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** An entry as a chip: the shape of its cause, its time, its name, and a sign of its own where it needs a person. */
final class EntryChip extends Region {
    private static final double GAP = 4;
    private static final double LEAST_NAME = 30;

    private final CleanupEntry entry;
    private final Label cause = new Label();
    private final Label time = new Label();
    private final Label name = new Label();
    private final Label sign = new Label();

    EntryChip(CleanupEntry entry, CleanupCalendar calendar) {
        this.entry = entry;
        getStyleClass().addAll("entry-chip", entry.risk().token().styleClass(), risk(entry));
        cause.setGraphic(new FontIcon(icon(entry.cause())));
        time.setText(DateTimeFormatter.ofPattern("HH:mm").format(calendar.time().zoned(entry.at())));
        time.getStyleClass().add("time");
        name.setText(entry.name());
        if (entry.risk() != Risk.CALM) {
            sign.setGraphic(new FontIcon(sign(entry.risk())));
        }
        getChildren().addAll(cause, time, name, sign);
        getChildren().forEach(each -> each.setMouseTransparent(true));
        MarkTip.install(this, () -> words(entry, calendar));
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnKeyPressed(event -> key(event, calendar));
    }

    CleanupEntry entry() {
        return entry;
    }

    /** What the entry is, when, and why it matters, for tooltip and assistive technology. */
    static String words(CleanupEntry entry, CleanupCalendar calendar) {
        var texts = calendar.texts();
        var cause = texts.get("control.cause." + entry.cause().name());
        var at = calendar.time().at(entry.at());
        var distance = calendar.time().distance(entry.at());
        var risk = texts.get("control.risk." + entry.risk().name());
        return texts.get("control.calendar.entry", entry.name(), cause, at, distance, risk, entry.detail()).strip();
    }

    static Ikon icon(Deadline.Cause cause) {
        return switch (cause) {
            case CLEANUP_IDLE -> MaterialDesignT.TIMER_SAND;
            case CLEANUP_SCHEDULED -> MaterialDesignC.CALENDAR_CLOCK;
            case CLEANUP_UNKNOWN -> MaterialDesignC.CALENDAR_QUESTION;
            case CREDENTIALS -> MaterialDesignK.KEY_OUTLINE;
        };
    }

    static Ikon sign(Risk risk) {
        return switch (risk) {
            case CALM -> MaterialDesignC.CHECK;
            case SOON -> MaterialDesignA.ALERT_OUTLINE;
            case ACUTE -> MaterialDesignA.ALERT_OCTAGON;
        };
    }

    private static String risk(CleanupEntry entry) {
        return entry.risk().name().toLowerCase(Locale.ROOT);
    }

    private void key(KeyEvent event, CleanupCalendar calendar) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            calendar.open(entry);
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
        var withTime = right - signWidth - LEAST_NAME - cause.prefWidth(-1) - time.prefWidth(-1) - 3 * GAP > 0;
        time.setVisible(withTime);
        place(sign, right - signWidth, signWidth);
        var x = GAP;
        x = place(cause, x, cause.prefWidth(-1));
        x = withTime ? place(time, x, time.prefWidth(-1)) : x;
        place(name, x, Math.max(0, right - signWidth - x));
    }

    private double place(Label label, double x, double width) {
        label.resize(width, label.prefHeight(-1));
        positionInArea(label, x, 0, width, getHeight(), 0, HPos.LEFT, VPos.CENTER);
        return x + width + GAP;
    }
}
