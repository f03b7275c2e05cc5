package dev.longshore.ui.feed;

import dev.longshore.ui.fx.UiThread;
import java.util.function.IntConsumer;

/**
 * The order of what is done once a second, and after a screen has opened. As much of it is done in one frame as that has time for: with a hundred
 * migrations all of it, since each frame costs something however little is done in it; with thousands a part, since all
 * of it would take far longer than a frame has, and the window would stumble once a second. FX thread only.
 */
public enum FrameSchedule {
    /** How old is what each row of the table says: some of the rows at a time. */
    ROW_TIMES(4),
    STATUS_BAR(1),
    DETAIL(1),
    /** Whether the time alone makes a migration need a user: some of them at a time. */
    NEEDS_ATTENTION(3),
    /** News for screens that show many migrations at once. */
    THROTTLED_SNAPSHOT(1),
    /** What such screens say of some migrations because time has passed. */
    PASSING_TIME(1),
    /** Rows of the table that change places. */
    ORDER(1),
    /** What a screen that has just opened shows further down than is in sight. */
    LOWER_SECTIONS(1);

    /** For how many seconds what can be clicked stays where it is, whatever news come. */
    public static final int FROZEN_SECONDS = 3;

    private final int parts;

    FrameSchedule(int parts) {
        this.parts = parts;
    }

    /** Into how many parts it is divided. */
    public int parts() {
        return parts;
    }

    /** Runs {@code task} in its turn. */
    @SuppressWarnings("EnumOrdinal") // The order of the constants is the order in a frame.
    public void run(UiThread thread, Runnable task) {
        thread.runByRank(ordinal(), task);
    }

    /** Runs each part of {@code task}, from 0, in its turn. */
    public void runParts(UiThread thread, IntConsumer task) {
        for (int i = 0; i < parts; i++) {
            var part = i;
            run(thread, () -> task.accept(part));
        }
    }
}
