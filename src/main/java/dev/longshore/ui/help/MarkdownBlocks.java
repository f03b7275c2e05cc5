package dev.longshore.ui.help;

import dev.longshore.ui.fx.WrappedLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;

/** Turns the blocks of a page into nodes, one below the other. */
final class MarkdownBlocks extends AbstractVisitor {
    private final List<Node> blocks = new ArrayList<>();
    private final Consumer<String> follow;

    private MarkdownBlocks(Consumer<String> follow) {
        this.follow = follow;
    }

    /**
     * The blocks below {@code parent}. A heading has the id by which links name it.
     *
     * @param follow takes the address of a link that is used
     */
    static VBox column(org.commonmark.node.Node parent, Consumer<String> follow) {
        var markdownBlocks = new MarkdownBlocks(follow);
        markdownBlocks.visitChildren(parent);
        var column = new VBox(markdownBlocks.blocks.toArray(Node[]::new));
        column.getStyleClass().add("help-column");
        return column;
    }

    @Override
    public void visit(Heading heading) {
        var label = new WrappedLabel(MarkdownInlines.words(heading));
        label.setId(HelpTopic.slug(label.getText()));
        label.setAccessibleRole(AccessibleRole.TEXT);
        label.getStyleClass().addAll("help-heading", "help-heading-" + heading.getLevel());
        blocks.add(label);
    }

    @Override
    public void visit(Paragraph paragraph) {
        var flow = MarkdownInlines.flow(paragraph, follow);
        if (!flow.getChildren().isEmpty()) {
            blocks.add(flow);
        }
    }

    @Override
    public void visit(FencedCodeBlock code) {
        var label = new WrappedLabel(code.getLiteral().stripTrailing());
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add("help-block");
        blocks.add(label);
    }

    @Override
    public void visit(BulletList list) {
        items(list, _ -> "•");
    }

    @Override
    public void visit(OrderedList list) {
        items(list, number -> number + ".");
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            blocks.add(grid(table));
        }
    }

    private void items(ListBlock list, IntFunction<String> sign) {
        var number = 1;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var mark = new Label(sign.apply(number));
            mark.setMinWidth(Region.USE_PREF_SIZE);
            var content = column(item, follow);
            HBox.setHgrow(content, Priority.ALWAYS);
            var row = new HBox(mark, content);
            row.getStyleClass().add("help-item");
            blocks.add(row);
            number++;
        }
    }

    private GridPane grid(TableBlock table) {
        var grid = new GridPane();
        grid.getStyleClass().add("help-table");
        table.accept(new AbstractVisitor() {
            private int row;

            @Override
            public void visit(org.commonmark.node.CustomNode node) {
                if (node instanceof TableRow) {
                    row++;
                }
                if (node instanceof TableCell cell) {
                    var column = grid.getChildren().stream().filter(each -> GridPane.getRowIndex(each) == row).count();
                    grid.add(cell(cell), (int) column, row);
                } else {
                    visitChildren(node);
                }
            }
        });
        shareWidth(grid);
        return grid;
    }

    /** By what stands in the columns; a grid by itself gives the words of one column too little room. */
    private static void shareWidth(GridPane grid) {
        var longest = new TreeMap<Integer, Integer>();
        grid.getChildren().forEach(
                each -> longest.merge(GridPane.getColumnIndex(each), Math.clamp(length(each), 10, 45), Math::max));
        var total = longest.values().stream().mapToInt(each -> each).sum();
        longest.values().forEach(each -> {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 * each / total);
            grid.getColumnConstraints().add(column);
        });
    }

    private static int length(Node cell) {
        return ((TextFlow) cell).getChildren().stream()
                .mapToInt(each -> each instanceof Text text ? text.getText().length() : 10)
                .sum();
    }

    private TextFlow cell(TableCell cell) {
        var flow = MarkdownInlines.flow(cell, follow);
        if (cell.isHeader()) {
            flow.getStyleClass().add("help-table-head");
        }
        return flow;
    }
}
