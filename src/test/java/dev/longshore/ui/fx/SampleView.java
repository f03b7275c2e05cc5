package dev.longshore.ui.fx;

import javafx.fxml.FXML;
import javafx.scene.control.Label;

/** A view to be loaded, whose controller was made with an argument. */
public final class SampleView {
    @FXML private Label greeting;
    private final String name;

    SampleView(String name) {
        this.name = name;
    }

    @FXML
    private void initialize() {
        greeting.setText(greeting.getText() + " " + name);
    }

    String greeting() {
        return greeting.getText();
    }
}
