package dev.longshore.journal;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** What the user should know of the journal's own state. Safe for use by several threads. */
final class JournalHealth implements JournalFaults {
    private final JournalFile file;
    private final Optional<Fact> opening;
    private volatile Optional<Fact> damage = Optional.empty();
    private volatile Optional<Fact> backup = Optional.empty();

    /**
     * Of a journal that was just opened.
     *
     * @param opening what had to be done for that, or empty
     */
    JournalHealth(JournalFile file, Optional<Fact> opening) {
        this.file = file;
        this.opening = opening;
    }

    JournalFile file() {
        return file;
    }

    /** From here on nothing is written: what went into a damaged file could be lost with it. */
    void markDamaged() {
        // First on disk, then said: whoever ends the program when told so starts it to have the file mended.
        try {
            OwnerPermissions.file(file.damageMark());
        } catch (IOException unmarked) {
            // The next start then has to find the damage by itself; what the user is told is the same.
        }
        damage = Optional.of(Fact.of(JournalFact.DAMAGED, file.database().toString()));
    }

    @Override
    public JournalException toJournalException(Exception cause) {
        if (cause instanceof SQLException fault && JournalErrors.isDamage(fault)) {
            markDamaged();
        }
        return JournalErrors.of(file.database(), cause);
    }

    @Override
    public boolean isDisconnected(SQLException fault) {
        return false;
    }

    void refuseIfDamaged() {
        damage.ifPresent(why -> {
            throw new JournalException(why);
        });
    }

    void backupMade() {
        backup = Optional.empty();
    }

    void backupFailed(Exception cause) {
        backup = Optional.of(Fact.of(JournalFact.BACKUP_FAILED, JournalErrors.of(file.backups(), cause).fact()));
    }

    Optional<Fact> notice() {
        var all = Fact.sentences(opening.orElse(null), damage.orElse(null), backup.orElse(null));
        return Optional.of(all).filter(fact -> !fact.isBlank());
    }
}
