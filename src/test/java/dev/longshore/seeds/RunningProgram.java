package dev.longshore.seeds;

import dev.longshore.devops.http.InProcessConnector;
import dev.longshore.journal.Journal;
import dev.longshore.notify.SteppedNotifications;
import dev.longshore.secret.KeyringTokenStore;
import dev.longshore.simulator.Simulator;
import dev.longshore.watch.engine.PollingWatch;
import dev.longshore.watch.engine.SteppedWatch;
import dev.longshore.watch.engine.WatchDependencies;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** One start of the program until it is closed or killed: the real watch, journal, client and notifications. */
final class RunningProgram {
    private static final int LONGEST_WAIT = 50;

    private final ProgramSurroundings around;
    private final SimulatedComputer computer;
    private final ProgramJournal place;
    private final AcknowledgedRows acknowledged;
    private final StepTasks tasks = new StepTasks();
    private final ProgramJournal.OpenJournal journal;
    private final KeyringTokenStore tokens;
    private final SteppedWatch stepped;
    private final @Nullable SteppedNotifications notifications;
    private final Queue<ViolationError> violations = new ConcurrentLinkedQueue<>();
    private int callsToKill;
    private volatile boolean killed;
    private volatile boolean handedOver;

    /**
     * What all programs of a run have around them.
     *
     * @param sent what has left before; more is added
     * @param receivers those who are written to; empty where there are no routes
     */
    record ProgramSurroundings(Simulator service, SimulatedComputer computer, Mutation mutation, SentCommands sent,
            Optional<MessageReceivers> receivers) {}

    /**
     * @param acknowledged what its journal has acknowledged before; more is added
     * @param continues whether another one has stopped just now
     */
    RunningProgram(ProgramSurroundings around, ProgramJournal place, AcknowledgedRows acknowledged, boolean continues) {
        this.around = around;
        this.computer = around.computer();
        this.place = place;
        this.acknowledged = acknowledged;
        journal = place.open();
        tokens = computer.keystore().open();
        var checked = CheckedJournal.of(around.mutation().in(journal.used()), this, computer);
        var connector = new InProcessConnector(computer.clock(), new InMemorySockets(
                new InMemoryNetwork(around.service(), computer, this)));
        var dependencies = new WatchDependencies(checked, tokens,
                around.mutation().in(connector, around.service().clock()), computer.clock(), tasks);
        computer.programStarted();
        stepped = new SteppedWatch(dependencies, computer.lot().nextLong(), continues);
        notifications = around.receivers().map(each -> new SteppedNotifications(
                checked, stepped.watch, computer.clock(), tasks, new SteppedNotifications.RoutesAndSockets(
                        each.file(), new InMemorySockets(new ReceiverNetwork(each, computer, this)))))
                .orElse(null);
    }

    /** Begins as the program does. */
    void start() {
        stepped.start();
    }

    SteppedWatch stepped() {
        return stepped;
    }

    PollingWatch watch() {
        return stepped.watch;
    }

    /** What is on disk, read without a fault. */
    Journal journal() {
        return journal.stored();
    }

    /** What its journal, and that of those before it, has acknowledged. */
    AcknowledgedRows acknowledged() {
        return acknowledged;
    }

    StepTasks tasks() {
        return tasks;
    }

    /** One look of the watch, and of the notifications. */
    void tick() {
        if (!killed) {
            stepped.watch.tick();
            if (notifications != null) {
                notifications.tick();
            }
        }
    }

    /** Kills it at its so-many-th call from now on. */
    void killAfter(int calls) {
        callsToKill = calls;
    }

    boolean isKilled() {
        return killed;
    }

    /**
     * Called at every call of disk or network: the program may end here, or others may go on first.
     *
     * @param mayWait false where it holds a lock
     */
    void reachCall(boolean mayWait) {
        stopIfKilled();
        if (callsToKill > 0 && --callsToKill == 0) {
            killed = true;
        }
        stopIfKilled();
        if (mayWait && computer.draws(computer.network().delayed())) {
            computer.figures().count("waits", 1);
            tasks.waitUntil(computer.trueTime().plus(Duration.ofSeconds(computer.lot().nextInt(LONGEST_WAIT))));
            stopIfKilled();
        }
    }

    private void stopIfKilled() {
        if (killed) {
            throw new ProgramKilledError();
        }
    }

    /** Fails unless it is the one that watches now. */
    void requestLeaves() {
        report(() -> ViolationError.unless(!handedOver,
                "Two watch at once: one that has handed over asks the service"));
    }

    /** Fails unless what leaves now is on disk as asked for, and leaves for the first time. */
    void checkIntent(String requestLine) {
        computer.figures().count("posts", 1);
        report(() -> around.sent().leaves(requestLine, journal.stored()));
    }

    /** What a check finds is kept: thrown in the midst of a call it would be taken for a fault of the network. */
    void report(Runnable check) {
        try {
            check.run();
        } catch (ViolationError violation) {
            violations.add(violation);
        }
    }

    /** Fails where something was wrong with what has left. */
    void requireNoViolation() {
        var violation = violations.poll();
        if (violation != null) {
            throw violation;
        }
    }

    /** The service did what was sent last with that request line. */
    void performed(String requestLine) {
        around.sent().performed(requestLine);
    }

    /** What is open when it ends ends with it, wherever it was. */
    void kill() {
        killed = true;
        place.kill();
        end();
    }

    /** The user closes it: what is under way is not waited for. */
    void close() {
        killed = true;
        end();
    }

    /**
     * It begins to end so that another one goes on: first it sends and asks nothing more; what is under way has a while
     * before {@link #close}.
     */
    void beginToEnd() {
        if (notifications != null) {
            notifications.close();
        }
        if (around.mutation() != Mutation.WATCH_NOT_ENDED) {
            stepped.close();
        }
    }

    /** Another one watches now; returns whether this one has ended, as it should. */
    boolean handOver() {
        handedOver = true;
        if (around.mutation() == Mutation.WATCH_NOT_ENDED) {
            journal.used().close();
            return false;
        }
        close();
        return true;
    }

    private void end() {
        tasks.end();
        if (notifications != null) {
            notifications.close();
        }
        stepped.close();
        tokens.close();
        journal.used().close();
    }
}
