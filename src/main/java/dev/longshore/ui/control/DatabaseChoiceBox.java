package dev.longshore.ui.control;

import dev.longshore.text.Texts;
import javafx.scene.control.Skin;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** A choice among databases. There may be hundreds: once it is open, typing finds them. FX thread only. */
public final class DatabaseChoiceBox<T> extends SearchableComboBox<T> {
    private final Texts texts = new Texts();

    @Override
    protected Skin<?> createDefaultSkin() {
        var skin = super.createDefaultSkin();
        if (lookup(".combo-box-search") instanceof CustomTextField search) {
            search.setPromptText(texts.get("control.search"));
            search.setAccessibleText(texts.get("control.search"));
            search.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
        }
        return skin;
    }
}
