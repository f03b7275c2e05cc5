package dev.longshore.ui.dialog;

/**
 * What has to be changed in a dialog before it can go on.
 *
 * @param field where
 * @param sentence why, for the user
 * @param <F> how the fields of the dialog are told apart
 */
public record FieldMistake<F>(F field, String sentence) {}
