package dev.longshore.platform;

import dev.longshore.atomicfile.AtomicFile;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.StartFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Remembers what the user arranged, as texts under keys, in a JSON file that can be read and edited; no secret is in
 * it. A change is in memory at once and on disk a moment later, written by a thread of its own; many changes in a row
 * become one. Safe for use by several threads; only {@link #open} and {@link #close} block.
 */
public final class SettingsFile implements AutoCloseable {
    /** How long to wait for further changes before writing. */
    public static final Duration USUAL_DELAY = Duration.ofMillis(500);

    /** What could not be written is tried again that long after. */
    private static final Duration RETRY = Duration.ofMinutes(1);

    /** In bytes; a thousand times what is usual. */
    private static final long LARGEST = 4_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final Path file;
    private final Duration delay;
    private final Optional<Fact> notice;
    private final ScheduledExecutorService writer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("settings").factory());
    private final Map<String, String> settings;
    private Map<String, String> onDisk;
    private @Nullable Future<?> scheduled;
    private boolean unwritten;
    private Optional<Fact> trouble = Optional.empty();

    private SettingsFile(Path file, Duration delay, Map<String, String> settings, Optional<Fact> notice) {
        this.file = file;
        this.delay = delay;
        this.settings = new TreeMap<>(settings);
        this.onDisk = Map.copyOf(settings);
        this.notice = notice;
    }

    /**
     * Reads the file. A missing one means nothing was changed yet; one that cannot be read is set aside under another
     * name, and {@link #notice()} says so.
     *
     * @param delay how long to wait for further changes before writing
     */
    public static SettingsFile open(Path file, Duration delay) {
        try {
            var kind = Files.readAttributes(file, BasicFileAttributes.class);
            if (!kind.isRegularFile()) {
                // Whoever reads a pipe or a device may wait for ever.
                throw new IOException("It is no file.");
            }
            return kind.size() > LARGEST
                    ? new SettingsFile(file, delay, Map.of(), Optional.of(setAside(file)))
                    : new SettingsFile(file, delay, SettingsJson.read(Files.readAllBytes(file)), Optional.empty());
        } catch (NoSuchFileException e) {
            return new SettingsFile(file, delay, Map.of(), Optional.empty());
        } catch (JacksonException e) {
            return new SettingsFile(file, delay, Map.of(), Optional.of(setAside(file)));
        } catch (IOException e) {
            LOG.warn("The settings cannot be read: {}", e.toString());
            // The next change would be written over them.
            var notice = Files.isRegularFile(file) ? setAside(file)
                    : Fact.of(StartFact.SETTINGS_UNREADABLE, file.toString());
            return new SettingsFile(file, delay, Map.of(), Optional.of(notice));
        }
    }

    /** What the user should know now: that something is not on disk, else what was wrong with the reading, or nothing. */
    public synchronized Optional<Fact> notice() {
        return trouble.isPresent() && !settings.equals(onDisk) ? trouble : notice;
    }

    /** What was kept under {@code key}, or nothing. */
    public synchronized Optional<String> find(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** Keeps {@code value} under {@code key}, now in memory and soon on disk. */
    public synchronized void save(String key, String value) {
        if (!value.equals(settings.put(key, value)) && !writer.isShutdown()) {
            unwritten = true;
            schedule(delay);
        }
    }

    private void schedule(Duration wait) {
        if (scheduled == null && !writer.isShutdown()) {
            scheduled = writer.schedule(this::writeRest, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Keeps {@code value} under {@code key}, for what must be known after the program is killed. What cannot be written
     * stays in memory and is tried again.
     *
     * @return completes when it is on disk, with why it is not, if so
     */
    public CompletableFuture<Optional<Fact>> saveAtOnce(String key, String value) {
        save(key, value);
        try {
            return CompletableFuture.supplyAsync(this::writeRest, writer);
        } catch (RejectedExecutionException closed) {
            // Whoever closes writes what came before; what comes later stays in memory.
            return CompletableFuture.completedFuture(Optional.empty());
        }
    }

    /**
     * Saves as {@link #saveAtOnce}, for what may not hold in this run unless it holds in the next one, too: what cannot be
     * written is in memory, too, as it is on disk.
     *
     * @return completes when it is on disk, or as before, with why, if so
     */
    public CompletableFuture<Optional<Fact>> saveOrRevert(String key, String value) {
        return saveAtOnce(key, value).thenApply(trouble -> trouble.filter(_ -> !isOnDisk(key, value)).map(why -> {
            revert(key, value);
            return why;
        }));
    }

    private synchronized boolean isOnDisk(String key, String value) {
        return value.equals(onDisk.get(key));
    }

    /** What was changed once more meanwhile is the business of who changed it. */
    private synchronized void revert(String key, String value) {
        if (value.equals(settings.get(key))) {
            settings.compute(key, (_, _) -> onDisk.get(key));
        }
    }

    /** Writes what is not on disk yet. Later changes stay in memory. Does not throw. */
    @Override
    public void close() {
        stop();
        writer.close();
        writeRest();
    }

    /** Not by an interrupt: what is being written would end in the middle, and nobody would write it again. */
    private synchronized void stop() {
        if (scheduled != null) {
            scheduled.cancel(false);
        }
        writer.shutdown();
    }

    /** What has to be written, if anything. */
    private synchronized Optional<Map<String, String>> toWrite() {
        if (scheduled != null) {
            // Where it was saved at once; whoever closes would wait for it.
            scheduled.cancel(false);
        }
        scheduled = null;
        var rest = unwritten ? Optional.of(Map.copyOf(settings)) : Optional.<Map<String, String>>empty();
        unwritten = false;
        return rest;
    }

    private Optional<Fact> writeRest() {
        return toWrite().flatMap(this::write);
    }

    private Optional<Fact> write(Map<String, String> content) {
        try {
            AtomicFile.writePrivate(file, SettingsJson.write(content));
            wasWritten(content);
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("The settings cannot be kept in {}: {}", file, e.toString());
            return Optional.of(tryAgain(Fact.of(StartFact.SETTINGS_NOT_WRITTEN, file.toString(), e.toString())));
        }
    }

    private synchronized void wasWritten(Map<String, String> content) {
        onDisk = content;
        trouble = Optional.empty();
    }

    private synchronized Fact tryAgain(Fact why) {
        trouble = Optional.of(why);
        unwritten = true;
        schedule(RETRY);
        return why;
    }

    private static Fact setAside(Path file) {
        var broken = file.resolveSibling(file.getFileName() + ".broken");
        try {
            Files.move(file, broken, StandardCopyOption.REPLACE_EXISTING);
            return Fact.of(StartFact.SETTINGS_SET_ASIDE, broken.toString());
        } catch (IOException e) {
            LOG.warn("The unreadable settings cannot be set aside: {}", e.toString());
            return Fact.of(StartFact.SETTINGS_UNREADABLE, file.toString());
        }
    }
}
