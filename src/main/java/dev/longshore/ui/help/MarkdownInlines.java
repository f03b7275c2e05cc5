package dev.longshore.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** Turns what stands within a paragraph into texts and links; pictures of the window are left out inside the window. */
final class MarkdownInlines extends AbstractVisitor {
    private final List<javafx.scene.Node> parts = new ArrayList<>();
    private final List<String> styles = new ArrayList<>();
    private final Consumer<String> follow;

    private MarkdownInlines(Consumer<String> follow) {
        this.follow = follow;
    }

    /** The content of {@code block}; {@code follow} takes the address of a link that is used. */
    static TextFlow flow(Node block, Consumer<String> follow) {
        var markdownInlines = new MarkdownInlines(follow);
        markdownInlines.visitChildren(block);
        return new TextFlow(markdownInlines.parts.toArray(javafx.scene.Node[]::new));
    }

    /** The words of {@code block}, without any form. */
    static String words(Node block) {
        var words = new StringBuilder();
        block.accept(new AbstractVisitor() {
            @Override
            public void visit(org.commonmark.node.Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }

    @Override
    public void visit(org.commonmark.node.Text text) {
        add(text.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        add(" ");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        add("\n");
    }

    @Override
    public void visit(Code code) {
        within("help-code", () -> add(code.getLiteral()));
    }

    @Override
    public void visit(Emphasis emphasis) {
        within("help-emphasis", () -> visitChildren(emphasis));
    }

    @Override
    public void visit(StrongEmphasis strong) {
        within("help-strong", () -> visitChildren(strong));
    }

    @Override
    public void visit(Link link) {
        if (link.getDestination().contains("://") || link.getDestination().startsWith("..")) {
            visitChildren(link);
            return;
        }
        var shown = new Hyperlink(words(link));
        shown.setOnAction(_ -> follow.accept(link.getDestination()));
        parts.add(shown);
    }

    @Override
    public void visit(Image image) {
        // The window itself is beside.
    }

    private void within(String style, Runnable content) {
        styles.add(style);
        content.run();
        styles.remove(style);
    }

    private void add(String words) {
        var text = new Text(words);
        text.getStyleClass().addAll(styles);
        parts.add(text);
    }
}
