package dev.longshore.ui.control;

import impl.org.controlsfx.skin.SearchableComboBoxSkin;
import java.lang.invoke.MethodHandles;
import java.util.List;
import javafx.scene.control.Skin;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** A choice among databases. There may be hundreds: once it is open, typing finds them. FX thread only. */
public final class DatabaseChoiceBox<T> extends SearchableComboBox<T> {
    private String searchPrompt = "";

    /** Loads what the first of them needs, a picture among it; on any thread but that of the window, which it keeps. */
    public static void prepare() {
        try {
            MethodHandles.lookup().ensureInitialized(SearchableComboBoxSkin.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stands in the search field while it is empty. */
    public String getSearchPrompt() {
        return searchPrompt;
    }

    /** Says what stands in the search field while it is empty; before the box is shown. */
    public void setSearchPrompt(String prompt) {
        searchPrompt = prompt;
    }

    /**
     * Offers these in the place of those before; nothing is chosen after that. The choice goes first: the search follows the
     * list later than the choice does, and would look for it among what is gone.
     */
    public void offer(List<T> choices) {
        setValue(null);
        getItems().setAll(choices);
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
