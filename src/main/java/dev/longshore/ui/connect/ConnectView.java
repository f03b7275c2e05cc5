package dev.longshore.ui.connect;

import dev.longshore.model.Environment;
import dev.longshore.secret.AstraCliProfile;
import dev.longshore.secret.AstraCliProfiles;
import dev.longshore.ui.Ui;
import dev.longshore.ui.connect.ConnectViewModel.Attempt;
import dev.longshore.ui.connect.WayViewModel.Way;
import dev.longshore.ui.fx.Presence;
import dev.longshore.ui.text.ConnectionText;
import dev.longshore.ui.theme.Token;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The dialog in which a connection is entered or changed. */
final class ConnectView {
    private final Ui ui;
    private final ConnectViewModel model;
    private final Runnable close;
    private final Runnable addMigrations;
    @FXML private VBox connectDialog;
    @FXML private Label connectTitle;
    @FXML private TextField nameField;
    @FXML private PasswordField tokenField;
    @FXML private TextField endpointField;
    @FXML private ComboBox<Environment> environmentChoice;
    @FXML private CheckBox readOnlyBox;
    @FXML private HBox resultLine;
    @FXML private ProgressIndicator resultBusy;
    @FXML private FontIcon resultIcon;
    @FXML private Label connectResult;
    @FXML private Label profileLabel;
    @FXML private ComboBox<AstraCliProfile> profileChoice;
    @FXML private Label profileNote;
    @FXML private ComboBox<Way> wayChoice;
    @FXML private TextField proxyField;
    @FXML private Label systemProxy;
    @FXML private Button connectCancel;
    @FXML private Button connectAdd;
    @FXML private Button connectProceed;

    /**
     * The dialog for {@code model}.
     *
     * @param close takes it away
     * @param addMigrations takes it away and goes on to adding migrations
     */
    ConnectView(Ui ui, ConnectViewModel model, Runnable close, Runnable addMigrations) {
        this.ui = ui;
        this.model = model;
        this.close = close;
        this.addMigrations = addMigrations;
    }

    @FXML
    void initialize() {
        connectTitle.setText(ui.texts().get(model.isNew() ? "connect.title.new" : "connect.title.change"));
        connectDialog.setAccessibleText(connectTitle.getText());
        tokenField.setPromptText(ui.texts().get(model.isNew() ? "connect.token.prompt" : "connect.token.kept"));
        nameField.textProperty().bindBidirectional(model.nameProperty());
        endpointField.textProperty().bindBidirectional(model.endpointProperty());
        readOnlyBox.selectedProperty().bindBidirectional(model.readOnlyProperty());
        var words = new ConnectionText(ui.texts());
        environmentChoice.getItems().setAll(Environment.values());
        environmentChoice.setConverter(new Words<>(words::environment, environmentChoice::getValue));
        environmentChoice.valueProperty().bindBidirectional(model.environmentProperty());
        wayChoice.getItems().setAll(Way.values());
        wayChoice.setConverter(new Words<>(this::way, wayChoice::getValue));
        wayChoice.valueProperty().bindBidirectional(model.way().wayProperty());
        proxyField.textProperty().bindBidirectional(model.way().proxyProperty());
        systemProxy.textProperty().bind(model.way().systemProxyProperty());
        model.way().wayProperty().subscribe(this::showWay);
        model.tokenExpectedProperty().subscribe(this::expectToken);
        profileChoice.setConverter(new Words<>(AstraCliProfile::name, profileChoice::getValue));
        profileChoice.valueProperty().bindBidirectional(model.profileProperty());
        model.profileProperty().subscribe(this::showProfile);
        model.profilesProperty().subscribe(this::showProfiles);
        model.attemptProperty().subscribe(this::show);
    }

    private String way(Way way) {
        return ui.texts().get(switch (way) {
            case SYSTEM -> "connect.proxy.system";
            case DIRECT -> "connect.proxy.none";
            case PROXY -> "connect.proxy.own";
        });
    }

    private void showWay(Way way) {
        Presence.set(proxyField, way == Way.PROXY);
        Presence.set(systemProxy, way == Way.SYSTEM);
    }

    private void expectToken(boolean expected) {
        if (expected) {
            connectTitle.setText(ui.texts().get("connect.title.token", model.nameProperty().get()));
            connectDialog.setAccessibleText(connectTitle.getText());
            tokenField.setPromptText(ui.texts().get("connect.token.prompt"));
            tokenField.requestFocus();
        }
    }

    private void showProfiles(AstraCliProfiles.Found found) {
        var any = !found.profiles().isEmpty();
        Presence.set(profileLabel, any);
        Presence.set(profileChoice, any);
        profileChoice.getItems().setAll(found.profiles());
        profileNote.setText(note(found));
        Presence.set(profileNote, !profileNote.getText().isEmpty());
    }

    private String note(AstraCliProfiles.Found found) {
        var from = found.file().filter(_ -> !found.profiles().isEmpty())
                .map(file -> ui.texts().get("connect.profile.from", file));
        return Stream.concat(from.stream(), found.notices().stream()).collect(Collectors.joining("\n"));
    }

    private void showProfile(@Nullable AstraCliProfile chosen) {
        if (chosen != null) {
            tokenField.clear();
            tokenField.setPromptText(ui.texts().get("connect.token.profile", chosen.name()));
        }
    }

    private void show(Attempt attempt) {
        Presence.set(resultLine, !(attempt instanceof Attempt.NotYet));
        Presence.set(resultBusy, attempt instanceof Attempt.UnderWay);
        Presence.set(resultIcon, !resultBusy.isVisible());
        Presence.set(connectProceed, !(attempt instanceof Attempt.Good));
        Presence.set(connectAdd, attempt instanceof Attempt.Good && model.isNew());
        connectProceed.setDisable(attempt instanceof Attempt.UnderWay);
        connectProceed.setText(ui.texts().get(model.isNew() ? "connect.proceed" : "connect.save"));
        connectCancel.setText(ui.texts().get(attempt instanceof Attempt.Good ? "connect.close" : "connect.cancel"));
        connectResult.setText(sentence(attempt));
        token(attempt).colour(resultLine);
        resultIcon
                .setIconLiteral(attempt instanceof Attempt.Good ? "mdi2c-check-circle-outline" : "mdi2a-alert-outline");
        if (attempt instanceof Attempt.Good) {
            tokenField.clear();
        }
    }

    private String sentence(Attempt attempt) {
        return switch (attempt) {
            case Attempt.NotYet _ -> "";
            case Attempt.UnderWay _ -> ui.texts().get("connect.trying");
            case Attempt.Good good -> good.sentence();
            case Attempt.Bad bad -> bad.sentence();
        };
    }

    private static Token token(Attempt attempt) {
        return switch (attempt) {
            case Attempt.NotYet _,Attempt.UnderWay _ -> Token.NEUTRAL;
            case Attempt.Good _ -> Token.GOOD;
            case Attempt.Bad _ -> Token.DANGER;
        };
    }

    @FXML
    void proceed() {
        model.connect(tokenField.getText().toCharArray());
    }

    @FXML
    void cancel() {
        leave();
        close.run();
    }

    private void leave() {
        tokenField.clear();
        model.close();
    }

    @FXML
    void addMigrations() {
        leave();
        addMigrations.run();
    }
}
