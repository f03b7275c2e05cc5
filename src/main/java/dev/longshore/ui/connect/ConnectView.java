package dev.longshore.ui.connect;

import dev.longshore.model.Environment;
import dev.longshore.secret.AstraCliProfile;
import dev.longshore.secret.AstraCliProfiles;
import dev.longshore.text.ConnectionText;
import dev.longshore.ui.connect.ConnectViewModel.ConnectAttempt;
import dev.longshore.ui.connect.ConnectViewModel.ConnectField;
import dev.longshore.ui.connect.ProxyViewModel.ProxyMode;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.dialog.FieldMark;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.dialog.TaskProgress;
import dev.longshore.ui.fx.ChoiceConverter;
import dev.longshore.ui.fx.Visibility;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import org.controlsfx.control.ToggleSwitch;
import org.jspecify.annotations.Nullable;

/** The dialog in which a connection is entered or changed. */
final class ConnectView {
    private final UiContext context;
    private final ConnectViewModel model;
    private final Runnable close;
    private final Runnable addMigrations;
    private final FieldMark mark = new FieldMark();
    @FXML private DialogFrame connectDialog;
    @FXML private GridPane connectForm;
    @FXML private TextField nameField;
    @FXML private PasswordField tokenField;
    @FXML private TextField endpointField;
    @FXML private ComboBox<Environment> environmentChoice;
    @FXML private ToggleSwitch readOnlyBox;
    @FXML private ProgressLine connectResult;
    @FXML private Label profileLabel;
    @FXML private ComboBox<AstraCliProfile> profileChoice;
    @FXML private Label profileNote;
    @FXML private ComboBox<ProxyMode> wayChoice;
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
    ConnectView(UiContext context, ConnectViewModel model, Runnable close, Runnable addMigrations) {
        this.context = context;
        this.model = model;
        this.close = close;
        this.addMigrations = addMigrations;
    }

    @FXML
    void initialize() {
        connectDialog.setTitle(context.texts().get(model.isNew() ? "connect.title.new" : "connect.title.change"));
        tokenField.setPromptText(context.texts().get(model.isNew() ? "connect.token.prompt" : "connect.token.kept"));
        nameField.textProperty().bindBidirectional(model.nameProperty());
        endpointField.textProperty().bindBidirectional(model.endpointProperty());
        readOnlyBox.selectedProperty().bindBidirectional(model.readOnlyProperty());
        var words = new ConnectionText(context.texts());
        environmentChoice.getItems().setAll(Environment.values());
        environmentChoice.setConverter(new ChoiceConverter<>(words::environment, environmentChoice::getValue));
        environmentChoice.valueProperty().bindBidirectional(model.environmentProperty());
        wayChoice.getItems().setAll(ProxyMode.values());
        wayChoice.setConverter(new ChoiceConverter<>(this::modeName, wayChoice::getValue));
        wayChoice.valueProperty().bindBidirectional(model.proxy().modeProperty());
        proxyField.textProperty().bindBidirectional(model.proxy().proxyProperty());
        systemProxy.textProperty().bind(model.proxy().systemProxyProperty());
        model.proxy().modeProperty().subscribe(this::showMode);
        model.tokenExpectedProperty().subscribe(this::expectToken);
        profileChoice.setConverter(new ChoiceConverter<>(AstraCliProfile::name, profileChoice::getValue));
        profileChoice.valueProperty().bindBidirectional(model.profileProperty());
        model.profileProperty().subscribe(this::showProfile);
        model.profilesProperty().subscribe(this::showProfiles);
        model.attemptProperty().subscribe(this::show);
    }

    private String modeName(ProxyMode mode) {
        return context.texts().get(switch (mode) {
            case SYSTEM -> "connect.proxy.system";
            case DIRECT -> "connect.proxy.none";
            case PROXY -> "connect.proxy.own";
        });
    }

    private void showMode(ProxyMode mode) {
        Visibility.set(proxyField, mode == ProxyMode.PROXY);
        Visibility.set(systemProxy, mode == ProxyMode.SYSTEM);
    }

    private void expectToken(boolean expected) {
        if (expected) {
            connectDialog.setTitle(context.texts().get("connect.title.token", model.nameProperty().get()));
            tokenField.setPromptText(context.texts().get("connect.token.prompt"));
            tokenField.requestFocus();
        }
    }

    private void showProfiles(AstraCliProfiles.FoundProfiles foundProfiles) {
        var any = !foundProfiles.profiles().isEmpty();
        Visibility.set(profileLabel, any);
        Visibility.set(profileChoice, any);
        profileChoice.getItems().setAll(foundProfiles.profiles());
        profileNote.setText(note(foundProfiles));
        Visibility.set(profileNote, !profileNote.getText().isEmpty());
    }

    private String note(AstraCliProfiles.FoundProfiles foundProfiles) {
        var from = foundProfiles.file().filter(_ -> !foundProfiles.profiles().isEmpty())
                .map(file -> context.texts().get("connect.profile.from", file));
        return Stream.concat(from.stream(), foundProfiles.notices().stream().map(context::sentence))
                .collect(Collectors.joining("\n"));
    }

    private void showProfile(@Nullable AstraCliProfile chosen) {
        if (chosen != null) {
            tokenField.clear();
            tokenField.setPromptText(context.texts().get("connect.token.profile", chosen.name()));
        }
    }

    private void show(ConnectAttempt attempt) {
        connectResult.show(progress(attempt));
        Visibility.set(connectProceed, !(attempt instanceof ConnectAttempt.Connected));
        Visibility.set(connectAdd, isDone(attempt));
        connectForm.setDisable(isDone(attempt));
        connectProceed.setDisable(attempt instanceof ConnectAttempt.Connecting);
        showWhetherItCanBeChanged(!(attempt instanceof ConnectAttempt.Connecting));
        connectProceed.setText(context.texts().get(model.isNew() ? "connect.proceed" : "connect.save"));
        connectCancel.setText(
                context.texts().get(attempt instanceof ConnectAttempt.Connected ? "connect.close" : "connect.cancel"));
        showMark(attempt);
        if (attempt instanceof ConnectAttempt.Connected) {
            tokenField.clear();
        }
        if (isDone(attempt)) {
            connectAdd.requestFocus();
        }
    }

    /** While it is tested, what stands there is what is tested. Fields keep the focus, so that Enter does not cancel. */
    private void showWhetherItCanBeChanged(boolean canBeChanged) {
        List.of(nameField, tokenField, endpointField, proxyField).forEach(each -> each.setEditable(canBeChanged));
        List.of(environmentChoice, readOnlyBox, wayChoice, profileChoice)
                .forEach(each -> each.setDisable(!canBeChanged));
    }

    /** A new connection is made once; what is left to do is to add migrations. */
    private boolean isDone(ConnectAttempt attempt) {
        return attempt instanceof ConnectAttempt.Connected && model.isNew();
    }

    private void showMark(ConnectAttempt attempt) {
        mark.hide();
        if (attempt instanceof ConnectAttempt.ConnectFailed(var sentence, var field)) {
            field.ifPresent(each -> mark.showAndFocus(control(each), sentence));
        }
    }

    private Control control(ConnectField field) {
        return switch (field) {
            case NAME -> nameField;
            case TOKEN -> tokenField;
            case ENDPOINT -> endpointField;
            case PROXY -> proxyField;
        };
    }

    private TaskProgress progress(ConnectAttempt attempt) {
        return switch (attempt) {
            case ConnectAttempt.NotTried _ -> TaskProgress.none();
            case ConnectAttempt.Connecting _ -> TaskProgress.underWay(context.texts().get("connect.trying"));
            case ConnectAttempt.Connected connected -> TaskProgress.done(connected.sentence());
            case ConnectAttempt.ConnectFailed connectFailed -> TaskProgress.failed(connectFailed.sentence());
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
