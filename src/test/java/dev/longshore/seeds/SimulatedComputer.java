package dev.longshore.seeds;

import dev.longshore.secret.LockableKeystore;
import dev.longshore.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The computer on which programs of a run start and end: its clock, disk, keystore and network, and what goes wrong with them. */
final class SimulatedComputer {
    /** The longest that a watch takes for its own slowness, and a little. */
    private static final Duration NOT_NOTICED = Duration.ofSeconds(70);

    private final Simulator service;
    private final List<SetBack> setBacks = new ArrayList<>();
    private boolean clockWasSet;
    private Instant programStartedAt = Instant.MIN;
    private final Path disk;
    private final SeedFigures figures;
    private final LockableKeystore keystore = new LockableKeystore();
    private final DeliveredAnswers delivered = new DeliveredAnswers();
    private final Deque<PlannedFault> plannedFaults = new ArrayDeque<>();
    private Duration clockOffset = Duration.ZERO;
    private SeedStep.Network network = new SeedStep.Network(0, 0, 0, 0, 0);
    private SeedStep.Receivers receivers = new SeedStep.Receivers(0, 0, 0, 0, 0);
    private Random lot = new Random(0);
    private Path folder;
    private int images;
    private boolean isDiskFull;

    private record SetBack(Instant at, Duration by) {}

    private record PlannedFault(AnswerFault fault, boolean onlyChanges) {}

    SimulatedComputer(Simulator service, Path disk, SeedFigures figures) {
        this.service = service;
        this.disk = disk;
        this.figures = figures;
        this.folder = disk.resolve("data");
    }

    SeedFigures figures() {
        return figures;
    }

    LockableKeystore keystore() {
        return keystore;
    }

    DeliveredAnswers delivered() {
        return delivered;
    }

    /** Time that nobody sets: the service's. */
    Instant trueTime() {
        return service.clock().instant();
    }

    /** The time that this computer shows. */
    InstantSource clock() {
        return () -> trueTime().plus(clockOffset);
    }

    void setClock(Duration difference) {
        clockOffset = clockOffset.plus(difference);
        clockWasSet = true;
        if (difference.isNegative()) {
            setBacks.add(new SetBack(trueTime(), difference.negated()));
        }
    }

    /** True once the clock was set: times of two observations say no more which was first. */
    boolean clockWasSet() {
        return clockWasSet;
    }

    /**
     * By how much what was observed then may look younger without anybody being to blame: the clock was set back by less
     * than anybody notices, or a program noticed it that has ended since.
     */
    Duration unnoticedSince(Instant observed) {
        return setBacks.stream().filter(each -> !each.at().isBefore(observed))
                .map(each -> programStartedAt.isAfter(each.at()) ? each.by() : NOT_NOTICED)
                .reduce(NOT_NOTICED, Duration::plus);
    }

    /** A program has started; it knows nothing of what the clock did before. */
    void programStarted() {
        programStartedAt = trueTime();
    }

    Duration clockOffset() {
        return clockOffset;
    }

    void correctClock() {
        setClock(clockOffset.negated());
    }

    /** What the next draws come from. */
    void useLot(Random next) {
        lot = next;
    }

    Random lot() {
        return lot;
    }

    boolean draws(int percent) {
        return percent > 0 && lot.nextInt(100) < percent;
    }

    SeedStep.Network network() {
        return network;
    }

    void useNetwork(SeedStep.Network next) {
        network = next;
    }

    SeedStep.Receivers receivers() {
        return receivers;
    }

    void useReceivers(SeedStep.Receivers next) {
        receivers = next;
    }

    boolean isDiskFull() {
        return isDiskFull;
    }

    void fillDisk(boolean full) {
        isDiskFull = full;
    }

    void plan(AnswerFault fault, int times, boolean onlyChanges) {
        for (int time = 0; time < times; time++) {
            plannedFaults.add(new PlannedFault(fault, onlyChanges));
        }
    }

    /** The fault that hits this request, if one does. */
    Optional<AnswerFault> nextFault(String requestLine) {
        var isChange = requestLine.startsWith("POST");
        var found = plannedFaults.stream().filter(each -> isChange || !each.onlyChanges()).findFirst();
        found.ifPresent(plannedFaults::removeFirstOccurrence);
        return found.map(PlannedFault::fault);
    }

    /** From here on nothing goes wrong. */
    void endFaults() {
        plannedFaults.clear();
        network = new SeedStep.Network(0, 0, 0, 0, 0);
        receivers = new SeedStep.Receivers(0, 0, 0, 0, 0);
        isDiskFull = false;
        keystore.unlock();
    }

    /** The data folder of the next program. */
    Path folder() {
        return folder;
    }

    /** Puts {@code journal} into a folder that is not there yet. */
    void putIfAbsent(byte[] journal) {
        if (!Files.exists(folder)) {
            try {
                Files.createDirectories(folder);
                Files.write(folder.resolve("journal.db"), journal);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** From here on the disk is as a kill at this moment leaves it. */
    void keepAsKilled() {
        var image = disk.resolve("data-" + ++images);
        try {
            copy(folder, image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folder = image;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (var name : new String[]{"journal.db", "journal.db-wal"}) {
            if (Files.exists(from.resolve(name))) {
                Files.copy(from.resolve(name), to.resolve(name));
            }
        }
        keepBackups(from.resolve("backup"), to.resolve("backup"));
    }

    /** Nobody writes into those that are finished. */
    private static void keepBackups(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.createDirectories(to);
            try (var backups = Files.list(from)) {
                for (var each : backups.filter(one -> one.getFileName().toString().startsWith("journal-")).toList()) {
                    Files.createLink(to.resolve(each.getFileName()), each);
                }
            }
        }
    }
}
