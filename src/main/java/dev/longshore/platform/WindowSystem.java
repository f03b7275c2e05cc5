package dev.longshore.platform;

/** What {@link Display} has to know of the system's libraries. */
interface WindowSystem {
    /** Whether a native library of that file name can be loaded. */
    boolean hasLibrary(String name);

    /** Whether a window could be opened on that display. */
    boolean canOpen(String display);
}
