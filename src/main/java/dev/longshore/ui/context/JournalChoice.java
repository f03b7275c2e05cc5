package dev.longshore.ui.context;

import dev.longshore.journal.JournalMergeResult;
import dev.longshore.journal.JournalTrial;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where the journal is, and how another one comes in its place. Nothing blocks; every future is completed on another thread,
 * with {@code FactException} where something is wrong.
 */
public interface JournalChoice {
    /**
     * Where the journal is now.
     *
     * @param name the file, or the address of the database without its options
     * @param kind what that is
     */
    record JournalPlace(String name, JournalPlaceKind kind) {}

    /** What holds a journal. */
    enum JournalPlaceKind {
        /** The file in the data folder. */
        FILE,
        /** The database of a team, as chosen. */
        TEAM,
        /** The database of a team, as the command line says, whatever is chosen. */
        TEAM_OF_COMMAND_LINE,
        /** The file of a demonstration, which stays by itself. */
        DEMONSTRATION
    }

    /**
     * Which database, and how to get in.
     *
     * @param address as the user has typed it
     * @param password as the user has typed it; empty for the one that is kept, or of the environment
     */
    record JournalLogin(String address, Optional<Secret> password) {}

    /** Where the journal is now. */
    JournalPlace now();

    /** The address of the database that is used from the next start on; empty for the file in the data folder. */
    Optional<String> chosen();

    /** Says what is there; changes nothing. */
    CompletableFuture<JournalTrial> tryOut(JournalLogin login);

    /** Makes the tables, or brings them up to date, and says what is there then. */
    CompletableFuture<JournalTrial> create(JournalLogin login);

    /** Adds what the local journal holds to that of the team. */
    CompletableFuture<JournalMergeResult> bringIn(JournalLogin login);

    /**
     * Uses it from the next start on, and keeps the password in the keystore.
     *
     * @return why the password is in memory only, if so
     */
    CompletableFuture<Optional<Fact>> use(JournalLogin login);

    /** Uses the local journal from the next start on. */
    CompletableFuture<Void> goBack();
}
