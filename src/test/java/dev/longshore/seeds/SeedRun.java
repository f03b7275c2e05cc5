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
import dev.longshore.model.launch.LaunchQueue.QueueChange;
import dev.longshore.seeds.RunningProgram.ProgramSurroundings;
import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.service.ImportPlan;
import dev.longshore.simulator.service.SimulatedCloud;
import dev.longshore.support.EnglishText;
import dev.longshore.watch.CommandRequest;
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
import java.util.UUID;
import java.util.zip.CRC32;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Plays a script, and compares at every step what the program says and does with what it may. */
final class SeedRun implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-11-21T18:00:00Z");
    private static final ConnectionId CONNECTION = new ConnectionId("service");
    private static final ConnectionId ONLY_LOOKS = new ConnectionId("only looks");
    private static final int MIGRATIONS = 3;
    private static final int LONGEST_TICK = 20;
    /** So long a program waits for what is under way when it ends. */
    private static final int SECONDS_TO_END = 3;
    /** A desk asks for news of the others at every tenth look, and so at every second tick. */
    private static final int LOOKS_OF_TEAM = 5;
    private static final int DESKS = 3;

    private final SeedScript script;
    private final SeedFigures figures = new SeedFigures();
    private final Simulator service;
    private final SimulatedComputer computer;
    private final ProgramSurroundings around;
    private final Optional<TeamDatabase> team;
    private final List<SeedProgram> desks = new ArrayList<>();
    /** Programs that should have ended when they handed over, and did not. */
    private final List<RunningProgram> notEnded = new ArrayList<>();
    private final List<MigrationKey> keys = new ArrayList<>();
    private final CRC32 trace = new CRC32();
    private final @Nullable WindowUser user;
    /** The one at which things happen now. */
    private SeedProgram desk;

    /** @param window where a seed with a window shows it; null to have none */
    SeedRun(SeedScript script, Mutation mutation, Path folder, @Nullable Stage window) {
        this.script = script;
        service = Simulator.inProcess(
                SimulatorOptions.standingStill().start(START).seed(script.seed()).build());
        computer = new SimulatedComputer(service, folder, figures);
        computer.useLot(new Random(script.seed()));
        around = new ProgramSurroundings(service, computer, mutation, new SentCommands(),
                script.hasRoutes() ? Optional.of(new MessageReceivers(folder)) : Optional.empty());
        team = script.hasTeam() ? Optional.of(new TeamDatabase(folder, service.clock(), figures)) : Optional.empty();
        desk = new SeedProgram(around, team.map(each -> each.desk(0)).orElseGet(() -> ProgramJournal.onDisk(computer)));
        desks.add(desk);
        user = window != null && SeedScript.hasWindow(script.seed())
                ? new WindowUser(window, computer, around.sent(), mutation) : null;
        if (user != null) {
            around.sent().expectPromises();
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
                if (desks.size() > 1) {
                    desk = desks.get(computer.lot().nextInt(desks.size()));
                }
                play(step.step());
                tick();
                figures.count("steps", 1);
            }
            number++;
            if (script.recovery()) {
                new RecoveryChecks(this).check();
            }
            for (var each : desks) {
                desk = each;
                restart(0);
                desk.requireNothingLost();
            }
            requireNoSecrets();
            countLaunches();
            return new SeedOutcome(Optional.empty(), number, trace.getValue(), figures);
        } catch (ViolationError violation) {
            return new SeedOutcome(Optional.of(String.valueOf(violation.getMessage())), number, trace.getValue(),
                    figures);
        }
    }

    private void begin() {
        var random = computer.lot();
        var databases = List.of(
                service.addDatabase("orders", SimulatedCloud.AWS, "eu-west-1", "ACTIVE"),
                service.addDatabase("billing", SimulatedCloud.GCP, "europe-west1", "ACTIVE"));
        program().stepped().open(connection(CONNECTION), Secret.of(service.fullToken()));
        for (int number = 0; number < MIGRATIONS; number++) {
            addMigration(CONNECTION, databases.get(number / 2), random);
        }
        if (script.hasSecondConnection()) {
            program().stepped().open(connection(ONLY_LOOKS), Secret.of(service.viewOnlyToken()));
            addMigration(ONLY_LOOKS, service.addDatabase("ledger", SimulatedCloud.AZURE, "westeurope", "ACTIVE"),
                    random);
        }
        for (var key : keys) {
            var _ = program().watch().add(key, "m" + keys.indexOf(key));
        }
        program().start();
        if (team.isPresent()) {
            runTasks();
            for (int number = 1; number < DESKS; number++) {
                var colleague = new SeedProgram(around, team.get().desk(number));
                desks.add(colleague);
                colleague.program().start();
            }
        }
        pass(300);
    }

    private void addMigration(ConnectionId connection, UUID database, Random random) {
        var migration = service.addMigration(database);
        var minutes = 20 + random.nextInt(300);
        // Else hardly a queue would come to its second.
        var plan = ImportPlan.lasting(Duration.ofMinutes(changesQueues() ? minutes / 20 : minutes));
        service.planImport(migration, random.nextInt(3) != 0 ? plan
                : plan.failing(random.nextDouble(), "SSTable 17 is corrupt", random.nextBoolean()));
        keys.add(new MigrationKey(connection, new MigrationRef(
                new DatabaseId(database.toString()), new MigrationId(migration.toString()))));
    }

    private boolean changesQueues() {
        return script.steps().stream().anyMatch(each -> each.step() instanceof SeedStep.ChangeQueue);
    }

    private static Connection connection(ConnectionId id) {
        return new Connection(id, id.value(), URI.create("http://127.0.0.1:8085"), Environment.TEST, false,
                Connection.TokenOrigin.KEYSTORE);
    }

    private void play(SeedStep step) {
        switch (step) {
            case SeedStep.Pass(int seconds) -> pass(seconds);
            case SeedStep.RequestOffered ask -> requestOffered(ask);
            case SeedStep.RequestAction ask -> ask(key(ask.migration()), ask.action(), ask.minutesAhead());
            case SeedStep.UseWindow use -> useWindow(use);
            case SeedStep.Initialize(int database) -> {
                var _ = program().watch().initialize(
                        key(database).connection(), InitializeRequest.into(key(database).ref().database()), "made");
            }
            case SeedStep.Acknowledge _ -> acknowledge();
            case SeedStep.Refresh _ -> program().watch().pollNow();
            case SeedStep.Rename(int migration, int name) -> {
                var _ = program().watch().rename(key(migration), "name " + name);
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
            case SeedStep.SetClock(int seconds) -> setClock(seconds);
            case SeedStep.Disk(boolean full) -> computer.fillDisk(full);
            case SeedStep.Keystore(boolean locked) -> useKeystore(locked);
            case SeedStep.SecondProgram _ -> startSecondProgram();
            case SeedStep.Receivers receivers -> computer.useReceivers(receivers);
            case SeedStep.HandOver(int calls) -> handOver(calls);
            case SeedStep.ChangeQueue(int migration, int change) -> changeQueue(key(migration), change);
            case SeedStep.BreakDatabase(int packets, int awaySeconds) ->
                team.ifPresent(each -> each.breakAfter(packets, awaySeconds));
        }
    }

    /** The desks of a team share a clock that is right: each would have its own, and one for all proves nothing. */
    private void setClock(int seconds) {
        if (team.isEmpty()) {
            figures.fault(seconds < 0 ? "clock set back" : "clock set ahead");
            computer.setClock(Duration.ofSeconds(seconds));
        }
    }

    private void useWindow(SeedStep.UseWindow use) {
        if (user == null) {
            return;
        }
        user.lookAt(program());
        user.begin(use);
        runTasks();
        for (int gesture = 0; gesture < use.gestures() && !program().isKilled(); gesture++) {
            advance(1 + computer.lot().nextInt(4));
            if (!program().isKilled()) {
                user.lookAt(program());
                user.goOn(computer.lot());
                runTasks();
            }
        }
        if (program().isKilled()) {
            revive(0);
        }
    }

    private MigrationKey key(int number) {
        return keys.get(Math.floorMod(number, keys.size()));
    }

    private void requestOffered(SeedStep.RequestOffered ask) {
        var offered = new ArrayList<Runnable>();
        for (var migration : program().watch().snapshot().migrations()) {
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

    /** Mostly the first is launched and the others of its database follow; an approval is good for one launch, as a click is. */
    private void changeQueue(MigrationKey key, int change) {
        figures.count("changes of queues", 1);
        var migration = key.ref().migration();
        if (change == 0) {
            change(key, new QueueChange.AutoLaunchSwitched(false));
        } else if (change == 1) {
            change(key, new QueueChange.ApprovalWithdrawn(migration));
        } else if (change == 2) {
            change(key, new QueueChange.LaunchesReordered(List.of(migration)));
        } else {
            change(key, new QueueChange.AutoLaunchSwitched(true));
            keys.stream().filter(each -> each.ref().database().equals(key.ref().database())).forEach(each -> {
                around.sent().allowLaunch(each.ref());
                change(each, new QueueChange.LaunchApproved(each.ref().migration(), ""));
            });
            ask(key, Action.LAUNCH, 0);
        }
    }

    private void countLaunches() {
        figures.count("launched by queues", program().journal().launchQueues().stream()
                .flatMap(each -> each.launches().stream()).flatMap(each -> each.approval().stream())
                .filter(each -> !each.isOpen()).count());
    }

    private void change(MigrationKey key, QueueChange change) {
        var _ = program().watch().changeQueue(key.databaseKey(), change);
    }

    private void ask(MigrationKey key, Action action, int minutesAhead) {
        figures.count("commands", 1);
        if (action == Action.LAUNCH) {
            around.sent().allowLaunch(key.ref());
        }
        var _ = program().watch().command(new CommandRequest(key, action, action == Action.SCHEDULE_CLEANUP
                ? new CleanupTime(computer.clock().instant().plus(Duration.ofMinutes(minutesAhead))) : null, ""));
    }

    private void acknowledge() {
        var _ = program().watch().acknowledge(program().journal().alerts(Instant.EPOCH).stream()
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
        program().killAfter(calls);
        for (int passed = 0; passed < 120 && !program().isKilled(); passed += LONGEST_TICK) {
            advance(LONGEST_TICK);
        }
        revive(downSeconds);
    }

    private void revive(int downSeconds) {
        closeWindow();
        program().kill();
        service.clock().advance(Duration.ofSeconds(downSeconds));
        begin(false);
    }

    private void restart(int downSeconds) {
        closeWindow();
        program().close();
        service.clock().advance(Duration.ofSeconds(downSeconds));
        begin(false);
    }

    private void closeWindow() {
        if (user != null) {
            user.close();
        }
    }

    private void begin(boolean continues) {
        desk.startNext(continues);
        runTasks();
    }

    /** As the program does: it asks nothing more, waits a few seconds for what is under way, and lets go of the folder. */
    private void handOver(int calls) {
        figures.fault(calls == 0 ? "hand-over" : "kill in a hand-over");
        closeWindow();
        var before = program();
        before.killAfter(calls);
        before.beginToEnd();
        if (team.isEmpty()) {
            requireKeptOut();
        }
        for (int second = 0; second < SECONDS_TO_END; second++) {
            service.clock().advance(Duration.ofSeconds(1));
            desk.runTasks(computer.lot(), trace);
        }
        var gaps = desk.closedGaps(keys);
        if (before.isKilled()) {
            before.kill();
        } else if (!before.handOver()) {
            notEnded.add(before);
        }
        begin(true);
        ViolationError.unless(desk.closedGaps(keys) == gaps, "Said to have been closed while the watch went on");
    }

    private void useKeystore(boolean locked) {
        if (locked) {
            figures.fault("locked keystore");
            computer.keystore().lock();
        } else {
            computer.keystore().unlock();
            var _ = program().watch().unlock();
        }
    }

    private void startSecondProgram() {
        if (team.isEmpty()) {
            figures.fault("second program");
            requireKeptOut();
        }
    }

    private void requireKeptOut() {
        try (var _ = SqliteJournal.open(computer.folder(), computer.clock(), EnglishText::say)) {
            throw new ViolationError("A second program opened the journal of one that runs");
        } catch (JournalException asItShould) {
            figures.count("second programs kept out", 1);
        }
    }

    /** Time goes on, with a tick of the watch at least every twenty seconds. */
    void pass(int seconds) {
        pass(seconds, LONGEST_TICK);
    }

    /** Time goes on, with a tick of the watch at least as often as that. */
    void pass(int seconds, int longestTick) {
        for (int left = seconds; left > 0; left -= longestTick) {
            advance(Math.min(left, longestTick));
            if (program().isKilled()) {
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
        for (int look = 0; look < (team.isEmpty() ? 2 : LOOKS_OF_TEAM); look++) {
            runTasks();
            desks.forEach(each -> each.program().tick());
            notEnded.forEach(RunningProgram::tick);
        }
        desks.forEach(SeedProgram::checkWhatIsSaid);
    }

    private void runTasks() {
        desks.forEach(each -> each.runTasks(computer.lot(), trace));
        for (var each : notEnded) {
            each.tasks().runUntilIdle(computer.trueTime(), computer.lot());
            each.requireNoViolation();
        }
    }

    private void requireNoSecrets() {
        var secrets = new HashSet<>(computer.delivered().secrets());
        secrets.add(service.fullToken());
        secrets.add(service.viewOnlyToken());
        around.receivers().ifPresent(each -> each.requireNone(secrets));
        if (team.isPresent()) {
            return;
        }
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

    /** The program at which things happen now. */
    RunningProgram program() {
        return desk.program();
    }

    /** The programs of all desks. */
    List<RunningProgram> programs() {
        return desks.stream().map(SeedProgram::program).toList();
    }

    Optional<MessageReceivers> receivers() {
        return around.receivers();
    }

    /** From here on nothing goes wrong. */
    void endFaults() {
        computer.endFaults();
        team.ifPresent(TeamDatabase::repair);
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
        notEnded.forEach(RunningProgram::close);
        programs().forEach(RunningProgram::close);
        team.ifPresent(TeamDatabase::close);
        service.close();
    }
}
