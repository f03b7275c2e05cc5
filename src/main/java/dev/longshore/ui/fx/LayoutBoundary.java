package dev.longshore.ui.fx;

import javafx.scene.layout.Region;

/**
 * A place, as large as it is made, whose content is laid out by itself: what is written there has nothing around it laid
 * out anew. In a table that would be every row in sight. FX thread only.
 */
public final class LayoutBoundary extends Region {
    private final Region content;

    /** The place of {@code content}. */
    public LayoutBoundary(Region content) {
        this.content = content;
        content.setManaged(false);
        getChildren().add(content);
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }
}
