package dev.longshore.support;

import dev.longshore.journal.JournalMergeResult;
import dev.longshore.journal.JournalTrial;
import dev.longshore.model.JournalAddress;
import dev.longshore.model.fact.Fact;
import dev.longshore.ui.context.JournalChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The journals of a window that has none: finds at each address what the test says. */
public final class FakeJournals implements JournalChoice {
    /** What is found at each address. */
    public JournalTrial found = new JournalTrial(
            Optional.of("TLSv1.3"), "anna", 14, 14, JournalTrial.DatabaseRole.WRITER, 12);
    /** What was done, in its order. */
    public final List<String> done = new ArrayList<>();
    /** What the next trial is answered with, where it takes a while. */
    public Optional<CompletableFuture<JournalTrial>> pendingTrial = Optional.empty();
    private Optional<String> chosen = Optional.empty();

    @Override
    public JournalPlace now() {
        return new JournalPlace("/home/me/.local/share/longshore/journal.db", JournalPlaceKind.FILE);
    }

    @Override
    public Optional<String> chosen() {
        return chosen;
    }

    private <T> CompletableFuture<T> answer(String step, JournalLogin login, T answer) {
        try {
            var address = JournalAddress.ofDatabase(login.address());
            done.add(step + " " + address.place());
            return CompletableFuture.completedFuture(answer);
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    @Override
    public CompletableFuture<JournalTrial> tryOut(JournalLogin login) {
        return pendingTrial.orElseGet(() -> answer("try", login, found));
    }

    @Override
    public CompletableFuture<JournalTrial> create(JournalLogin login) {
        found = new JournalTrial(Optional.empty(), "anna", 14, 14, JournalTrial.DatabaseRole.OWNER, 0);
        return answer("create", login, found);
    }

    @Override
    public CompletableFuture<JournalMergeResult> bringIn(JournalLogin login) {
        return answer("bring in", login, new JournalMergeResult(12, 3402, 57, Map.of()));
    }

    @Override
    public CompletableFuture<Optional<Fact>> use(JournalLogin login) {
        chosen = Optional.of(login.address());
        return answer("use", login, Optional.empty());
    }

    @Override
    public CompletableFuture<Void> goBack() {
        chosen = Optional.empty();
        done.add("go back");
        return CompletableFuture.completedFuture(null);
    }
}
