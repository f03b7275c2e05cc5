package dev.longshore.watch.engine;

import dev.longshore.journal.Journal;
import dev.longshore.journal.JournalException;
import dev.longshore.model.fact.Fact;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the journal on behalf of the watch: a journal that cannot be written is told to the user and never stops
 * the watching.
 */
final class JournalWriter {
    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);

    private final Journal journal;
    private final WatchState state;

    JournalWriter(Journal journal, WatchState state) {
        this.journal = journal;
        this.state = state;
    }

    /** Writes, and says in a sentence why it could not, or nothing where it could. */
    Optional<Fact> write(Consumer<Journal> writing) {
        Optional<Fact> trouble = Optional.empty();
        try {
            writing.accept(journal);
        } catch (JournalException e) {
            LOG.warn("The journal could not be written", e);
            trouble = Optional.of(e.fact());
        }
        var sentence = trouble;
        state.change(s -> {
            s.setTrouble(sentence);
            s.setNotice(journal.notice());
        });
        return trouble;
    }
}
