package dev.longshore.model.cleanup;

/** How likely it is that a cleanup deletes staged files whose import has not succeeded. */
public enum Risk {
    /** By the rules nothing can be lost, or the expected end leaves at least 96 hours before the cleanup. */
    NONE,
    /** Nobody can tell: there is no expected end, or no cleanup time. Never to be shown as safe. */
    UNKNOWN,
    /** Less than 96 hours are left between the expected end and the cleanup. */
    AMBER,
    /** Less than 48 hours are left, or the cleanup comes first. */
    RED
}
