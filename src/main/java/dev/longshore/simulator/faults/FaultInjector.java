package dev.longshore.simulator.faults;

import dev.longshore.simulator.http.ReceivedRequest;
import dev.longshore.simulator.http.RoutedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The faults that wait for their requests. Of several that are aimed at one the oldest hits it. Safe for any thread. */
public final class FaultInjector {

    private static final int MOST_PENDING = 1_000;

    private final Random random;
    private final List<PendingFault> pending = new ArrayList<>();

    public FaultInjector(long seed) {
        random = new Random(seed);
    }

    /** A fault with its aim, and how many more requests it lets pass or hits. */
    private static final class PendingFault {

        private final SimulatedFault fault;
        private final FaultTarget target;
        private int toSkip;
        private int toHit;

        PendingFault(SimulatedFault fault, FaultTarget target) {
            this.fault = fault;
            this.target = target;
            this.toSkip = target.repetition().skip();
            this.toHit = target.repetition().times();
        }

        boolean hits(Random random) {
            if (toSkip > 0) {
                toSkip--;
                return false;
            }
            if (random.nextDouble() >= target.repetition().probability()) {
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
     * @param target for whom
     */
    public synchronized void inject(SimulatedFault fault, FaultTarget target) {
        if (pending.size() == MOST_PENDING) {
            throw new IllegalArgumentException("There are " + MOST_PENDING + " faults already");
        }
        pending.add(new PendingFault(fault, target));
    }

    /** Takes every fault back. */
    public synchronized void clear() {
        pending.clear();
    }

    /** {@return the faults that may still hit, oldest first} */
    public synchronized List<SimulatedFault> pending() {
        return pending.stream().map(one -> one.fault).toList();
    }

    synchronized @Nullable public SimulatedFault nextFor(ReceivedRequest request, @Nullable RoutedRequest routed) {
        for (PendingFault one : pending) {
            if (one.target.matches(request, routed) && one.hits(random)) {
                pending.removeIf(spent -> spent.toHit <= 0);
                return one.fault;
            }
        }
        return null;
    }
}
