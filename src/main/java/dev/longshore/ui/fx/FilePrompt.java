package dev.longshore.ui.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;

/** Asks the user for a file in the dialog of the system. FX thread only. */
public final class FilePrompt {
    private final FileChooser chooser = new FileChooser();
    private final Node above;

    /** A dialog with that title over the window of {@code above}. */
    public FilePrompt(String title, Node above) {
        this.above = above;
        chooser.setTitle(title);
    }

    /** Offers only files of that kind, such as "*.png". */
    public FilePrompt of(String kind, String pattern) {
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, pattern));
        return this;
    }

    /** Where to save, with {@code name} to begin with; empty when the user does not want to. */
    public Optional<Path> save(String name) {
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(above.getScene().getWindow())).map(File::toPath);
    }

    /** What to open; empty when the user does not want to. */
    public Optional<Path> open() {
        return Optional.ofNullable(chooser.showOpenDialog(above.getScene().getWindow())).map(File::toPath);
    }
}
