package dev.longshore.journal;

import dev.longshore.atomicfile.AtomicFile;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.platform.SettingsFile;
import dev.longshore.support.EnglishText;
import dev.longshore.support.TemporaryFolder;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A program of its own whose files may not grow beyond a limit of the system: each operation is tried with no room at
 * all, then with a little more, until it succeeds. After each try old or new is there, and what was acknowledged is new.
 */
final class FullDiskProgram {
    private static final long STEP = 512;
    private static final int FILE_SIZE = 1;
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final ConnectionId CONNECTION = new ConnectionId("prod");
    private static final String OLD = "old";
    private static final String NEW = "new ".repeat(2_000);
    private static final String SHEET = "hand-over.md";

    private final Path folder;
    private final MethodHandle limiting;

    @SuppressWarnings("restricted")
    private FullDiskProgram(Path folder) {
        this.folder = folder;
        var linker = Linker.nativeLinker();
        limiting = linker.downcallHandle(
                linker.defaultLookup().find("setrlimit").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    }

    /** Something that is written. */
    private interface Operation {
        /** Tries it in a folder that was prepared; true when it was acknowledged. */
        boolean attempt(Path prepared) throws Exception;
    }

    /** What is there afterwards: true for new, false for old; fails for anything else. */
    private interface Outcome {
        boolean isNew(Path prepared) throws Exception;
    }

    /** Takes the folder to work in; prints a line for each operation. */
    public static void main(String[] arguments) throws Exception {
        var program = new FullDiskProgram(Path.of(arguments[0]));
        program.prepare();
        program.run("journal", FullDiskProgram::write, FullDiskProgram::isWritten);
        program.run("backup", FullDiskProgram::backUp, FullDiskProgram::isBackedUp);
        program.run("settings", FullDiskProgram::saveSettings, FullDiskProgram::areSettingsSaved);
        program.run("export", FullDiskProgram::export, FullDiskProgram::isExported);
        program.run("file", FullDiskProgram::saveFile, FullDiskProgram::isFileSaved);
    }

    private Path base() {
        return folder.resolve("base");
    }

    private void prepare() throws IOException {
        try (var journal = open(base())) {
            for (int number = 0; number < 30; number++) {
                journal.save(migration("m" + number));
            }
        }
        Files.writeString(base().resolve("settings.json"), "{\"key\":\"" + OLD + "\"}");
        Files.writeString(base().resolve("export.json"), OLD);
        Files.writeString(base().resolve(SHEET), OLD);
    }

    private void run(String name, Operation operation, Outcome outcome) throws Exception {
        var tries = 0;
        var acknowledged = false;
        while (!acknowledged) {
            var prepared = copy(tries);
            acknowledged = withLimit(tries * STEP, () -> operation.attempt(prepared));
            var isNew = outcome.isNew(prepared);
            if (acknowledged && !isNew) {
                throw new AssertionError(name + " was acknowledged and is lost, with " + tries * STEP + " bytes");
            }
            TemporaryFolder.delete(prepared);
            tries++;
        }
        System.out.println(name + " " + tries);
    }

    private interface JournalWrite {
        boolean run() throws Exception;
    }

    private boolean withLimit(long bytes, JournalWrite attempt) throws Exception {
        limit(bytes);
        try {
            return attempt.run();
        } finally {
            limit(Long.MAX_VALUE);
        }
    }

    /** Of this process alone, and only the limit that it may raise again. */
    private void limit(long bytes) {
        try (var arena = Arena.ofConfined()) {
            var limits = arena.allocate(ValueLayout.JAVA_LONG, 2);
            limits.setAtIndex(ValueLayout.JAVA_LONG, 0, bytes == Long.MAX_VALUE ? -1 : bytes);
            limits.setAtIndex(ValueLayout.JAVA_LONG, 1, -1);
            if ((int) limiting.invokeExact(FILE_SIZE, limits) != 0) {
                throw new IllegalStateException("The limit cannot be set");
            }
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path copy(int number) throws IOException {
        var to = Files.createDirectories(folder.resolve("try-" + number));
        try (var files = Files.list(base())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    private static SqliteJournal open(Path folder) {
        return SqliteJournal.open(folder, InstantSource.fixed(NOON), EnglishText::say);
    }

    private static RegisteredMigration migration(String name) {
        return new RegisteredMigration(
                new MigrationKey(CONNECTION, MigrationRef.parse("db/" + name)), name, NOON);
    }

    private static boolean write(Path folder) {
        try (var journal = open(folder)) {
            journal.save(migration("new"));
            return true;
        } catch (JournalException full) {
            return false;
        }
    }

    private static boolean isWritten(Path folder) {
        try (var journal = open(folder)) {
            var size = journal.register().size();
            if ((size != 30 && size != 31) || journal.notice().isPresent()) {
                throw new AssertionError("The journal holds " + size + ", " + journal.notice());
            }
            return size == 31;
        }
    }

    private static JournalFile file(Path folder) {
        return new JournalFile(folder, Duration.ofSeconds(5));
    }

    private static boolean backUp(Path folder) {
        try (var sql = file(folder).openForReading()) {
            new Backups(folder.resolve("backup")).make(sql, NOON);
            return true;
        } catch (IOException | SQLException | JournalException full) {
            return false;
        }
    }

    private static boolean isBackedUp(Path folder) throws IOException, SQLException {
        var all = new Backups(folder.resolve("backup")).newestFirst();
        for (var each : all) {
            try (var sql = file(folder).openForReading(each.file())) {
                if (IntegrityCheck.of(sql, () -> false) != IntegrityCheck.IntegrityResult.SOUND) {
                    throw new AssertionError("A backup is not sound: " + each);
                }
            }
        }
        if (Files.exists(folder.resolve("backup").resolve("unfinished.db"))) {
            throw new AssertionError("Half a backup is left");
        }
        return !all.isEmpty();
    }

    private static boolean saveSettings(Path folder) {
        var settings = SettingsFile.open(folder.resolve("settings.json"), Duration.ofDays(1));
        settings.save("key", NEW);
        settings.close();
        return areSettingsSaved(folder);
    }

    private static boolean areSettingsSaved(Path folder) {
        try (var settings = SettingsFile.open(folder.resolve("settings.json"), Duration.ofDays(1))) {
            var found = settings.find("key").orElse("");
            if (!List.of(OLD, NEW).contains(found)) {
                throw new AssertionError("The settings are neither old nor new: " + settings.notice());
            }
            return !found.equals(OLD);
        }
    }

    private static boolean export(Path folder) {
        try (var journal = open(folder)) {
            journal.export(ZoneOffset.UTC, EnglishText::say).json(folder.resolve("export.json"));
            return true;
        } catch (JournalException full) {
            return false;
        }
    }

    private static boolean isExported(Path folder) throws IOException {
        var content = Files.readString(folder.resolve("export.json"));
        if (!content.equals(OLD) && !(content.startsWith("{") && content.strip().endsWith("}"))) {
            throw new AssertionError("Half an export is left");
        }
        failOnUnfinished(folder);
        return !content.equals(OLD);
    }

    private static void failOnUnfinished(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            if (files.anyMatch(each -> each.toString().endsWith(".new"))) {
                throw new AssertionError("An unfinished file is left");
            }
        }
    }

    /** What a user saves to a place of theirs. */
    private static boolean saveFile(Path folder) {
        try {
            AtomicFile.write(folder.resolve(SHEET), out -> out.write(NEW.getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (IOException full) {
            return false;
        }
    }

    private static boolean isFileSaved(Path folder) throws IOException {
        var content = Files.readString(folder.resolve(SHEET));
        if (!List.of(OLD, NEW).contains(content)) {
            throw new AssertionError("Half a file is left");
        }
        failOnUnfinished(folder);
        return content.equals(NEW);
    }
}
