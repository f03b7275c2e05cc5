package dev.longshore.ui.uploads;

import dev.longshore.model.LastKnown;
import dev.longshore.model.Timed;
import dev.longshore.model.UploadCredentials;
import dev.longshore.model.fact.FactException;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.fx.SystemClipboard;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.upload.OriginNode;
import dev.longshore.upload.ShellScript;
import dev.longshore.upload.SnapshotSource;
import dev.longshore.upload.UploadCommands;
import dev.longshore.upload.UploadTarget;
import dev.longshore.watch.WatchedMigration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The upload commands of the selected migration: secrets are dots on the screen and real in what is copied. */
public final class UploadsPanel extends VBox {
    private final UiContext context;
    private final SecretClipboard secrets;
    private final TextField node = new TextField();
    private final TextField snapshot = new TextField();
    private final TextField data = new TextField();
    private final TextArea shown = new TextArea();
    private final Label clearing = new Label();
    private final FlowPane buttons = new FlowPane();
    private Optional<UploadCommands> commands = Optional.empty();
    private Optional<ReceivingDirectory> target = Optional.empty();

    private record ReceivingDirectory(UploadCredentials credentials, String directory) {}

    /** The panel for the migration that {@code selected} holds. */
    public UploadsPanel(
            UiContext context, SecretClipboard secrets, ObservableValue<Optional<WatchedMigration>> selected) {
        this.context = context;
        this.secrets = secrets;
        getStyleClass().add("upload-commands");
        setSpacing(6);
        describe();
        addButtons();
        getChildren().setAll(fields(), buttons, clearing, shown);
        selected.subscribe(this::show);
        secrets.leftProperty().subscribe(_ -> showClearing());
    }

    private void describe() {
        describe(node, "uploadNode", "uploads.node");
        describe(snapshot, "uploadSnapshot", "uploads.snapshot");
        describe(data, "uploadData", "uploads.data");
        shown.setId("uploadCommands");
        shown.setAccessibleText(context.texts().get("uploads.commands"));
        shown.setEditable(false);
        shown.setPrefRowCount(9);
        data.setPrefColumnCount(24);
        shown.getStyleClass().add("monospaced");
        clearing.getStyleClass().add("note");
    }

    private void describe(TextField field, String id, String key) {
        field.setId(id);
        field.setPromptText(context.texts().get(key));
        field.setAccessibleText(context.texts().get(key));
        field.textProperty().subscribe(_ -> write());
    }

    private FlowPane fields() {
        var row = new FlowPane(node, snapshot, data);
        row.getStyleClass().add("picks");
        return row;
    }

    private void addButtons() {
        buttons.getChildren().setAll(
                button("copyCredentials", "uploads.copyCredentials", UploadCommands::credentials),
                button("copyUpload", "uploads.copyUpload", UploadCommands::upload),
                button("copyDryRun", "uploads.copyDryRun", UploadCommands::dryRun),
                button("copyCheck", "uploads.copyCheck", each -> each.lists().found()),
                button("copySignOut", "uploads.copySignOut", UploadCommands::signOut));
        buttons.getStyleClass().add("picks");
    }

    private Button button(String id, String key, Function<UploadCommands, ShellScript> part) {
        var button = new Button(context.texts().get(key), new FontIcon("mdi2c-content-copy"));
        button.setId(id);
        button.setOnAction(_ -> commands.map(part).ifPresent(this::copy));
        return button;
    }

    private void copy(ShellScript text) {
        if (text.isSecret()) {
            secrets.copy(text.revealed());
        } else {
            SystemClipboard.copy(text.masked());
        }
    }

    private void show(Optional<WatchedMigration> migration) {
        var now = migration.flatMap(UploadsPanel::target);
        Visibility.set(this, now.isPresent());
        if (!now.map(ReceivingDirectory::directory).equals(target.map(ReceivingDirectory::directory))
                || !now.map(each -> each.credentials().fingerprint())
                        .equals(target.map(each -> each.credentials().fingerprint()))) {
            target = now;
            write();
        }
    }

    private static Optional<ReceivingDirectory> target(WatchedMigration migration) {
        var directory = Optional.ofNullable(migration.lastKnown()).map(LastKnown::uploadBucketDir)
                .map(Timed::value).filter(each -> !each.isBlank());
        @Nullable UploadCredentials credentials = migration.credentials();
        return credentials == null ? Optional.empty()
                : directory.map(each -> new ReceivingDirectory(credentials, each));
    }

    private UploadCommands commands(ReceivingDirectory receiving) {
        return UploadCommands.of(
                new UploadTarget(receiving.credentials(), receiving.directory()),
                SnapshotSource.of(snapshot.getText(), data.getText(), ""), OriginNode.of(node.getText()));
    }

    /** The commands, or what has to be changed before there are any. */
    private void write() {
        commands = Optional.empty();
        try {
            commands = target.map(this::commands);
            shown.setText(commands.map(UploadsPanel::masked).orElse(""));
        } catch (FactException refused) {
            shown.setText(context.sentence(refused.fact()));
        }
        buttons.setDisable(commands.isEmpty());
    }

    private static String masked(UploadCommands commands) {
        return Stream.of(commands.credentials(), commands.upload(), commands.lists().found()).map(ShellScript::masked)
                .collect(Collectors.joining("\n"));
    }

    private void showClearing() {
        var left = secrets.leftProperty().get();
        clearing.setText(context.texts().get(left > 0 ? "uploads.clearing" : "uploads.note", left));
    }
}
