package dev.longshore.support;

import dev.longshore.ui.fx.UiThread;

/** A UI thread that is whatever thread calls it: what is to be run runs at once. */
public final class SameThreadUi implements UiThread {

    @Override
    public void run(Runnable task) {
        task.run();
    }

    @Override
    public void runNextFrame(Runnable task) {
        task.run();
    }

    @Override
    public boolean isCurrent() {
        return true;
    }
}
