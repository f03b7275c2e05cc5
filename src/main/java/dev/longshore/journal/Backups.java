package dev.longshore.journal;

import dev.longshore.atomicfile.AtomicFile;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The backups of the journal: whole SQLite files in the folder {@code backup}, one a day, the newest seven of them. */
final class Backups {
    static final Duration EVERY = Duration.ofDays(1);
    static final int KEPT = 7;
    static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("journal-(\\d{8}T\\d{6}Z)\\.db");

    private static final String SIZE = "SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size";

    private final Path folder;

    Backups(Path folder) {
        this.folder = folder;
    }

    /**
     * A backup.
     *
     * @param madeAt when, in UTC and whole seconds, as its name says
     */
    record Backup(Path file, Instant madeAt) {}

    List<Backup> newestFirst() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.flatMap(file -> backup(file).stream())
                    .sorted(Comparator.comparing(Backup::madeAt).reversed())
                    .toList();
        }
    }

    /**
     * When the next one is due: a day after the newest. Now where there is none but from a time yet to come, when some
     * clock was wrong, and where nobody can look: making one then shows why.
     */
    Instant due(Instant now) {
        try {
            return newestFirst().stream()
                    .map(Backup::madeAt)
                    .filter(madeAt -> !madeAt.isAfter(now))
                    .findFirst()
                    .map(madeAt -> madeAt.plus(EVERY))
                    .orElse(now);
        } catch (IOException unreadable) {
            return now;
        }
    }

    /** Makes one from a connection that reads; what is written meanwhile neither waits nor is in it. */
    void make(Sql sql, Instant now) throws IOException, SQLException {
        OwnerPermissions.folder(folder);
        var unfinished = folder.resolve("unfinished.db");
        Files.deleteIfExists(unfinished);
        OwnerPermissions.file(unfinished);
        try {
            requireSpace(sql);
            sql.run("VACUUM INTO ?", unfinished);
            AtomicFile.replace(unfinished, folder.resolve("journal-" + STAMP.format(now) + ".db"));
        } finally {
            Files.deleteIfExists(unfinished);
        }
        deleteOld(now);
    }

    /** A backup that filled the disk would keep the journal itself from writing. */
    private void requireSpace(Sql sql) throws IOException, SQLException {
        var needed = 2 * sql.one(SIZE, resultRow -> resultRow.number("bytes")).orElseThrow();
        if (Files.getFileStore(folder).getUsableSpace() < needed) {
            throw new JournalException(
                    Fact.of(JournalFact.NO_SPACE_FOR_BACKUP, folder.toString(), needed / 1_000_000 + 1));
        }
    }

    /** One from a time yet to come was made by a clock that was wrong, before the one that was made now. */
    private void deleteOld(Instant now) throws IOException {
        for (var old : newestFirst().stream().sorted(Comparator.comparing(each -> each.madeAt().isAfter(now)))
                .skip(KEPT).toList()) {
            Files.delete(old.file());
        }
    }

    private static Optional<Backup> backup(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? Optional.of(new Backup(file, STAMP.parse(name.group(1), Instant::from)))
                : Optional.empty();
    }
}
