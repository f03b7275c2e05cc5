package dev.longshore.ui.migrations;

import dev.longshore.devops.CurlCommand.CurlShell;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Phase;
import dev.longshore.registerfile.RegisterFileWriter;
import dev.longshore.tabletext.TableFormat;
import dev.longshore.text.CommandText;
import dev.longshore.text.MigrationText;
import dev.longshore.text.StatusText;
import dev.longshore.ui.actions.ActionAvailability;
import dev.longshore.ui.actions.ActionSlot;
import dev.longshore.ui.context.Appearance;
import dev.longshore.ui.context.KeyCommand;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.SegmentedChoice;
import dev.longshore.ui.fx.SystemClipboard;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.migrations.MigrationsViewModel.TableMode;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/** The screen of migrations: the table, and below it whatever the shell puts there about what is selected. */
public final class MigrationsView {
    private static final String DIVIDER = "table.divider";
    private static final String NO_ARROW = "no-arrow";
    private static final String COMPACT = "table.compact";
    private static final PseudoClass COMPACT_ROWS = PseudoClass.getPseudoClass("compact");
    private static final PseudoClass NOT_UNDERSTOOD = PseudoClass.getPseudoClass("not-understood");
    private static final List<String> EXPLAINED = List.of("colNextStep", "colSince", "colEta", "colDeadline",
            "colCredentials", "colObserved");
    private static final Set<String> OF_ANY_LENGTH = Set.of("colName", "colDatabase", "colStatus", "colNextStep",
            "colProgress", "colDeadline", "colTags");
    private static final double ROOM_FOR_WORDS = 1060;
    private static final double HIGH = 660;
    private static final double DIVIDER_IF_HIGH = 0.645;
    /** The height of twelve compact rows with everything above them. */
    private static final double TWELVE_ROWS = 466;
    private static final double DIVIDER_IF_LOW = 0.5;

    private final UiContext context;
    private final Appearance appearance;
    private Subscription dragging = Subscription.EMPTY;
    private final SnapshotFeed feed;
    private final MigrationsViewModel model;
    private final Node below;
    private final MigrationText text;
    private Consumer<WatchedMigration> describe = _ -> {};
    private @Nullable Dialogs dialogs;
    private Runnable addMigrations = () -> {};
    private Runnable openInitialize = () -> {};
    @FXML private SplitPane split;
    @FXML private VBox tableSide;
    @FXML private TableView<MigrationRow> migrationTable;
    @FXML private VBox detailSide;
    @FXML private CheckComboBox<Optional<Phase>> statusFilter;
    @FXML private CheckComboBox<String> tagFilter;
    @FXML private Label filterNote;
    @FXML private CheckMenuItem compactRows;
    @FXML private MenuButton viewMenu;
    @FXML private MenuButton copyRows;
    @FXML private ActionSlot initializeSlot;
    @FXML private ActionSlot addSlot;
    @FXML private Button initializeMigration;
    @FXML private HBox toolBar;
    @FXML private SegmentedButton modes;
    @FXML private ToggleButton modeNeedsMe;
    @FXML private ToggleButton modeAll;

    /**
     * The screen for {@code model}.
     *
     * @param below is shown below the table
     */
    public MigrationsView(UiContext context, Appearance appearance, SnapshotFeed feed, MigrationsViewModel model,
            Node below) {
        this.context = context;
        this.appearance = appearance;
        this.feed = feed;
        this.model = model;
        this.below = below;
        text = new MigrationText(context.texts(), context.times());
    }

    /** What the button for adding migrations does. */
    public MigrationsView onAdd(Runnable opensDialog) {
        addMigrations = opensDialog;
        return this;
    }

    /** What the button for making a migration does. */
    public MigrationsView onInitialize(Runnable opensDialog) {
        openInitialize = opensDialog;
        return this;
    }

    /** Where its dialogs are shown. Before it is loaded. */
    public MigrationsView showingDialogsOn(Dialogs layer) {
        dialogs = layer;
        describe = migration -> new EditNameDialog(context, layer, migration).open();
        return this;
    }

    @FXML
    void initialize() {
        appearance.keys().keysProperty().subscribe(_ -> offerAdd());
        tableSide.getChildren().addFirst(new RiskStrip(context, feed, model));
        wireTable();
        wireSelection();
        wireModes();
        wireFilters();
        detailSide.getChildren().setAll(below);
        detailSide.addEventHandler(KeyEvent.KEY_PRESSED, this::leaveDetail);
        feed.snapshotProperty().map(MigrationsView::canInitialize).subscribe(this::offerInitialize);
        feed.snapshotProperty().map(_ -> context.watch().journalRefusal()).subscribe(_ -> offerAdd());
        wireDivider();
    }

    /** It goes with the height of the window until the user drags it; from then on it is where they left it. */
    private void wireDivider() {
        var placing = Subscription.EMPTY;
        var kept = appearance.preferences().find(DIVIDER).flatMap(MigrationsView::fraction);
        if (kept.isPresent()) {
            split.setDividerPositions(kept.get());
        } else {
            placing = split.heightProperty().map(MigrationsView::divider).subscribe(
                    place -> split.setDividerPositions(place));
        }
        var placed = placing;
        var divider = split.getDividers().getFirst();
        split.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() instanceof Node node && isInDivider(node)) {
                placed.unsubscribe();
                dragging = divider.positionProperty().subscribe(
                        position -> appearance.preferences().save(DIVIDER, position.toString()));
            }
        });
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> dragging.unsubscribe());
    }

    /** A high window has room for a dozen rows above the detail. */
    private static double divider(Number height) {
        return height.doubleValue() >= HIGH ? Math.max(DIVIDER_IF_HIGH, TWELVE_ROWS / height.doubleValue())
                : DIVIDER_IF_LOW;
    }

    private static boolean isInDivider(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent)
                .anyMatch(each -> each.getStyleClass().contains("split-pane-divider"));
    }

    /** Where every connection is read-only there is none through which a migration could be made. */
    private static boolean canInitialize(Snapshot snapshot) {
        return snapshot.connections().isEmpty()
                || snapshot.connections().stream().anyMatch(each -> !each.connection().readOnly());
    }

    private void offerAdd() {
        var refusal = context.watch().journalRefusal().map(context::sentence);
        addSlot.show(new ActionAvailability(refusal.isEmpty(), refusal.orElseGet(() -> appearance.keys()
                .withKeys(context.texts().get("migrations.add.tip"), KeyCommand.ADD, context.texts()))));
    }

    private void offerInitialize(boolean possible) {
        initializeSlot.show(new ActionAvailability(
                possible,
                context.texts().get(possible ? "migrations.initialize.tip" : "migrations.initialize.readOnly")));
    }

    private static Optional<Double> fraction(String kept) {
        return kept.matches("0\\.\\d{1,18}") ? Optional.of(Double.valueOf(kept)) : Optional.empty();
    }

    private void wireTable() {
        var clock = new RowClock(feed.nowProperty(), context.thread());
        var tableColumns = new TableColumns(
                clock, context.texts(), text, new ColumnContents(context, feed),
                new CommandText(context.texts(), context.times()));
        compactRows.setSelected(!appearance.preferences().find(COMPACT).filter("false"::equals).isPresent());
        compactRows.selectedProperty().subscribe(isCompact -> {
            appearance.preferences().save(COMPACT, isCompact.toString());
            migrationTable.pseudoClassStateChanged(COMPACT_ROWS, isCompact);
            tableColumns.compact(isCompact);
            migrationTable.getColumns().forEach(column -> tableColumns.wire(typed(column)));
        });
        migrationTable.setItems(model.rows());
        migrationTable.setSortPolicy(_ -> {
            model.sort(chosen(), groups());
            return true;
        });
        migrationTable.setRowFactory(_ -> {
            var row = new MigrationTableRow(context.texts(), text, clock, model::describe);
            row.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> toggle(event, row.getItem()));
            return row;
        });
        migrationTable.setAccessibleText(context.texts().get("migrations.table"));
        migrationTable.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (toggled(event.getCode())) {
                event.consume();
            }
        });
        migrationTable.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        new RowMenu(migrationTable, appearance.keys(), model.actions(), context.texts())
                .one("describeMigration", "migrations.describe", this::describe)
                .one("explainCause", "migrations.explain", this::explainRow)
                .any("migrations.copy.rows", this::copyAsText)
                .any("actions.curl", () -> SystemClipboard.copy(model.actions().statusCurl(CurlShell.POSIX)))
                .any("actions.remove", model.actions()::removeFromList)
                .wire();
        new EmptyTablePlaceholder(context.texts(), model, () -> addMigrations.run())
                .explain(migrationTable);
        var widths = new ColumnWidths(OF_ANY_LENGTH);
        migrationTable.setColumnResizePolicy(widths);
        var layout = new TableLayoutStore(migrationTable, widths, appearance.preferences());
        layout.begin();
        new SavedViewsMenu(context, Objects.requireNonNull(dialogs), model, layout).fill(viewMenu);
    }

    /** As the user sorts, or null for the order of risk. */
    private @Nullable Comparator<WatchedMigration> chosen() {
        return migrationTable.getSortOrder().stream()
                .map(MigrationsView::typed)
                .map(column -> column.getSortType() == TableColumn.SortType.ASCENDING
                        ? column.getComparator()
                        : column.getComparator().reversed())
                .reduce(Comparator::thenComparing)
                .orElse(null);
    }

    private @Nullable Comparator<WatchedMigration> groups() {
        return isGrouped() ? Comparator.comparing(text::database, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(each -> each.key().connection().value())
                .thenComparing(each -> each.key().ref().database().value()) : null;
    }

    /** A click on the head of a group changes no selection; the keys that follow are the table's. */
    private void toggle(MouseEvent event, @Nullable MigrationRow row) {
        if (row != null && row.isHead() && event.getButton() == MouseButton.PRIMARY) {
            migrationTable.requestFocus();
            model.toggleGroup(row);
            event.consume();
        }
    }

    /** True where a head has the focus, whose group it hides or shows. */
    private boolean toggled(KeyCode code) {
        var focused = migrationTable.getFocusModel().getFocusedItem();
        if (focused == null || !focused.isHead()) {
            return false;
        }
        var isCollapsed = model.describe(focused).isCollapsed();
        var toggles = switch (code) {
            case SPACE, ENTER -> true;
            case LEFT -> !isCollapsed;
            case RIGHT -> isCollapsed;
            default -> false;
        };
        if (toggles) {
            model.toggleGroup(focused);
        }
        return toggles;
    }

    private boolean isGrouped() {
        return model.modeProperty().get() == TableMode.BY_DATABASE;
    }

    private void wireSelection() {
        var selection = migrationTable.getSelectionModel();
        selection.setSelectionMode(SelectionMode.MULTIPLE);
        selection.getSelectedItems().subscribe(() -> model.select(List.copyOf(selection.getSelectedItems())));
        model.onRowsChanged(this::alignSelection);
        alignSelection();
        model.wantedProperty().subscribe(wanted -> wanted.ifPresent(this::select));
    }

    private void alignSelection() {
        var selection = migrationTable.getSelectionModel();
        var rows = model.selectionProperty().get().stream().flatMap(key -> model.row(key).stream()).toList();
        var selected = selection.getSelectedItems().stream().filter(row -> !row.isHead()).toList();
        if (!new HashSet<>(rows).equals(new HashSet<>(selected))) {
            selection.clearSelection();
            rows.forEach(selection::select);
        }
    }

    private void select(MigrationKey key) {
        model.row(key).ifPresent(row -> {
            migrationTable.getSelectionModel().clearSelection();
            migrationTable.getSelectionModel().select(row);
            if (!isInSight(row)) {
                migrationTable.scrollTo(row);
            }
            migrationTable.requestFocus();
        });
    }

    private boolean isInSight(MigrationRow row) {
        return migrationTable.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null && flow.getLastVisibleCell() != null
                && row.index() > flow.getFirstVisibleCell().getIndex()
                && row.index() < flow.getLastVisibleCell().getIndex();
    }

    private void wireModes() {
        SegmentedChoice.bind(modes, model.modeProperty(), List.of(TableMode.values()));
        model.modeProperty().subscribe(_ -> migrationTable.sort());
        model.countsProperty().subscribe(this::showCounts);
        model.filterProperty().subscribe(_ -> showFilterNote(model.countsProperty().get()));
        toolBar.widthProperty().map(width -> width.doubleValue() < ROOM_FOR_WORDS).subscribe(
                this::shorten);
    }

    /** In a narrow window two are icons; their words stay in their tooltips. */
    private void shorten(boolean narrow) {
        var display = narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        copyRows.setContentDisplay(display);
        copyRows.getStyleClass().removeAll(NO_ARROW);
        copyRows.getStyleClass().addAll(narrow ? List.of(NO_ARROW) : List.of());
        initializeMigration.setContentDisplay(display);
    }

    private void wireFilters() {
        var words = new StatusText(context.texts());
        new CheckFilter<>(statusFilter, model.phasesProperty(), context.texts(),
                context.texts().get("migrations.col.status"))
                .named(each -> each.map(words::word).orElseGet(() -> context.texts().get("migrations.filter.unknown")))
                .offer(Stream.concat(Stream.of(Phase.values()).map(Optional::of), Stream.of(Optional.<Phase>empty()))
                        .toList());
        var tags = new CheckFilter<>(tagFilter, model.tagsProperty(), context.texts(),
                context.texts().get("migrations.col.tags"));
        model.allTagsProperty().subscribe(all -> {
            Visibility.set(tagFilter, !all.isEmpty());
            tags.offer(all.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList());
        });
    }

    private void showCounts(MigrationsViewModel.RowCounts counts) {
        modeNeedsMe.setText(context.texts().get("migrations.mode.needsMe", counts.needingAttention()));
        modeAll.setText(context.texts().get("migrations.mode.all", counts.all()));
        showFilterNote(counts);
        copyRows.setDisable(counts.shown() == 0);
    }

    /** A word that is not understood hides nothing, and that is said first. */
    private void showFilterNote(MigrationsViewModel.RowCounts counts) {
        var unknown = model.unknownWords();
        var filtered = counts.shown() < counts.inMode()
                ? context.texts().get("migrations.filtered", counts.shown(), counts.inMode()) : "";
        filterNote.setText(unknown.isEmpty() ? filtered
                : context.texts().get("migrations.filter.words.unknown", String.join(" ", unknown)));
        filterNote.setTooltip(unknown.isEmpty() ? null : new Tooltip(
                context.texts().get("migrations.filter.words", String.join(": ", FilterWords.FIELDS) + ":")));
        filterNote.pseudoClassStateChanged(NOT_UNDERSTOOD, !unknown.isEmpty());
    }

    private void keyPressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copyAsText();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            enterDetail();
            event.consume();
        } else if (event.getCode() == KeyCode.E && !event.isShortcutDown() && !event.isAltDown()) {
            explainRow();
            event.consume();
        } else if (event.getCode() == KeyCode.F2) {
            describe();
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            model.actions().removeFromList();
            event.consume();
        }
    }

    private void enterDetail() {
        Stream.of("#detailTabs", "#comparisonScroll").map(detailSide::lookup).filter(Objects::nonNull)
                .filter(each -> each.isVisible() && each.getParent().isVisible()).findFirst()
                .ifPresent(Node::requestFocus);
    }

    /** What needs the key itself has consumed it before. */
    private void leaveDetail(KeyEvent event) {
        var isBack = event.getCode() == KeyCode.BACK_SPACE || event.getCode() == KeyCode.ESCAPE;
        if (isBack && !(event.getTarget() instanceof TextInputControl)) {
            migrationTable.requestFocus();
            event.consume();
        }
    }

    @SuppressWarnings("unchecked")
    private static TableColumn<MigrationRow, WatchedMigration> typed(TableColumn<MigrationRow, ?> column) {
        return (TableColumn<MigrationRow, WatchedMigration>) column;
    }

    /** Opens the dialog for name and tags of the one that is selected. */
    private void describe() {
        var selected = migrationTable.getSelectionModel().getSelectedItems();
        if (selected.size() == 1 && !selected.getFirst().isHead()) {
            describe.accept(selected.getFirst().migration());
        }
    }

    /** Explains every range, cause and abbreviation of the selected row, beside it. */
    private void explainRow() {
        var cells = migrationTable.lookupAll(".table-row-cell:selected .table-cell").stream()
                .filter(TwoLineCell.class::isInstance).map(TwoLineCell.class::cast)
                .filter(each -> EXPLAINED.contains(each.getTableColumn().getId()) && !each.explained().isEmpty())
                .sorted(Comparator.comparingInt(each -> EXPLAINED.indexOf(each.getTableColumn().getId()))).toList();
        var said = cells.stream()
                .map(each -> context.texts().get("migrations.explained", each.getTableColumn().getText(),
                        each.explained()))
                .collect(Collectors.joining("\n\n"));
        if (!said.isEmpty()) {
            TwoLineCell.explain(said, cells.getFirst());
        }
    }

    @FXML
    void add() {
        addMigrations.run();
    }

    @FXML
    void initializeOne() {
        openInitialize.run();
    }

    @FXML
    void copyAsText() {
        out().copy(rows -> rows.asTable(TableFormat.TAB_SEPARATED));
    }

    @FXML
    void copyAsCsv() {
        out().copy(rows -> rows.asTable(TableFormat.CSV));
    }

    @FXML
    void copyAsJson() {
        out().copy(RegisterFileWriter::asJson);
    }

    @FXML
    void copyAsMarkdown() {
        out().copy(rows -> rows.asTable(TableFormat.MARKDOWN));
    }

    @FXML
    void saveRegister() {
        out().saveRegister();
    }

    private RowExport out() {
        return new RowExport(context, migrationTable, filterNote::setText);
    }
}
