package dev.longshore.ui.control.timeline;

import dev.longshore.model.CommandState;
import dev.longshore.model.Deadline;
import dev.longshore.model.StatusChange;
import dev.longshore.text.Texts;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.ui.look.IconStyle;
import dev.longshore.ui.look.Urgency;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the shapes of a timeline mean; only those that it shows. */
final class TimelineLegend extends FlowPane {
    private static final double GAP = 14;
    private static final String LEGEND = "control.timeline.legend.";
    private final Texts texts;
    private Set<String> shown = Set.of();

    TimelineLegend(Texts texts) {
        super(GAP, 2);
        this.texts = texts;
        getStyleClass().add("legend");
        setMouseTransparent(true);
    }

    void show(List<TimelineMark> marks) {
        var entries = new LinkedHashMap<String, Supplier<Node>>();
        marks.forEach(each -> add(each, entries));
        if (!shown.equals(entries.keySet())) {
            shown = Set.copyOf(entries.keySet());
            getChildren().setAll(entries.entrySet().stream().map(this::entry).toList());
        }
    }

    private void add(TimelineMark mark, Map<String, Supplier<Node>> entries) {
        switch (mark) {
            case TimelineMark.SilenceMark _ -> entries.put(LEGEND + "silence", () -> swatch("silence"));
            case TimelineMark.WatchGapMark _ -> entries.put(LEGEND + "blind", () -> swatch("blind"));
            case TimelineMark.ForecastMark _ -> entries.put(LEGEND + "forecast", () -> swatch("ahead-range"));
            case TimelineMark.CommandMark commandMark ->
                commandMark.states().forEach(
                        each -> entries.put("control.commandState." + each.kind(), () -> shape(each)));
            case TimelineMark.ExternalChangeMark _,TimelineMark.CleanupMovedMark _ ->
                entries.put(LEGEND + "others", () -> shape(mark));
            case TimelineMark.DrawnDateMark(var date) -> entries.put(LEGEND + key(date.origin()), () -> shape(mark));
            case TimelineMark.DeadlineMark _ ->
                entries.put(LEGEND + "deadline",
                        () -> shape(new TimelineMark.DeadlineMark(cleanup(), Urgency.CALM)));
            case TimelineMark.PhaseMark(var span, _) when span.began().earliest() == null ->
                entries.put(LEGEND + "torn", () -> swatch("torn"));
            case TimelineMark.TransitionMark transitionMark when !new StatusChange(transitionMark.at(),
                    transitionMark.end()).isShort() ->
                entries.put(LEGEND + "between", () -> swatch("between"));
            case TimelineMark.TransitionMark _,TimelineMark.PhaseMark _,TimelineMark.SealedMark _,TimelineMark.NoAbortMark _,TimelineMark.NowMark _,TimelineMark.MarginMark _,TimelineMark.MarkGroup _ ->
                {
                }
        }
    }

    private static Deadline cleanup() {
        return new Deadline(Instant.EPOCH, Deadline.Cause.CLEANUP_IDLE,
                Instant.EPOCH);
    }

    private static String key(DrawnDate.DateOrigin origin) {
        return switch (origin) {
            case PLAN -> "planned";
            case DEADLINE -> "ownDeadline";
            case FREEZE -> "freeze";
            case POLICY -> "policy";
        };
    }

    private Label entry(Map.Entry<String, Supplier<Node>> entry) {
        var label = new Label(texts.get(entry.getKey()), entry.getValue().get());
        label.getStyleClass().add("legend-entry");
        return label;
    }

    private static Region swatch(String style) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", style, ColorRole.RUNNING.styleClass());
        return swatch;
    }

    private static Node shape(CommandState state) {
        return shape(new FontIcon(IconStyle.of(state).icon()), IconStyle.of(state).colorRole());
    }

    private Node shape(TimelineMark mark) {
        return shape(new FontIcon(MarkStyle.icon(mark)), MarkStyle.colorRole(mark));
    }

    private static Node shape(FontIcon icon, ColorRole colorRole) {
        var shape = new Label(null, icon);
        shape.getStyleClass().addAll("shape", colorRole.styleClass());
        return shape;
    }
}
