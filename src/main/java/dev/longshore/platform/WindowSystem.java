package dev.longshore.platform;

/** What {@link Display} has to know of the system's libraries. */
interface WindowSystem {
    /** Whether a native library of that file name can be loaded. */
    boolean hasLibrary(String name);

    /** Whether there is a font to write with; true where that cannot be found out. */
    boolean hasFont();

    /** Whether a window could be opened on that display. */
    boolean canOpen(String display);
}
