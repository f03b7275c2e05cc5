package dev.longshore.ui.help;

import dev.longshore.ui.fx.Texts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Shows pages of the guide and follows their links. FX thread only. */
final class HelpView extends BorderPane {
    private static final KeyCombination BACK = KeyCombination.valueOf("Alt+Left");

    private final Deque<Place> before = new ArrayDeque<>();
    private final ScrollPane scroll = new ScrollPane();
    private final Button back;
    private final Guide guide;
    private Place shown = Place.CONTENTS;

    HelpView(Guide guide, Texts texts) {
        this.guide = guide;
        setId("help");
        getStyleClass().add("help");
        getStylesheets()
                .add(Objects.requireNonNull(HelpView.class.getResource("Help.css"), "Help.css").toExternalForm());
        back = new Button(texts.get("help.back"));
        back.setId("helpBack");
        back.setOnAction(_ -> back());
        var contents = new Button(texts.get("help.contents"));
        contents.setId("helpContents");
        contents.setOnAction(_ -> go(Place.CONTENTS));
        var bar = new HBox(back, contents);
        bar.getStyleClass().add("help-bar");
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(texts.get("help.page"));
        setTop(bar);
        setCenter(scroll);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        show(shown);
    }

    /** Goes to {@code place}; back leads to what is shown now. */
    void go(Place place) {
        if (!place.equals(shown)) {
            before.push(shown);
        }
        show(place);
    }

    /** What is shown. */
    Place shown() {
        return shown;
    }

    private void back() {
        if (!before.isEmpty()) {
            show(before.pop());
        }
    }

    private void show(Place place) {
        shown = place;
        back.setDisable(before.isEmpty());
        guide.page(place.page()).ifPresent(page -> {
            var column = Blocks.column(page, link -> go(Place.of(link, place.page())));
            scroll.setContent(column);
            scrollTo(column, place.heading());
        });
    }

    private void scrollTo(VBox column, String heading) {
        applyCss();
        layout();
        column.getChildren().stream()
                .filter(each -> heading.equals(each.getId()))
                .findFirst()
                .ifPresentOrElse(this::scrollTo, () -> scroll.setVvalue(0));
    }

    private void scrollTo(Node heading) {
        var content = scroll.getContent().getBoundsInLocal().getHeight();
        var view = scroll.getViewportBounds().getHeight();
        scroll.setVvalue(content <= view ? 0 : heading.getBoundsInParent().getMinY() / (content - view));
    }

    private void keyPressed(KeyEvent event) {
        if (BACK.match(event)) {
            event.consume();
            back();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            getScene().getWindow().hide();
        }
    }
}
