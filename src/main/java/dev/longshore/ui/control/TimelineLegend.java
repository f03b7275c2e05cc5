package dev.longshore.ui.control;

import dev.longshore.model.CommandState;
import dev.longshore.model.Deadline;
import dev.longshore.model.Turn;
import dev.longshore.ui.fx.Texts;
import dev.longshore.ui.theme.Token;
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
    private final Texts texts;
    private Set<String> shown = Set.of();

    TimelineLegend(Texts texts) {
        super(GAP, 2);
        this.texts = texts;
        getStyleClass().add("legend");
        setMouseTransparent(true);
    }

    void show(List<Mark> marks) {
        var entries = new LinkedHashMap<String, Supplier<Node>>();
        marks.forEach(each -> add(each, entries));
        if (!shown.equals(entries.keySet())) {
            shown = Set.copyOf(entries.keySet());
            getChildren().setAll(entries.entrySet().stream().map(this::entry).toList());
        }
    }

    private void add(Mark mark, Map<String, Supplier<Node>> entries) {
        switch (mark) {
            case Mark.Blind _ -> entries.put("blind", () -> swatch("blind"));
            case Mark.Ahead _ -> entries.put("forecast", () -> swatch("ahead-range"));
            case Mark.Asked asked -> asked.states().forEach(each -> entries.put(key(each), () -> shape(each)));
            case Mark.Changed _,Mark.Moved _ -> entries.put("others", () -> shape(mark));
            case Mark.Due _ -> entries.put("deadline", () -> shape(new Mark.Due(cleanup())));
            case Mark.Phase(var span) when span.began().after() == null -> entries.put("torn", () -> swatch("torn"));
            case Mark.Between between when !new Turn(between.at(), between.end()).isShort() ->
                entries.put("between", () -> swatch("between"));
            case Mark.Between _,Mark.Phase _,Mark.Sealed _,Mark.NoAbort _,Mark.Now _,Mark.Several _ -> {
            }
        }
    }

    private static Deadline cleanup() {
        return new Deadline(Instant.EPOCH, Deadline.Cause.CLEANUP_IDLE,
                Instant.EPOCH);
    }

    private static String key(CommandState state) {
        return switch (state) {
            case CommandState.Requested _ -> "requested";
            case CommandState.Accepted _ -> "accepted";
            case CommandState.Observed _ -> "observed";
            case CommandState.Unanswered _ -> "unanswered";
            case CommandState.Refused _ -> "refused";
            case CommandState.NoEffect _ -> "noEffect";
        };
    }

    private Label entry(Map.Entry<String, Supplier<Node>> entry) {
        var label = new Label(texts.get("control.timeline.legend." + entry.getKey()), entry.getValue().get());
        label.getStyleClass().add("legend-entry");
        return label;
    }

    private static Region swatch(String style) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", style, Token.RUNNING.styleClass());
        return swatch;
    }

    private static Node shape(CommandState state) {
        return shape(new FontIcon(MarkLook.icon(state)), MarkLook.token(state));
    }

    private Node shape(Mark mark) {
        return shape(new FontIcon(MarkLook.icon(mark, texts)), MarkLook.token(mark, texts));
    }

    private static Node shape(FontIcon icon, Token token) {
        var shape = new Label(null, icon);
        shape.getStyleClass().addAll("shape", token.styleClass());
        return shape;
    }
}
