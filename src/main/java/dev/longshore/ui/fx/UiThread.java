package dev.longshore.ui.fx;

/** The one thread on which the window may be changed. */
public interface UiThread {

    /** Runs {@code task} on that thread, later, in the order in which tasks came. May be called from any thread. */
    void run(Runnable task);

    /** Runs {@code task} on that thread when the next frame is made. May be called from any thread. */
    void runNextFrame(Runnable task);

    /** True when called on that thread. */
    boolean isCurrent();
}
