package dev.longshore.watch.engine;

import dev.longshore.journal.Journal;
import dev.longshore.journal.JournalException;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the journal on behalf of the watch: a journal that cannot be written is told to the user and never stops
 * the watching. What was seen and answered meanwhile is written later, in its order. Safe for use by several threads.
 */
final class JournalWriter {
    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(30);
    /** A disk that is full for longer than it takes to see so much news loses the oldest. */
    private static final int MOST_UNWRITTEN = 10_000;

    private final Journal journal;
    private final WatchState state;
    /** What waits to be written, oldest first; its lock is never held while anything is written. */
    private final Deque<LateWrite> unwritten = new ArrayDeque<>();
    /** Of each migration the newest observation that waits, for those that say the same again. */
    private final Map<MigrationKey, LateObservation> repeated = new HashMap<>();
    /** The one that is being written now; null while nobody writes what waits. */
    private @Nullable LateWrite underWay;
    private volatile Fact newestTrouble = Fact.sentences();
    private Instant triedAt = Instant.EPOCH;

    /** Something that waits to be written; replaced where it was said again, until it is being written. */
    private static final class LateWrite {
        private Consumer<Journal> writing;

        LateWrite(Consumer<Journal> writing) {
            this.writing = writing;
        }
    }

    /** @param repetition where it was said once more; null while it was said once only */
    private record LateObservation(Observation observation, @Nullable LateWrite repetition) {}

    JournalWriter(Journal journal, WatchState state) {
        this.journal = journal;
        this.state = state;
    }

    /** Writes, and says in a sentence why it could not, or nothing where it could. */
    Optional<Fact> write(Consumer<Journal> writing) {
        catchUp();
        var trouble = tryTo(writing);
        tell(trouble);
        return trouble;
    }

    /** Writes now, or where that is not possible later; says why not now. */
    Optional<Fact> writeNowOrLater(Consumer<Journal> writing) {
        return writeNowOrLater(writing, () -> add(writing));
    }

    /** As {@link #writeNowOrLater}, and what says the same again and again takes no more room while it waits. */
    void writeNowOrLater(Observation observation, LastKnown known) {
        Consumer<Journal> writing = journal -> journal.recordObservation(observation, known);
        writeNowOrLater(writing, () -> add(observation, writing));
    }

    private Optional<Fact> writeNowOrLater(Consumer<Journal> writing, Runnable later) {
        if (hasUnwritten()) {
            later.run();
            catchUp();
            return hasUnwritten() ? Optional.of(newestTrouble) : Optional.empty();
        }
        var trouble = tryTo(writing);
        if (trouble.isPresent()) {
            later.run();
        }
        tell(trouble);
        return trouble;
    }

    /** True while something waits to be written. */
    boolean hasUnwritten() {
        synchronized (unwritten) {
            return !unwritten.isEmpty();
        }
    }

    private LateWrite add(Consumer<Journal> writing) {
        synchronized (unwritten) {
            if (unwritten.size() == MOST_UNWRITTEN) {
                unwritten.removeFirst();
            }
            var late = new LateWrite(writing);
            unwritten.addLast(late);
            return late;
        }
    }

    private void add(Observation observation, Consumer<Journal> writing) {
        synchronized (unwritten) {
            var before = repeated.get(observation.key());
            var repetition = before == null ? null : before.repetition();
            if (before == null || !observation.saysTheSameAs(before.observation())) {
                add(writing);
                repeated.put(observation.key(), new LateObservation(observation, null));
            } else if (repetition == null || repetition.equals(underWay) || !unwritten.contains(repetition)) {
                repeated.put(observation.key(), new LateObservation(observation, add(writing)));
            } else {
                repetition.writing = writing;
            }
        }
    }

    /** True when something waits and it is time for another try. Called at every tick, on one thread. */
    boolean isDue(Instant now) {
        var isDue = hasUnwritten() && Duration.between(triedAt, now).abs().compareTo(UNTIL_NEXT_TRY) >= 0;
        triedAt = isDue ? now : triedAt;
        return isDue;
    }

    /** Writes what waits, as far as that is possible. One thread does it, and others leave it to that. */
    void catchUp() {
        Optional<Fact> trouble = Optional.empty();
        for (var next = begin(); next != null; next = trouble.isEmpty() ? next(next) : null) {
            trouble = tryTo(next.writing);
            if (trouble.isPresent()) {
                giveUp();
                tell(trouble);
            }
        }
    }

    private @Nullable LateWrite begin() {
        synchronized (unwritten) {
            if (underWay != null) {
                return null;
            }
            underWay = unwritten.peekFirst();
            return underWay;
        }
    }

    private @Nullable LateWrite next(LateWrite written) {
        synchronized (unwritten) {
            unwritten.remove(written);
            underWay = unwritten.peekFirst();
            if (underWay != null) {
                return underWay;
            }
            repeated.clear();
        }
        tell(Optional.empty());
        return null;
    }

    private void giveUp() {
        synchronized (unwritten) {
            underWay = null;
        }
    }

    private Optional<Fact> tryTo(Consumer<Journal> writing) {
        try {
            writing.accept(journal);
            return Optional.empty();
        } catch (JournalException e) {
            LOG.warn("The journal could not be written", e);
            newestTrouble = e.fact();
            return Optional.of(e.fact());
        }
    }

    /** Takes note of whether the journal could be read just now; where it could, what waits is written at once. */
    void wasRead(Optional<Fact> trouble) {
        if (trouble.isEmpty() && hasUnwritten()) {
            catchUp();
        } else {
            tell(trouble);
        }
    }

    /** All is well only when nothing waits any more. */
    private void tell(Optional<Fact> trouble) {
        if (trouble.isPresent() || !hasUnwritten()) {
            state.change(s -> {
                s.setTrouble(trouble);
                s.setNotice(journal.notice());
            });
        }
    }
}
