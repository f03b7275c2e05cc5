package dev.longshore.watch;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Asks about migrations that are due: one question per migration at a time, a few per connection, within its budget.
 * What an answer means is decided by {@link Answers}.
 */
final class Poller {
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
        for (var question : state.with(this::takeDue)) {
            parts.workers().execute(() -> ask(question));
        }
    }

    /** Asks about one migration and waits for the answer, if its connection allows it now. */
    void askNow(MigrationKey key) {
        var questions = state.with(s -> {
            var taken = new ArrayList<Question>();
            var entry = s.entry(key);
            if (entry != null && !entry.asking) {
                take(s, entry, parts.clock().instant(), taken);
            }
            return taken;
        });
        questions.forEach(this::ask);
    }

    /** Makes every migration that is watched due now. */
    void makeDue() {
        var now = parts.clock().instant();
        state.with(s -> {
            s.entries().forEach(entry -> entry.askNow(now));
            return s;
        });
    }

    /** Makes one migration due now, also one that is not asked about by itself any more. */
    void makeDue(MigrationKey key) {
        var now = parts.clock().instant();
        state.with(s -> {
            var entry = s.entry(key);
            if (entry != null) {
                entry.askNow(now);
            }
            return s;
        });
    }

    private record Question(MigrationKey key, DevOpsApi api) {}

    private List<Question> takeDue(WatchState s) {
        var now = parts.clock().instant();
        var questions = new ArrayList<Question>();
        s.entries().stream()
                .filter(entry -> !entry.asking && entry.due != null && !entry.due.isAfter(now))
                .sorted(Comparator.comparing(entry -> Objects.requireNonNull(entry.due)))
                .forEach(entry -> take(s, entry, now, questions));
        return questions;
    }

    private void take(WatchState s, Entry entry, Instant now, List<Question> questions) {
        var line = s.line(entry.key().connection());
        if (line == null
                || line.api == null
                || !line.mayAsk(now, settings.inFlight())
                || !line.budget.take(now)) {
            return;
        }
        line.underWay++;
        entry.asking = true;
        s.touch(entry);
        questions.add(new Question(entry.key(), line.api));
    }

    private void ask(Question question) {
        ApiResult<MigrationStatus> result;
        try {
            result = question.api().status(question.key().ref());
        } catch (RuntimeException unexpected) {
            // The poller owns its failures: a mistake of ours in reading one answer must not end the watching.
            result = answers.mistake(unexpected);
        }
        answers.received(question.key(), result);
    }
}
