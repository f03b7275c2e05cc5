package dev.longshore.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The faults that wait for their requests. Of several that are aimed at one the oldest hits it. Safe for any thread. */
public final class Faults {

    private final Random random;
    private final List<Waiting> waiting = new ArrayList<>();

    Faults(long seed) {
        random = new Random(seed);
    }

    /** A fault with its aim, and how many more requests it lets pass or hits. */
    private static final class Waiting {

        private final Fault fault;
        private final Aim aim;
        private int toSkip;
        private int toHit;

        Waiting(Fault fault, Aim aim) {
            this.fault = fault;
            this.aim = aim;
            this.toSkip = aim.dose().skip();
            this.toHit = aim.dose().times();
        }

        boolean hits(Random random) {
            if (toSkip > 0) {
                toSkip--;
                return false;
            }
            if (random.nextDouble() >= aim.dose().probability()) {
                return false;
            }
            toHit--;
            return true;
        }
    }

    /**
     * Adds a fault.
     *
     * @param fault what goes wrong
     * @param aim for whom
     */
    public synchronized void inject(Fault fault, Aim aim) {
        waiting.add(new Waiting(fault, aim));
    }

    /** Takes every fault back. */
    public synchronized void clear() {
        waiting.clear();
    }

    /** {@return the faults that may still hit, oldest first} */
    public synchronized List<Fault> waiting() {
        return waiting.stream().map(one -> one.fault).toList();
    }

    synchronized @Nullable Fault hitting(HttpRequest request, @Nullable Call call) {
        for (Waiting one : waiting) {
            if (one.aim.means(request, call) && one.hits(random)) {
                waiting.removeIf(spent -> spent.toHit <= 0);
                return one.fault;
            }
        }
        return null;
    }
}
