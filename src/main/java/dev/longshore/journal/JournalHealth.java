package dev.longshore.journal;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the person should know of the journal's own state. Safe for use by several threads. */
final class JournalHealth {
    private final JournalFile file;
    private final Optional<String> opening;
    private volatile Optional<String> damage = Optional.empty();
    private volatile Optional<String> backup = Optional.empty();

    /**
     * Of a journal that was just opened.
     *
     * @param opening what had to be done for that, as a sentence, or empty
     */
    JournalHealth(JournalFile file, Optional<String> opening) {
        this.file = file;
        this.opening = opening;
    }

    JournalFile file() {
        return file;
    }

    /** From here on nothing is written: what went into a damaged file could be lost with it. */
    void markDamaged() {
        damage = Optional.of(JournalErrors.damage(file.database()));
        try {
            OwnerPermissions.file(file.damageMark());
        } catch (IOException unmarked) {
            // The next start then has to find the damage by itself; what the person is told is the same.
        }
    }

    void refuseIfDamaged() {
        damage.ifPresent(sentence -> {
            throw new JournalException(sentence);
        });
    }

    void backupMade() {
        backup = Optional.empty();
    }

    void backupFailed(Exception cause) {
        backup = Optional.of("The daily backup of the journal could not be made. "
                + JournalErrors.of(file.backups(), cause).getMessage());
    }

    Optional<String> notice() {
        var sentences = Stream.of(opening, damage, backup).flatMap(Optional::stream).collect(Collectors.joining(" "));
        return Optional.of(sentences).filter(text -> !text.isEmpty());
    }
}
