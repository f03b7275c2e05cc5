package dev.longshore.ui.uploads;

import dev.longshore.model.LastKnown;
import dev.longshore.model.Observed;
import dev.longshore.model.UploadCredentials;
import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.Presence;
import dev.longshore.watch.WatchedMigration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The upload commands of the selected migration: secrets are dots on the screen and real in what is copied. */
public final class UploadsPanel extends VBox {
    private final Ui ui;
    private final SecretClipboard secrets;
    private final TextField node = new TextField();
    private final TextField snapshot = new TextField();
    private final TextField data = new TextField();
    private final TextArea shown = new TextArea();
    private final Label clearing = new Label();
    private Optional<Source> source = Optional.empty();

    private record Source(UploadCredentials credentials, String directory) {}

    /** The panel for the migration that {@code selected} holds. */
    public UploadsPanel(
            Ui ui, SecretClipboard secrets, ObservableValue<Optional<WatchedMigration>> selected) {
        this.ui = ui;
        this.secrets = secrets;
        getStyleClass().add("upload-commands");
        setSpacing(6);
        name();
        getChildren().setAll(fields(), buttons(), clearing, shown);
        selected.subscribe(this::show);
        secrets.leftProperty().subscribe(_ -> showClearing());
    }

    private void name() {
        name(node, "uploadNode", "uploads.node");
        name(snapshot, "uploadSnapshot", "uploads.snapshot");
        name(data, "uploadData", "uploads.data");
        shown.setId("uploadCommands");
        shown.setAccessibleText(ui.texts().get("uploads.commands"));
        shown.setEditable(false);
        shown.setPrefRowCount(9);
        data.setPrefColumnCount(24);
        shown.getStyleClass().add("monospaced");
        clearing.getStyleClass().add("note");
    }

    private void name(TextField field, String id, String key) {
        field.setId(id);
        field.setPromptText(ui.texts().get(key));
        field.setAccessibleText(ui.texts().get(key));
        field.textProperty().subscribe(_ -> write());
    }

    private FlowPane fields() {
        var row = new FlowPane(node, snapshot, data);
        row.getStyleClass().add("picks");
        return row;
    }

    private FlowPane buttons() {
        var row = new FlowPane(
                button("copyCredentials", "uploads.copyCredentials", UploadCommands::credentials),
                button("copyUpload", "uploads.copyUpload", UploadCommands::upload),
                button("copyCheck", "uploads.copyCheck", UploadCommands::check));
        row.getStyleClass().add("picks");
        return row;
    }

    private Button button(String id, String key, Function<UploadCommands, ShellText> part) {
        var button = new Button(ui.texts().get(key), new FontIcon("mdi2c-content-copy"));
        button.setId(id);
        button.setOnAction(_ -> commands().map(part).ifPresent(this::copy));
        return button;
    }

    private void copy(ShellText text) {
        if (text.isSecret()) {
            secrets.copy(text.revealed());
        } else {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text.masked()));
        }
    }

    private void show(Optional<WatchedMigration> migration) {
        var now = migration.flatMap(UploadsPanel::source);
        Presence.set(this, now.isPresent());
        if (!now.map(Source::directory).equals(source.map(Source::directory))
                || !now.map(each -> each.credentials().fingerprint())
                        .equals(source.map(each -> each.credentials().fingerprint()))) {
            source = now;
            write();
        }
    }

    private static Optional<Source> source(WatchedMigration migration) {
        var directory = Optional.ofNullable(migration.lastKnown()).map(LastKnown::uploadBucketDir)
                .map(Observed::value).filter(each -> !each.isBlank());
        @Nullable UploadCredentials credentials = migration.credentials();
        return credentials == null ? Optional.empty() : directory.map(each -> new Source(credentials, each));
    }

    private Optional<UploadCommands> commands() {
        return source.map(each -> UploadCommands.of(
                each.credentials(), each.directory(),
                new UploadCommands.Origin(node.getText(), snapshot.getText(), data.getText())));
    }

    private void write() {
        shown.setText(commands()
                .map(each -> String.join("\n", each.credentials().masked(), each.upload().masked(),
                        each.check().masked()))
                .orElse(""));
    }

    private void showClearing() {
        var left = secrets.leftProperty().get();
        clearing.setText(ui.texts().get(left > 0 ? "uploads.clearing" : "uploads.note", left));
    }
}
