package dev.longshore.ui.fx;

/** The one thread on which the window may be changed. */
public interface UiThread {

    /** Runs {@code task} on that thread, later, in the order in which tasks came. May be called from any thread. */
    void run(Runnable task);

    /** Runs {@code task} on that thread when the next frame is made. May be called from any thread. */
    void runNextFrame(Runnable task);

    /**
     * Runs {@code task} on that thread in one of the next frames: as many such tasks in each as it has time for, those of
     * lower rank first. May be called from any thread.
     */
    default void runByRank(int rank, Runnable task) {
        runNextFrame(task);
    }

    /** True when called on that thread. */
    boolean isCurrent();
}
