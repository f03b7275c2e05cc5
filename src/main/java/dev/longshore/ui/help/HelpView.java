package dev.longshore.ui.help;

import dev.longshore.text.Texts;
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

    private final Deque<HelpTopic> before = new ArrayDeque<>();
    private final ScrollPane scroll = new ScrollPane();
    private final Button back;
    private final Guide guide;
    private HelpTopic shown = HelpTopic.CONTENTS;

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
        contents.setOnAction(_ -> go(HelpTopic.CONTENTS));
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
    void go(HelpTopic topic) {
        if (!topic.equals(shown)) {
            before.push(shown);
        }
        show(topic);
    }

    /** What is shown. */
    HelpTopic shown() {
        return shown;
    }

    private void back() {
        if (!before.isEmpty()) {
            show(before.pop());
        }
    }

    private void show(HelpTopic topic) {
        shown = topic;
        back.setDisable(before.isEmpty());
        guide.page(topic.page()).ifPresent(page -> {
            var column = MarkdownBlocks.column(page, link -> go(HelpTopic.of(link, topic.page())));
            scroll.setContent(column);
            scrollTo(column, topic.heading());
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
