package dev.longshore.start;

import dev.longshore.journal.JournalMergeResult;
import dev.longshore.journal.JournalTrial;
import dev.longshore.journal.TeamJournal;
import dev.longshore.model.JournalAddress;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.fact.Fact;
import dev.longshore.ui.context.JournalChoice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Changes from the local journal to that of a team, and back. */
public final class JournalSwitch implements JournalChoice {
    private final JournalAccess access;
    private final JournalPlace place;
    private final Path dataFolder;
    private final Executor workers;
    private final Function<Fact, String> english;

    /**
     * What can be changed in a running program.
     *
     * @param place where its journal is
     * @param dataFolder that of its local journal
     * @param english words the facts that stand as text in the tables, in UTC
     */
    public JournalSwitch(JournalAccess access, JournalPlace place, Path dataFolder, Executor workers,
            Function<Fact, String> english) {
        this.access = access;
        this.place = place;
        this.dataFolder = dataFolder;
        this.workers = workers;
        this.english = english;
    }

    @Override
    public JournalPlace now() {
        return place;
    }

    @Override
    public Optional<String> chosen() {
        return access.chosen().map(JournalAddress::url);
    }

    @Override
    public CompletableFuture<JournalTrial> tryOut(JournalLogin login) {
        return CompletableFuture.supplyAsync(
                () -> TeamJournal.tryOut(access.server(JournalAddress.ofDatabase(login.address()), login.password())),
                workers);
    }

    @Override
    public CompletableFuture<JournalTrial> create(JournalLogin login) {
        return CompletableFuture.supplyAsync(() -> {
            var server = access.server(JournalAddress.ofDatabase(login.address()), login.password());
            TeamJournal.create(server);
            return TeamJournal.tryOut(server);
        }, workers);
    }

    @Override
    public CompletableFuture<JournalMergeResult> bringIn(JournalLogin login) {
        return CompletableFuture.supplyAsync(() -> {
            var address = JournalAddress.ofDatabase(login.address());
            var broughtIn = TeamJournal.bringIn(dataFolder, access.server(address, login.password()), english);
            access.broughtIn(broughtIn);
            if (place.kind() == JournalPlaceKind.FILE) {
                access.bringInAtNextStart(address);
            }
            return broughtIn;
        }, workers);
    }

    @Override
    public CompletableFuture<Optional<Fact>> use(JournalLogin login) {
        return CompletableFuture.supplyAsync(() -> {
            var address = JournalAddress.ofDatabase(login.address());
            var memoryOnly = login.password().flatMap(each -> access.savePassword(address, each));
            access.choose(address);
            return memoryOnly.map(KeystoreState::fact);
        }, workers);
    }

    @Override
    public CompletableFuture<Void> goBack() {
        return CompletableFuture.runAsync(access::chooseLocal, workers);
    }
}
