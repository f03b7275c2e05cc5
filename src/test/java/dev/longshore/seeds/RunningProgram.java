package dev.longshore.seeds;

import dev.longshore.devops.ApiRequest;
import dev.longshore.devops.http.InProcessConnector;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Initialization;
import dev.longshore.secret.KeyringTokenStore;
import dev.longshore.simulator.Simulator;
import dev.longshore.support.EnglishText;
import dev.longshore.watch.engine.PollingWatch;
import dev.longshore.watch.engine.SteppedWatch;
import dev.longshore.watch.engine.WatchDependencies;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One start of the program until it is closed or killed: the real watch, journal and client. */
final class RunningProgram {
    private static final int LONGEST_WAIT = 50;

    private final SimulatedComputer computer;
    private final Set<String> sent;
    private final StepTasks tasks = new StepTasks();
    private final SqliteJournal journal;
    private final KeyringTokenStore tokens;
    private final SteppedWatch stepped;
    private int callsToKill;
    private volatile boolean killed;

    /** @param sent the IDs of what has left before; more are added */
    RunningProgram(Simulator service, SimulatedComputer computer, AcknowledgedRows acknowledged, Mutation mutation,
            Set<String> sent) {
        this.computer = computer;
        this.sent = sent;
        journal = SqliteJournal.open(computer.folder(), computer.clock(), EnglishText::say);
        tokens = computer.keystore().open();
        var connector = new InProcessConnector(computer.clock(), new InMemoryNetwork(service, computer, this));
        var dependencies = new WatchDependencies(
                CheckedJournal.of(mutation.in(journal), this, computer, acknowledged), tokens,
                mutation.in(connector, service.clock()), computer.clock(), tasks);
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
        var path = requestLine.split(" ", 3)[1];
        var intent = path.endsWith("/initialize") ? initialization(path) : command(path);
        ViolationError.unless(intent != null, "A POST left that is not on disk, or was sent before: %s", path);
        sent.add(Objects.requireNonNull(intent));
    }

    private @Nullable String command(String path) {
        return journal.openCommands().stream().filter(each -> each.state() instanceof CommandState.Requested)
                .filter(each -> !sent.contains(each.id()) && isOf(each, path)).map(Command::id).findFirst()
                .orElse(null);
    }

    private static boolean isOf(Command command, String path) {
        return ApiRequest
                .action(command.action(), command.key().ref(), command.cleanupTime())
                .at(URI.create("http://service")).toString().equals("http://service" + path);
    }

    private @Nullable String initialization(String path) {
        return journal.initializations().stream()
                .filter(each -> each.answer() instanceof Initialization.Answer.Pending && !sent.contains(each.id())
                        && path.contains(each.database().value()))
                .map(Initialization::id).findFirst().orElse(null);
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

    static Set<String> nothingSent() {
        return new HashSet<>();
    }
}
