package dev.longshore.ui.uploads;

import dev.longshore.text.SizeText;
import dev.longshore.text.Texts;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.fx.FilePrompt;
import dev.longshore.ui.fx.SystemClipboard;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.upload.FileListParser.DiskUsageUnit;
import dev.longshore.upload.UploadLedger;
import dev.longshore.upload.UploadLedger.FileCount;
import dev.longshore.upload.UploadLedger.LedgerCell;
import dev.longshore.upload.UploadLedger.LedgerFinding;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The ledger of the selected migration: two lists to be pasted or opened, and what differs between them. */
final class LedgerView extends VBox {
    private static final double GAP = 6;
    private static final double ROW = 28;
    private static final int MOST_ROWS = 5;
    private static final Comparator<LedgerCell> OPEN_FIRST = Comparator.comparing(LedgerCell::isComplete)
            .thenComparing(LedgerCell::node).thenComparing(LedgerCell::table);

    private final Label summary = new Label();
    private final Label note = new Label();
    private final CheckBox kibibytes = new CheckBox();
    private final TableView<LedgerCell> table = new TableView<>();
    private final Texts texts;
    private final SizeText sizes;
    private final LedgerViewModel model;
    private final Supplier<String> node;

    /**
     * The view of {@code model}.
     *
     * @param node names the node of lists that do not name one; blank where there is none
     */
    LedgerView(UiContext context, LedgerViewModel model, Supplier<String> node) {
        super(GAP);
        texts = context.texts();
        sizes = new SizeText(texts);
        this.model = model;
        this.node = node;
        setId("uploadLedger");
        describe();
        addColumns();
        getChildren().setAll(heading(), expectedRow(), foundRow(), note, summary, assumption(), table);
        model.noteProperty().subscribe(this::showNote);
        model.ledgerProperty().subscribe(this::show);
    }

    private void describe() {
        kibibytes.setId("ledgerKibibytes");
        kibibytes.setText(texts.get("uploads.ledger.kibibytes"));
        note.setId("ledgerNote");
        note.setWrapText(true);
        note.getStyleClass().add("note");
        summary.setId("ledgerSummary");
        summary.setWrapText(true);
        table.setId("ledgerTable");
        table.setAccessibleText(texts.get("uploads.ledger.title"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setFixedCellSize(ROW);
    }

    private Label heading() {
        var heading = new Label(texts.get("uploads.ledger.title"));
        heading.getStyleClass().add("section-title");
        return heading;
    }

    private FlowPane expectedRow() {
        return row(
                "uploads.ledger.expected",
                button("pasteExpected", "uploads.ledger.paste", "mdi2c-content-paste",
                        () -> paste(text -> model.addExpected(text, node.get(), unit()))),
                button("openExpected", "uploads.ledger.open", "mdi2f-file-outline",
                        () -> open(file -> model.openExpected(file, node.get(), unit()))),
                kibibytes);
    }

    private FlowPane foundRow() {
        return row(
                "uploads.ledger.found",
                button("pasteFound", "uploads.ledger.paste", "mdi2c-content-paste",
                        () -> paste(text -> model.addFound(text, node.get()))),
                button("openFound", "uploads.ledger.open", "mdi2f-file-outline",
                        () -> open(file -> model.openFound(file, node.get()))),
                button("clearLedger", "uploads.ledger.clear", "mdi2c-close", model::clear));
    }

    private FlowPane row(String key, Node... nodes) {
        var label = new Label(texts.get(key));
        label.setMinWidth(150);
        var row = new FlowPane(label);
        row.getChildren().addAll(nodes);
        row.getStyleClass().add("picks");
        row.setRowValignment(VPos.CENTER);
        return row;
    }

    private Button button(String id, String key, String icon, Runnable action) {
        var button = new Button(texts.get(key), new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** Where the user says nothing, the list shows it. */
    private Optional<DiskUsageUnit> unit() {
        return kibibytes.isSelected() ? Optional.of(DiskUsageUnit.KIBIBYTES) : Optional.empty();
    }

    /** What the sum rests on, where the list does not say it, and the other way to read it. */
    private FlowPane assumption() {
        var assumed = new Label();
        assumed.setId("ledgerAssumed");
        assumed.setWrapText(true);
        ColorRole.RISK.applyTo(assumed);
        assumed.getStyleClass().add("chosen-margin");
        var other = new Button();
        other.setId("ledgerOtherUnit");
        other.getStyleClass().add("small");
        other.setOnAction(_ -> model.readWithOtherUnit());
        var line = new FlowPane(assumed, other);
        line.getStyleClass().add("picks");
        line.setRowValignment(VPos.CENTER);
        model.assumedUnitProperty().subscribe(unit -> {
            Visibility.set(line, unit.isPresent());
            unit.ifPresent(each -> {
                assumed.setText(texts.get("uploads.ledger.assumed." + each.name()));
                other.setText(texts.get("uploads.ledger.readOther." + each.name()));
            });
        });
        return line;
    }

    private static void paste(Consumer<String> target) {
        Optional.ofNullable(SystemClipboard.text()).ifPresent(target);
    }

    private void open(Consumer<Path> target) {
        new FilePrompt(texts.get("uploads.ledger.open.title"), this).open().ifPresent(target);
    }

    private void addColumns() {
        add("uploads.ledger.node", 130, LedgerCell::node);
        add("uploads.ledger.table", 190, LedgerCell::table);
        add("uploads.ledger.expected", 150, each -> count(each.expected()));
        add("uploads.ledger.found", 150, each -> count(each.found()));
        add("uploads.ledger.finding", 240, this::finding);
    }

    private void add(String key, double width, Function<LedgerCell, String> text) {
        var column = new TableColumn<LedgerCell, String>(texts.get(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setCellFactory(_ -> new FindingCell());
        table.getColumns().add(column);
    }

    /** What is missing stands out from what is too much, and both from what is complete. */
    private final class FindingCell extends TableCell<LedgerCell, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            if (empty || !getTableColumn().equals(table.getColumns().getLast())
                    || getIndex() >= table.getItems().size()) {
                ColorRole.removeFrom(this);
            } else {
                role(table.getItems().get(getIndex())).applyTo(this);
            }
        }
    }

    private static ColorRole role(LedgerCell cell) {
        if (cell.isComplete()) {
            return ColorRole.GOOD;
        }
        return cell.findings().kinds().stream().anyMatch(LedgerView::isLoss) ? ColorRole.DANGER : ColorRole.RISK;
    }

    private static boolean isLoss(LedgerFinding finding) {
        return switch (finding) {
            case MISSING, SHORT, INCOMPLETE_SSTABLE -> true;
            case SURPLUS, IN_ANOTHER_MIGRATION -> false;
        };
    }

    private String count(@Nullable FileCount count) {
        if (count == null) {
            return "–";
        }
        return count.files() < 0 ? sizes.of(count.bytes())
                : texts.get("uploads.ledger.count", count.files(), sizes.of(count.bytes()));
    }

    private String finding(LedgerCell cell) {
        if (cell.isComplete()) {
            return texts.get("uploads.ledger.complete");
        }
        var words = cell.findings().kinds().stream().sorted().map(each -> texts.get("uploads.finding." + each.name()))
                .collect(Collectors.joining(", "));
        return cell.findings().example().isBlank() ? words
                : texts.get("uploads.ledger.example", words,
                        cell.findings().example().replaceFirst(".*/snapshots/[^/]*/", ""));
    }

    private void showNote(String text) {
        note.setText(text);
        Visibility.set(note, !text.isEmpty());
    }

    private void show(Optional<UploadLedger> ledger) {
        Visibility.set(table, ledger.isPresent());
        summary.setText(ledger.map(this::summary).orElse(texts.get("uploads.ledger.none")));
        table.getItems().setAll(ledger.map(UploadLedger::cells).orElse(List.of()).stream().sorted(OPEN_FIRST)
                .toList());
        table.setPrefHeight(ROW * (1.5 + Math.clamp(table.getItems().size(), 1, MOST_ROWS)));
    }

    private String summary(UploadLedger ledger) {
        var complete = ledger.cells().stream().filter(LedgerCell::isComplete).count();
        var arrived = texts.get("uploads.ledger.summary", complete, ledger.cells().size(),
                sizes.of(ledger.foundBytes()), sizes.of(ledger.expectedBytes()));
        return ledger.nodesNotMeasured().isEmpty() ? arrived
                : arrived + " " + texts.get("uploads.ledger.notMeasured", String.join(", ", ledger.nodesNotMeasured()));
    }
}
