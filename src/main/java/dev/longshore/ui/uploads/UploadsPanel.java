package dev.longshore.ui.uploads;

import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Phase;
import dev.longshore.model.Timed;
import dev.longshore.model.UploadCredentials;
import dev.longshore.model.fact.FactException;
import dev.longshore.ui.context.Preferences;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.FilePrompt;
import dev.longshore.ui.fx.SystemClipboard;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.ui.uploads.UploadForms.UploadForm;
import dev.longshore.upload.OriginNode;
import dev.longshore.upload.ShellScript;
import dev.longshore.upload.UploadCommands;
import dev.longshore.upload.UploadTarget;
import dev.longshore.usertext.TextFileReader;
import dev.longshore.watch.WatchedMigration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The upload of the selected migration: its nodes, the commands for them, and the ledger. Secrets are dots on the screen
 * and real in what is copied.
 */
public final class UploadsPanel extends VBox {
    private static final double GAP = 6;
    private static final int NODE_ROWS = 4;
    private static final int SCRIPT_ROWS = 9;

    private final TextArea nodes = new TextArea();
    private final TextField snapshot = new TextField();
    private final TextField data = new TextField();
    private final TextField tables = new TextField();
    private final ComboBox<String> place = new ComboBox<>();
    private final FlowPane buttons = new FlowPane();
    private final Label refusal = new Label();
    private final Label clearing = new Label();
    private final Label azure = new WrappedLabel();
    private final TextArea shown = new TextArea();
    private final UiContext context;
    private final SnapshotFeed feed;
    private final SecretClipboard secrets;
    private final UploadForms forms;
    private final LedgerViewModel ledger;
    private final LedgerView ledgerView;
    private final HBox fields;
    private final Button copyListing;
    private Optional<ReceivingDirectory> target = Optional.empty();
    private Optional<UploadCommands> commands = Optional.empty();
    /** Whose fields are shown; it stays while none is selected. */
    private @Nullable MigrationKey migration;
    /** Whose credentials are asked for. */
    private @Nullable MigrationKey used;
    private boolean filling;

    private record ReceivingDirectory(UploadCredentials credentials, String directory, boolean isSealed) {}

    /** The panel for the migration that {@code selected} holds. */
    public UploadsPanel(
            UiContext context, SnapshotFeed feed, SecretClipboard secrets, Preferences preferences,
            ObservableValue<Optional<WatchedMigration>> selected) {
        this.context = context;
        this.secrets = secrets;
        forms = new UploadForms(preferences);
        this.feed = feed;
        ledger = new LedgerViewModel(context, feed, key -> names(find(key).nodes()));
        feed.uploadKnowledge().takeFrom(key -> keyspaces(find(key).tables()), ledger::read);
        getStyleClass().add("upload-commands");
        setSpacing(GAP);
        fields = fields();
        copyListing = copyListing();
        ledgerView = new LedgerView(context, ledger, this::chosenNode);
        describePlace();
        describe();
        addButtons();
        getChildren().setAll(fields, refusal, buttons, copyListing, clearing, azure, shown, ledgerView);
        selected.subscribe(this::show);
        secrets.leftProperty().subscribe(_ -> showClearing());
    }

    private void describePlace() {
        place.setId("uploadPlace");
        place.setAccessibleText(context.texts().get("uploads.place"));
        place.setMaxWidth(Double.MAX_VALUE);
        place.getItems().setAll(context.texts().get("uploads.place.all"));
        place.getSelectionModel().selectFirst();
        place.getSelectionModel().selectedIndexProperty().subscribe(_ -> write());
    }

    private void describe() {
        nodes.setPrefRowCount(NODE_ROWS);
        nodes.setPrefColumnCount(22);
        nodes.setPromptText(context.texts().get("uploads.nodes.prompt"));
        data.setPromptText(context.texts().get("uploads.data.prompt"));
        tables.setPromptText(context.texts().get("uploads.tables.prompt"));
        describe(nodes, "uploadNodes", "uploads.nodes");
        describe(snapshot, "uploadSnapshot", "uploads.snapshot");
        describe(data, "uploadData", "uploads.data");
        describe(tables, "uploadTables", "uploads.tables");
        refusal.setId("uploadRefusal");
        refusal.setWrapText(true);
        clearing.setWrapText(true);
        clearing.getStyleClass().add("note");
        azure.setId("uploadAzure");
        azure.setText(context.texts().get("uploads.azure"));
        azure.getStyleClass().add("note");
        shown.setId("uploadCommands");
        shown.setAccessibleText(context.texts().get("uploads.commands"));
        shown.setEditable(false);
        shown.setPrefRowCount(SCRIPT_ROWS);
    }

    private void describe(TextInputControl field, String id, String key) {
        field.setId(id);
        field.setAccessibleText(context.texts().get(key));
        field.textProperty().subscribe(_ -> changed());
    }

    private HBox fields() {
        var file = new Button(context.texts().get("uploads.nodes.open"), new FontIcon("mdi2f-file-outline"));
        file.setId("openNodes");
        file.getStyleClass().add("small");
        file.setOnAction(_ -> new FilePrompt(context.texts().get("uploads.nodes.open.title"), this).open()
                .ifPresent(this::openNodes));
        var left = new VBox(GAP, label("uploads.nodes", nodes), nodes, file);
        var right = new GridPane(GAP, GAP);
        addRow(right, "uploads.snapshot", snapshot);
        addRow(right, "uploads.data", data);
        addRow(right, "uploads.tables", tables);
        addRow(right, "uploads.place", place);
        HBox.setHgrow(right, Priority.ALWAYS);
        return new HBox(2 * GAP, left, right);
    }

    private void addRow(GridPane grid, String key, Node field) {
        var label = label(key, field);
        label.setMinWidth(USE_PREF_SIZE);
        GridPane.setHgrow(field, Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), label, field);
    }

    private Label label(String key, Node field) {
        var label = new Label(context.texts().get(key));
        label.setLabelFor(field);
        return label;
    }

    private void addButtons() {
        buttons.getChildren().setAll(
                button("copyCredentials", "uploads.copyCredentials", UploadCommands::credentials),
                button("copyUpload", "uploads.copyUpload", UploadCommands::upload),
                button("copyDryRun", "uploads.copyDryRun", UploadCommands::dryRun),
                button("copyExpected", "uploads.copyExpected", UploadCommands::expected),
                button("copyCheck", "uploads.copyCheck", UploadCommands::found),
                button("copySignOut", "uploads.copySignOut", UploadCommands::signOut));
        buttons.getStyleClass().add("picks");
    }

    private Button button(String id, String key, Function<UploadCommands, ShellScript> part) {
        var button = new Button(context.texts().get(key), new FontIcon("mdi2c-content-copy"));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setOnAction(_ -> commands.map(part).ifPresent(this::copy));
        return button;
    }

    /** All that is left once the directory is sealed, if the service still gives credentials. */
    private Button copyListing() {
        var button = new Button(context.texts().get("uploads.copyCheck"), new FontIcon("mdi2c-content-copy"));
        button.setId("copyListing");
        button.getStyleClass().add("small");
        button.setOnAction(_ -> listing().ifPresent(this::copy));
        return button;
    }

    private Optional<ShellScript> listing() {
        return target.map(each -> UploadCommands.listing(new UploadTarget(each.credentials(), each.directory())));
    }

    private void copy(ShellScript text) {
        if (text.isSecret()) {
            secrets.copy(text.revealed());
        } else {
            SystemClipboard.copy(text.masked());
        }
    }

    private void openNodes(Path file) {
        Thread.startVirtualThread(() -> {
            try {
                var text = TextFileReader.read(file);
                context.thread().run(() -> nodes.setText(text));
            } catch (FactException unfit) {
                context.thread().run(() -> showRefusal(context.sentence(unfit.fact())));
            } catch (IOException e) {
                context.thread().run(() -> showRefusal(context.sentence(e)));
            }
        });
    }

    private void show(Optional<WatchedMigration> selected) {
        var now = selected.flatMap(UploadsPanel::target);
        Visibility.set(this, now.isPresent());
        var key = selected.map(WatchedMigration::key).orElse(null);
        useCredentials(key);
        if (key != null && !key.equals(migration)) {
            fill(key);
        }
        if (!now.map(ReceivingDirectory::directory).equals(target.map(ReceivingDirectory::directory))
                || !now.map(ReceivingDirectory::isSealed).equals(target.map(ReceivingDirectory::isSealed))
                || !now.map(each -> each.credentials().fingerprint())
                        .equals(target.map(each -> each.credentials().fingerprint()))) {
            target = now;
            write();
        }
    }

    /** Those of one that nobody looks at any more need not be asked for. */
    private void useCredentials(@Nullable MigrationKey key) {
        if (!Objects.equals(key, used)) {
            used = key;
            context.watch().useCredentials(key);
        }
    }

    private void fill(MigrationKey key) {
        migration = key;
        var form = find(key);
        filling = true;
        nodes.setText(form.nodes());
        snapshot.setText(form.snapshot());
        data.setText(form.data());
        tables.setText(form.tables());
        filling = false;
        ledger.show(key);
        showPlaces();
        write();
    }

    private static Optional<ReceivingDirectory> target(WatchedMigration migration) {
        var directory = Optional.ofNullable(migration.lastKnown()).map(LastKnown::uploadBucketDir)
                .map(Timed::value).filter(each -> !each.isBlank());
        @Nullable UploadCredentials credentials = migration.credentials();
        return credentials == null ? Optional.empty()
                : directory.map(each -> new ReceivingDirectory(credentials, each,
                        migration.situation().phase().filter(Phase::isSealed).isPresent()));
    }

    private UploadForm find(MigrationKey key) {
        return forms.find(key, feed.migration(key).map(WatchedMigration::earlierAttempts).orElse(List.of()));
    }

    private UploadForm form() {
        return new UploadForm(nodes.getText(), snapshot.getText(), data.getText(), tables.getText());
    }

    private void changed() {
        if (!filling) {
            if (migration != null) {
                forms.save(migration, form());
            }
            showPlaces();
            write();
        }
    }

    /** The names of the nodes, as far as they can be read. */
    private static List<String> names(String typed) {
        try {
            return OriginNode.list(typed).stream().map(OriginNode::name).toList();
        } catch (FactException _) {
            return List.of();
        }
    }

    private static Set<String> keyspaces(String tables) {
        return Stream.of(tables.split("[\\s,]+")).map(each -> each.replaceFirst("\\..*", ""))
                .filter(each -> !each.isEmpty()).collect(Collectors.toSet());
    }

    private void showPlaces() {
        var names = names(nodes.getText());
        var items = place.getItems();
        if (!items.subList(1, items.size()).equals(names)) {
            var before = place.getValue();
            items.remove(1, items.size());
            items.addAll(names);
            place.getSelectionModel().select(Math.max(0, items.indexOf(before)));
        }
        ledger.setNodes(names);
    }

    /** The node of lists that name none: the chosen one, or the only one. */
    private String chosenNode() {
        var chosen = place.getSelectionModel().getSelectedIndex();
        var names = place.getItems();
        return chosen > 0 ? names.get(chosen) : names.size() == 2 ? names.get(1) : "";
    }

    private UploadCommands commands(ReceivingDirectory receiving) {
        var all = OriginNode.list(nodes.getText());
        var source = form().source();
        var uploadTarget = new UploadTarget(receiving.credentials(), receiving.directory());
        var chosen = place.getSelectionModel().getSelectedIndex();
        return chosen > 0 && chosen <= all.size()
                ? UploadCommands.of(uploadTarget, source, all.get(chosen - 1))
                : UploadCommands.of(uploadTarget, source, all);
    }

    /** The commands, or what has to be changed before there are any. */
    private void write() {
        commands = Optional.empty();
        var text = "";
        var isSealed = target.filter(ReceivingDirectory::isSealed).isPresent();
        try {
            commands = isSealed ? Optional.empty() : target.map(this::commands);
            text = isSealed ? listing().map(ShellScript::masked).orElse("")
                    : commands.map(UploadsPanel::masked).orElse("");
            showRefusal("");
        } catch (FactException refused) {
            showRefusal(context.sentence(refused.fact()));
        }
        shown.setText(text);
        Visibility.set(shown, !text.isEmpty());
        Visibility.set(copyListing, isSealed && !text.isEmpty());
        List.of(fields, buttons, ledgerView).forEach(each -> Visibility.set(each, !isSealed));
        Visibility.set(azure, target.filter(each -> each.credentials() instanceof UploadCredentials.Azure).isPresent());
        buttons.setDisable(commands.isEmpty());
    }

    private void showRefusal(String sentence) {
        refusal.setText(sentence);
        Visibility.set(refusal, !sentence.isEmpty());
    }

    private static String masked(UploadCommands commands) {
        return Stream.of(commands.credentials(), commands.upload(), commands.found()).map(ShellScript::masked)
                .collect(Collectors.joining("\n"));
    }

    private void showClearing() {
        var left = secrets.leftProperty().get();
        clearing.setText(context.texts().get(left > 0 ? "uploads.clearing" : "uploads.note", left));
    }
}
