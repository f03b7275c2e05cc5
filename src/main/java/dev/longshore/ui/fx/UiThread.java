package dev.longshore.ui.fx;

/** The one thread on which the window may be changed. */
public interface UiThread {

    /** Runs {@code task} on that thread, later, in the order in which tasks came. May be called from any thread. */
    void run(Runnable task);

    /** Runs {@code task} on that thread when the next frame is made. May be called from any thread. */
    void runNextFrame(Runnable task);

    /**
     * Runs {@code task} on that thread so many frames later, 1 for the next: what happens once a second is spread over
     * several, since all of it at once takes longer than a frame has. May be called from any thread.
     */
    default void runInFrames(int frames, Runnable task) {
        runNextFrame(frames <= 1 ? task : () -> runInFrames(frames - 1, task));
    }

    /** True when called on that thread. */
    boolean isCurrent();
}
