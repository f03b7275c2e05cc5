package dev.longshore.watch;

import dev.longshore.model.MigrationKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks about migrations that are due: one question per migration at a time, a few per connection, within its budget.
 * What an answer means is decided by {@link Answers}.
 */
final class Poller {
    private static final Comparator<Entry> AWAITED_FIRST = Comparator.<Entry, Boolean>comparing(entry -> !entry.awaited)
            .thenComparing(entry -> Objects.requireNonNull(entry.due));

    private final WatchState state;
    private final WatchParts parts;
    private final WatchSettings settings;
    private final Answers answers;

    Poller(WatchState state, WatchParts parts, WatchSettings settings, Answers answers) {
        this.state = state;
        this.parts = parts;
        this.settings = settings;
        this.answers = answers;
    }

    /** Sends every question that is due now and allowed. */
    void askWhatIsDue() {
        state.with(this::takeDue).forEach(question -> parts.workers().execute(() -> ask(question)));
    }

    /** Asks about one migration and waits for the answer, if its connection allows it now. */
    void askNow(MigrationKey key) {
        state.with(s -> {
            var entry = s.entry(key);
            return entry == null || entry.asking ? Optional.<Question>empty() : take(s, entry, now());
        }).ifPresent(this::ask);
    }

    /** Makes every migration that is watched due now. */
    void makeDue() {
        state.change(s -> s.entries().forEach(entry -> entry.askNow(now())));
    }

    /** Makes one migration due now and before all others, also one that is not asked about by itself any more. */
    void makeDue(MigrationKey key) {
        state.change(s -> {
            var entry = s.entry(key);
            if (entry != null) {
                entry.askNow(now());
                entry.awaited = true;
            }
        });
    }

    private Instant now() {
        return parts.clock().instant();
    }

    private List<Question> takeDue(WatchState s) {
        var now = now();
        return s.entries().stream()
                .filter(entry -> !entry.asking && entry.due != null && !entry.due.isAfter(now))
                .sorted(AWAITED_FIRST)
                .flatMap(entry -> take(s, entry, now).stream())
                .toList();
    }

    private Optional<Question> take(WatchState s, Entry entry, Instant now) {
        var line = s.line(entry.key().connection());
        if (line == null || line.api == null || !mayAsk(line, entry, now)) {
            return Optional.empty();
        }
        entry.asking = true;
        entry.awaited = false;
        s.touch(entry);
        return Optional.of(new Question(line, line.api, entry, entry.turn));
    }

    private boolean mayAsk(Line line, Entry entry, Instant now) {
        return entry.awaited
                ? line.takeTurnFirst(now, settings.inFlight())
                : line.takeTurn(now, settings.inFlight());
    }

    private void ask(Question question) {
        try {
            answers.received(question, question.api().status(question.key().ref()));
        } catch (RuntimeException unexpected) {
            // The poller owns its failures: a mistake of ours about one answer must not end the watching.
            answers.mistaken(question, unexpected);
        } finally {
            state.change(s -> ended(s, question));
        }
    }

    /** On every path: else the migration would never be asked about again, and its connection would fall silent. */
    private void ended(WatchState s, Question question) {
        var entry = question.entry();
        question.line().underWay--;
        entry.asking = false;
        if (entry.askAgain) {
            entry.askAgain = false;
            entry.due = now();
        }
        s.touch(entry);
    }
}
