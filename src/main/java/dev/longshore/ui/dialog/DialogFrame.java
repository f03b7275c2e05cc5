package dev.longshore.ui.dialog;

import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.look.ColorRole;
import javafx.beans.DefaultProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The frame of a dialog: a header with icon and title, the body, and a row of buttons. In FXML what is nested in it is
 * its body. FX thread only.
 */
@DefaultProperty("body")
public class DialogFrame extends VBox {
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final HBox header = new HBox(icon, title);
    private final VBox body = new VBox();
    private final HBox buttons = new HBox();

    /** A dialog without title and buttons. */
    public DialogFrame() {
        getStyleClass().add("dialog");
        setMaxHeight(USE_PREF_SIZE);
        header.getStyleClass().add("dialog-header");
        header.setMinHeight(USE_PREF_SIZE);
        ColorRole.RUNNING.applyTo(header);
        title.getStyleClass().add("dialog-title");
        title.setWrapText(true);
        body.getStyleClass().add("dialog-body");
        buttons.getStyleClass().add("dialog-buttons");
        buttons.setMinHeight(USE_PREF_SIZE);
        Visibility.set(header, false);
        Visibility.set(icon, false);
        Visibility.set(buttons, false);
        buttons.getChildren().subscribe(() -> Visibility.set(buttons, !buttons.getChildren().isEmpty()));
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header, body, buttons);
    }

    /** What the dialog is for. */
    public final String getTitle() {
        return title.getText();
    }

    /** Says what the dialog is for, to assistive technology too. */
    public final void setTitle(String text) {
        title.setText(text);
        setAccessibleText(text);
        Visibility.set(header, !text.isEmpty());
    }

    /** The code of the icon before the title. */
    public final String getIcon() {
        return icon.getIconLiteral();
    }

    /** Puts an icon before the title, by its code, such as "mdi2a-alert-outline". */
    public final void setIcon(String code) {
        icon.setIconLiteral(code);
        Visibility.set(icon, true);
    }

    /** Gives the icon a colour. */
    public final void setColorRole(ColorRole role) {
        role.applyTo(header);
    }

    /** What stands between header and buttons. */
    public final ObservableList<Node> getBody() {
        return body.getChildren();
    }

    /** The buttons, the one that proceeds last. */
    public final ObservableList<Node> getButtons() {
        return buttons.getChildren();
    }
}
