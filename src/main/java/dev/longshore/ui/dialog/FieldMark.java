package dev.longshore.ui.dialog;

import dev.longshore.ui.fx.WrappedTooltip;
import dev.longshore.ui.look.ColorRole;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Skin;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;
import org.controlsfx.control.decoration.GraphicDecoration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Marks the field of a dialog that has to be changed first: a coloured edge, and a sign that says why, which assistive
 * technology is told, too. FX thread only.
 */
public final class FieldMark {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Tooltip why = new WrappedTooltip();
    private final GraphicDecoration sign;
    private @Nullable Control marked;
    private Subscription skin = Subscription.EMPTY;

    /** A mark that is at no field yet. */
    public FieldMark() {
        var label = new Label(null, new FontIcon("mdi2a-alert-circle"));
        label.setId("fieldMark");
        label.getStyleClass().addAll("field-mark", ColorRole.DANGER.styleClass());
        label.setTooltip(why);
        sign = new GraphicDecoration(label, Pos.BOTTOM_LEFT);
    }

    /** Marks {@code field} and no other, and says {@code sentence} there. */
    public void show(Control field, String sentence) {
        if (field.equals(marked) && sentence.equals(why.getText())) {
            return;
        }
        hide();
        marked = field;
        why.setText(sentence);
        field.setAccessibleHelp(sentence);
        field.pseudoClassStateChanged(DANGER, true);
        skin = field.skinProperty().subscribe(now -> decorate(field, now));
    }

    /** Marks {@code field} and no other, and puts the focus there. */
    public void showAndFocus(Control field, String sentence) {
        show(field, sentence);
        field.requestFocus();
    }

    /** A field has no place for a sign before it has a skin. */
    private void decorate(Control field, @Nullable Skin<?> now) {
        if (now != null) {
            sign.applyDecoration(field);
        }
    }

    /** Takes the mark away. */
    public void hide() {
        skin.unsubscribe();
        var field = marked;
        marked = null;
        if (field != null) {
            field.setAccessibleHelp(null);
            field.pseudoClassStateChanged(DANGER, false);
            if (field.getSkin() != null) {
                sign.removeDecoration(field);
            }
        }
    }
}
