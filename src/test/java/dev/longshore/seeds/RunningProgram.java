package dev.longshore.seeds;

import dev.longshore.devops.http.InProcessConnector;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.secret.KeyringTokenStore;
import dev.longshore.simulator.Simulator;
import dev.longshore.support.EnglishText;
import dev.longshore.watch.engine.PollingWatch;
import dev.longshore.watch.engine.SteppedWatch;
import dev.longshore.watch.engine.WatchDependencies;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One start of the program until it is closed or killed: the real watch, journal and client. */
final class RunningProgram {
    private static final int LONGEST_WAIT = 50;

    private final SimulatedComputer computer;
    private final SentCommands sent;
    private final StepTasks tasks = new StepTasks();
    private final SqliteJournal journal;
    private final KeyringTokenStore tokens;
    private final SteppedWatch stepped;
    private final Queue<ViolationError> violations = new ConcurrentLinkedQueue<>();
    private int callsToKill;
    private volatile boolean killed;

    /** @param sent what has left before; more is added */
    RunningProgram(Simulator service, SimulatedComputer computer, AcknowledgedRows acknowledged, Mutation mutation,
            SentCommands sent) {
        this.computer = computer;
        this.sent = sent;
        journal = SqliteJournal.open(computer.folder(), computer.clock(), EnglishText::say);
        tokens = computer.keystore().open();
        var connector = new InProcessConnector(computer.clock(), new InMemoryNetwork(service, computer, this));
        var dependencies = new WatchDependencies(
                CheckedJournal.of(mutation.in(journal), this, computer, acknowledged), tokens,
                mutation.in(connector, service.clock()), computer.clock(), tasks);
        computer.programStarted();
        stepped = new SteppedWatch(dependencies, computer.lot().nextLong());
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
    SqliteJournal journal() {
        return journal;
    }

    StepTasks tasks() {
        return tasks;
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

    /** Fails unless what leaves now is on disk as asked for, and leaves for the first time. */
    void checkIntent(String requestLine) {
        computer.figures().count("posts", 1);
        try {
            sent.leaves(requestLine, journal);
        } catch (ViolationError violation) {
            // Thrown here it would be taken for a fault of the network.
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
        sent.performed(requestLine);
    }

    /** What is open when it ends ends with it, wherever it was. */
    void kill() {
        killed = true;
        computer.keepAsKilled();
        end();
    }

    /** The user closes it: what is under way is not waited for. */
    void close() {
        killed = true;
        end();
    }

    private void end() {
        tasks.end();
        stepped.close();
        tokens.close();
        journal.close();
    }
}
