package dev.longshore.ui.control;

import javafx.scene.control.Skin;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** A choice among databases. There may be hundreds: once it is open, typing finds them. FX thread only. */
public final class DatabaseChoiceBox<T> extends SearchableComboBox<T> {
    private String searchPrompt = "";

    /** What stands in the search field while it is empty. */
    public String getSearchPrompt() {
        return searchPrompt;
    }

    /** Says what stands in the search field while it is empty; before the box is shown. */
    public void setSearchPrompt(String prompt) {
        searchPrompt = prompt;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        var skin = super.createDefaultSkin();
        if (lookup(".combo-box-search") instanceof CustomTextField search) {
            search.setPromptText(searchPrompt);
            search.setAccessibleText(searchPrompt);
            search.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
        }
        return skin;
    }
}
