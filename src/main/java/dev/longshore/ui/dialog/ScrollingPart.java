package dev.longshore.ui.dialog;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;

/** A part of a dialog that is as tall as its content, and scrolls where the window has no room for that. */
public final class ScrollingPart extends ScrollPane {
    private static final double SMALLEST = 120;

    public ScrollingPart() {
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("scrolling-part");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + snappedBottomInset()
                + (getContent() == null ? 0 : getContent().prefHeight(width));
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.min(SMALLEST, computePrefHeight(width));
    }
}
