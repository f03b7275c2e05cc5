package dev.longshore.seeds;

import dev.longshore.devops.ApiRequest;
import dev.longshore.devops.InitializeRequest;
import dev.longshore.journal.JournalException;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Environment;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Secret;
import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.service.ImportPlan;
import dev.longshore.simulator.service.SimulatedCloud;
import dev.longshore.support.EnglishText;
import dev.longshore.watch.CommandRequest;
import dev.longshore.watch.WatchedMigration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Plays a script, and compares at every step what the program says and does with what it may. */
final class SeedRun implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-11-21T18:00:00Z");
    private static final ConnectionId CONNECTION = new ConnectionId("service");
    private static final int MIGRATIONS = 3;
    private static final int LONGEST_TICK = 20;

    private final SeedScript script;
    private final Mutation mutation;
    private final SeedFigures figures = new SeedFigures();
    private final Simulator service;
    private final SimulatedComputer computer;
    private final StatementChecks checks;
    private final AcknowledgedRows acknowledged = new AcknowledgedRows();
    private final SentCommands sent = new SentCommands();
    private final SaidHistory said = new SaidHistory();
    private final List<MigrationKey> keys = new ArrayList<>();
    private final CRC32 trace = new CRC32();
    private long tracedVersion;
    private RunningProgram program;
    private final @Nullable WindowUser user;

    /** @param window where a seed with a window shows it; null to have none */
    SeedRun(SeedScript script, Mutation mutation, Path folder, @Nullable Stage window) {
        this.script = script;
        this.mutation = mutation;
        service = Simulator.inProcess(
                SimulatorOptions.standingStill().start(START).seed(script.seed()).build());
        computer = new SimulatedComputer(service, folder, figures);
        computer.useLot(new Random(script.seed()));
        checks = new StatementChecks(computer);
        program = newProgram();
        user = window != null && SeedScript.hasWindow(script.seed())
                ? new WindowUser(window, computer, sent, mutation) : null;
        if (user != null) {
            sent.expectPromises();
        }
    }

    /**
     * What came of it.
     *
     * @param violation what was wrong; empty where nothing was
     * @param step the number of the step at which it was found
     * @param trace the same for two runs in which the same happened
     */
    record SeedOutcome(Optional<String> violation, int step, long trace, SeedFigures figures) {}

    SeedOutcome play() {
        var number = -1;
        try {
            begin();
            for (var step : script.steps()) {
                number = step.number();
                computer.useLot(new Random(step.lot()));
                play(step.step());
                tick();
                figures.count("steps", 1);
            }
            number++;
            if (script.recovery()) {
                new RecoveryChecks(this).check();
            }
            restart(0);
            requireNothingLost();
            requireNoSecrets();
            return new SeedOutcome(Optional.empty(), number, trace.getValue(), figures);
        } catch (ViolationError violation) {
            return new SeedOutcome(Optional.of(String.valueOf(violation.getMessage())), number, trace.getValue(),
                    figures);
        }
    }

    private RunningProgram newProgram() {
        return new RunningProgram(service, computer, acknowledged, mutation, sent);
    }

    private void begin() {
        var random = computer.lot();
        var databases = List.of(
                service.addDatabase("orders", SimulatedCloud.AWS, "eu-west-1", "ACTIVE"),
                service.addDatabase("billing", SimulatedCloud.GCP, "europe-west1", "ACTIVE"));
        program.stepped().open(connection(), Secret.of(service.fullToken()));
        for (int number = 0; number < MIGRATIONS; number++) {
            var database = databases.get(number / 2);
            var migration = service.addMigration(database);
            var plan = ImportPlan.lasting(Duration.ofMinutes(20 + random.nextInt(300)));
            service.planImport(migration, random.nextInt(3) != 0 ? plan
                    : plan.failing(random.nextDouble(), "SSTable 17 is corrupt", random.nextBoolean()));
            keys.add(new MigrationKey(CONNECTION, new MigrationRef(
                    new DatabaseId(database.toString()), new MigrationId(migration.toString()))));
        }
        for (var key : keys) {
            var _ = program.watch().add(key, "m" + keys.indexOf(key));
        }
        program.start();
        pass(300);
    }

    static Connection connection() {
        return new Connection(CONNECTION, "service", URI.create("http://127.0.0.1:8085"), Environment.TEST, false,
                Connection.TokenOrigin.KEYSTORE);
    }

    private void play(SeedStep step) {
        switch (step) {
            case SeedStep.Pass(int seconds) -> pass(seconds);
            case SeedStep.RequestOffered ask -> requestOffered(ask);
            case SeedStep.RequestAction ask -> ask(key(ask.migration()), ask.action(), ask.minutesAhead());
            case SeedStep.UseWindow use -> useWindow(use);
            case SeedStep.Initialize(int database) -> {
                var _ = program.watch().initialize(
                        CONNECTION, InitializeRequest.into(key(database).ref().database()), "made");
            }
            case SeedStep.Acknowledge _ -> acknowledge();
            case SeedStep.Refresh _ -> program.watch().pollNow();
            case SeedStep.Rename(int migration, int name) -> {
                var _ = program.watch().rename(key(migration), "name " + name);
            }
            case SeedStep.ColleagueActs acts -> colleagueActs(acts);
            case SeedStep.SpoilAnswers(int fault, int times, boolean onlyChanges) ->
                computer.plan(AnswerFault.number(fault), times, onlyChanges);
            case SeedStep.Network network -> computer.useNetwork(network);
            case SeedStep.Kill(int calls, int downSeconds) -> kill(calls, downSeconds);
            case SeedStep.Restart(int downSeconds) -> {
                figures.fault("restart");
                restart(downSeconds);
            }
            case SeedStep.Sleep(int seconds) -> {
                figures.fault("sleep");
                service.clock().advance(Duration.ofSeconds(seconds));
            }
            case SeedStep.SetClock(int seconds) -> {
                figures.fault(seconds < 0 ? "clock set back" : "clock set ahead");
                computer.setClock(Duration.ofSeconds(seconds));
            }
            case SeedStep.Disk(boolean full) -> computer.fillDisk(full);
            case SeedStep.Keystore(boolean locked) -> useKeystore(locked);
            case SeedStep.SecondProgram _ -> startSecondProgram();
        }
    }

    private void useWindow(SeedStep.UseWindow use) {
        if (user == null) {
            return;
        }
        user.lookAt(program);
        user.begin(use);
        runTasks();
        for (int gesture = 0; gesture < use.gestures() && !program.isKilled(); gesture++) {
            advance(1 + computer.lot().nextInt(4));
            if (!program.isKilled()) {
                user.lookAt(program);
                user.goOn(computer.lot());
                runTasks();
            }
        }
        if (program.isKilled()) {
            revive(0);
        }
    }

    private MigrationKey key(int number) {
        return keys.get(Math.floorMod(number, keys.size()));
    }

    private void requestOffered(SeedStep.RequestOffered ask) {
        var offered = new ArrayList<Runnable>();
        for (var migration : program.watch().snapshot().migrations()) {
            for (var action : Action.values()) {
                if (migration.ruling(action).isAllowed()) {
                    offered.add(() -> ask(migration.key(), action, ask.minutesAhead()));
                }
            }
        }
        if (!offered.isEmpty()) {
            offered.get(Math.floorMod(ask.choice(), offered.size())).run();
        }
    }

    private void ask(MigrationKey key, Action action, int minutesAhead) {
        figures.count("commands", 1);
        var _ = program.watch().command(new CommandRequest(key, action, action == Action.SCHEDULE_CLEANUP
                ? new CleanupTime(computer.clock().instant().plus(Duration.ofMinutes(minutesAhead))) : null, ""));
    }

    private void acknowledge() {
        var _ = program.watch().acknowledge(program.journal().alerts(Instant.EPOCH).stream()
                .filter(each -> each.endedAt().isEmpty()).map(each -> each.id()).toList());
    }

    private void colleagueActs(SeedStep.ColleagueActs acts) {
        figures.fault("colleague by curl");
        var ref = key(acts.migration()).ref();
        var path = ApiRequest.action(acts.action(), ref, acts.action() == Action.SCHEDULE_CLEANUP
                ? new CleanupTime(computer.trueTime().plus(Duration.ofMinutes(acts.minutesAhead()))) : null)
                .at(URI.create("http://service")).toString().substring("http://service".length());
        Curl.post(service, path);
    }

    private void kill(int calls, int downSeconds) {
        figures.fault("kill");
        program.killAfter(calls);
        for (int passed = 0; passed < 120 && !program.isKilled(); passed += LONGEST_TICK) {
            advance(LONGEST_TICK);
        }
        revive(downSeconds);
    }

    private void revive(int downSeconds) {
        closeWindow();
        program.kill();
        service.clock().advance(Duration.ofSeconds(downSeconds));
        begin(newProgram());
    }

    private void restart(int downSeconds) {
        closeWindow();
        program.close();
        service.clock().advance(Duration.ofSeconds(downSeconds));
        begin(newProgram());
    }

    private void closeWindow() {
        if (user != null) {
            user.close();
        }
    }

    private void begin(RunningProgram next) {
        program = next;
        said.programStarted(program.journal());
        requireNothingLost();
        program.start();
        runTasks();
    }

    private void useKeystore(boolean locked) {
        if (locked) {
            figures.fault("locked keystore");
            computer.keystore().lock();
        } else {
            computer.keystore().unlock();
            var _ = program.watch().unlock();
        }
    }

    private void startSecondProgram() {
        figures.fault("second program");
        try (var _ = SqliteJournal.open(computer.folder(), computer.clock(), EnglishText::say)) {
            throw new ViolationError("A second program opened the journal of one that runs");
        } catch (JournalException asItShould) {
            figures.count("second programs kept out", 1);
        }
    }

    /** Time goes on, with a tick of the watch at least every twenty seconds. */
    void pass(int seconds) {
        for (int left = seconds; left > 0; left -= LONGEST_TICK) {
            advance(Math.min(left, LONGEST_TICK));
            if (program.isKilled()) {
                revive(0);
            }
        }
    }

    private void advance(int seconds) {
        service.clock().advance(Duration.ofSeconds(seconds));
        tick();
    }

    private void tick() {
        // The program looks ten times a second; it tells at every tenth look.
        for (int look = 0; look < 2; look++) {
            runTasks();
            if (!program.isKilled()) {
                program.watch().tick();
            }
        }
        if (!program.isKilled()) {
            checks.check(program.watch().snapshot());
            said.add(program.watch().snapshot());
        }
    }

    private void runTasks() {
        program.tasks().runUntilIdle(computer.trueTime(), computer.lot());
        program.requireNoViolation();
        program.tasks().failures().forEach(each -> {
            throw each instanceof ViolationError violation ? violation
                    : new ViolationError("A task ended with " + each);
        });
        var version = program.watch().snapshot().version();
        if (version == tracedVersion) {
            return;
        }
        tracedVersion = version;
        trace.update(program.watch().snapshot().migrations().stream().map(WatchedMigration::lastKnown).toList()
                .toString().getBytes(StandardCharsets.UTF_8));
    }

    private void requireNothingLost() {
        var journal = program.journal();
        acknowledged.requireIn(journal);
        StatementChecks.checkAlerts(journal.alerts(Instant.EPOCH));
        sent.requireJudgedRightly(journal.recentCommands(Integer.MAX_VALUE));
        said.requireIn(journal, computer.clockWasSet(), checks);
    }

    private void requireNoSecrets() {
        var secrets = new HashSet<>(computer.delivered().secrets());
        secrets.add(service.fullToken());
        try (var files = Files.list(computer.folder())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var content = Files.readString(file, StandardCharsets.ISO_8859_1);
                ViolationError.unless(secrets.stream().noneMatch(content::contains), "A secret is in %s", file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SimulatedComputer computer() {
        return computer;
    }

    RunningProgram program() {
        return program;
    }

    Simulator service() {
        return service;
    }

    List<MigrationKey> keys() {
        return keys;
    }

    @Override
    public void close() {
        closeWindow();
        program.close();
        service.close();
    }
}
