package dev.longshore.ui.actions;

/**
 * Whether an action can be asked for now.
 *
 * @param enabled true when it can
 * @param sentence what it does, or when it cannot be asked for, which rule forbids it
 */
public record ActionAvailability(boolean enabled, String sentence) {}
