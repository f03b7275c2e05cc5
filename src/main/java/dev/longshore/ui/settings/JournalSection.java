package dev.longshore.ui.settings;

import dev.longshore.journal.JournalTrial;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.ConfirmationDialog;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The part of the settings that says where the journal is, and leads to that of a team and back. FX thread only. */
final class JournalSection extends SettingsSection {
    private final TextField address = new TextField();
    private final PasswordField password = new PasswordField();
    private final UiContext context;
    private final JournalViewModel model;
    private final Dialogs dialogs;
    private final Button tryOut;
    private final Button create;
    private final Button bringIn;
    private final Button use;
    private final Button goBack;

    JournalSection(UiContext context, JournalViewModel model, Dialogs dialogs) {
        super(context.texts(), "settings.journal.");
        this.context = context;
        this.model = model;
        this.dialogs = dialogs;
        setId("teamJournal");
        tryOut = button("journalTry", "try", model::tryOut);
        create = button("journalCreate", "create", this::confirmCreation);
        bringIn = button("journalBringIn", "bringIn", model::bringIn);
        use = button("journalUse", "use", model::use);
        goBack = button("journalGoBack", "goBack", model::goBack);
        var progress = new ProgressLine();
        progress.setId("journalNews");
        model.progressProperty().subscribe(progress::show);
        getChildren().addAll(place(), note(text("lead")));
        if (model.canChange()) {
            getChildren().addAll(addressLine(), passwordLine(), progress, steps());
        }
        model.trialProperty().subscribe(_ -> showSteps());
        model.progressProperty().subscribe(_ -> showSteps());
        address.textProperty().subscribe(_ -> showSteps());
    }

    private Label place() {
        var place = new WrappedLabel();
        place.setId("journalPlace");
        place.textProperty().bind(model.placeProperty());
        return place;
    }

    private HBox addressLine() {
        address.setId("journalAddress");
        address.setPromptText(text("address.prompt"));
        address.setOnAction(_ -> tryOut.fire());
        address.textProperty().bindBidirectional(model.addressProperty());
        return line(label(text("address"), address), address, tryOut);
    }

    private HBox passwordLine() {
        password.setId("journalPassword");
        password.setPromptText(text("password.prompt"));
        password.setOnAction(_ -> tryOut.fire());
        password.textProperty().bindBidirectional(model.passwordProperty());
        return line(label(text("password"), password), password);
    }

    private static Label label(String text, Node of) {
        var label = new Label(text);
        label.setLabelFor(of);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static HBox line(Label label, TextField field, Node... more) {
        HBox.setHgrow(field, Priority.ALWAYS);
        var line = new HBox(label, field);
        line.getChildren().addAll(more);
        line.getStyleClass().add("field-line");
        return line;
    }

    private FlowPane steps() {
        var steps = new FlowPane(create, bringIn, use, goBack);
        steps.getStyleClass().add("field-line");
        steps.setHgap(8);
        steps.setVgap(8);
        return steps;
    }

    /** A step is offered after a trial that has found that it can be taken. */
    private void showSteps() {
        var isUnderWay = model.progressProperty().get().underWay();
        tryOut.setDisable(isUnderWay || address.getText().isBlank());
        // What a step says is about what stands here.
        address.setEditable(!isUnderWay);
        password.setEditable(!isUnderWay);
        show(create, JournalTrial::canCreate, isUnderWay);
        show(bringIn, JournalTrial::canBringIn, isUnderWay);
        show(use, JournalTrial::canUse, isUnderWay);
        Visibility.set(goBack, model.canGoBack());
        goBack.setDisable(isUnderWay);
    }

    private void show(Button step, Predicate<JournalTrial> isPossible, boolean isUnderWay) {
        Visibility.set(step, model.trialProperty().get().filter(isPossible).isPresent());
        step.setDisable(isUnderWay);
    }

    private void confirmCreation() {
        new ConfirmationDialog(text("create.title"), text("create.text"), text("create.verb"),
                context.texts().get("actions.confirm.cancel")).show(dialogs, model::create);
    }
}
