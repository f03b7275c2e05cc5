package dev.longshore.ui.feed;

import dev.longshore.ui.fx.UiThread;
import java.util.function.IntConsumer;

/**
 * Which frames after the beginning of a second belong to what: with thousands of migrations all that is done once a
 * second would take far longer than a frame has, and the window would stumble once a second. FX thread only.
 */
public enum FrameSchedule {
    /** How old is what each row of the table says: some of the rows in each frame. */
    ROW_TIMES(1, 4),
    STATUS_BAR(5, 1),
    DETAIL(6, 1),
    /** Whether the time alone makes a migration need a user: some of them in each frame. */
    NEEDS_ATTENTION(7, 3),
    /** News for screens that show many migrations at once. */
    THROTTLED_SNAPSHOT(10, 1),
    /** What such screens say of some migrations because time has passed. */
    PASSING_TIME(13, 1),
    /** Rows of the table that change places. */
    ORDER(15, 1);

    /** For how many seconds what can be clicked stays where it is, whatever news come. */
    public static final int FROZEN_SECONDS = 3;

    private final int first;
    private final int frames;

    FrameSchedule(int first, int frames) {
        this.first = first;
        this.frames = frames;
    }

    /** In how many frames it is done. */
    public int parts() {
        return frames;
    }

    /** Runs {@code task} in the first of its frames; to be called when a second begins. */
    public void run(UiThread thread, Runnable task) {
        thread.runInFrames(first, task);
    }

    /** Runs each part of {@code task}, from 0, in a frame of its own; to be called when a second begins. */
    public void runParts(UiThread thread, IntConsumer task) {
        for (int i = 0; i < frames; i++) {
            var part = i;
            thread.runInFrames(first + i, () -> task.accept(part));
        }
    }
}
