package dev.longshore.watch;

import dev.longshore.devops.ApiError;
import dev.longshore.devops.ApiResult;
import dev.longshore.devops.Receipt;
import dev.longshore.model.Command;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Lifecycle;
import dev.longshore.model.MigrationStatus;
import dev.longshore.model.Observation;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in the answer to a question about a migration, good or bad, and decides what is known afterwards. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final WatchState state;
    private final WatchParts parts;
    private final Records records;
    private final Schedule schedule;
    private final Lines lines;
    private final WatchSettings settings;

    Answers(WatchState state, WatchParts parts, Records records, Schedule schedule, WatchSettings settings) {
        this.state = state;
        this.parts = parts;
        this.records = records;
        this.schedule = schedule;
        this.settings = settings;
        this.lines = new Lines(schedule);
    }

    void received(Question question, ApiResult<MigrationStatus> result) {
        switch (result) {
            case ApiResult.Success<MigrationStatus> good -> good(question, good.value(), good.receipt());
            case ApiResult.Failure<MigrationStatus> bad -> bad(question, bad.error(), bad.receipt());
        }
    }

    /** The question ended in a mistake of our own; it is asked again later, like after any other failure. */
    void mistaken(Question question, RuntimeException unexpected) {
        LOG.error("A question about a migration ended unexpectedly", unexpected);
        var now = parts.clock().instant();
        var sentence = "Longshore could not make sense of the answer (" + unexpected.getClass().getSimpleName()
                + "). What is shown is the last good value; it asks again by itself.";
        state.change(_ -> failed(question.entry(), sentence, now));
    }

    private void failed(Entry entry, String sentence, Instant now) {
        entry.problem = Problem.oneMore(entry.problem, sentence, now);
        schedule.afterFailure(entry, entry.problem.count(), now);
    }

    /** What an answer makes known, worked out before anything is written or shown. */
    private record News(MigrationStatus answer, Observation observation, LastKnown known, Receipt receipt) {
        static News of(Question question, @Nullable LastKnown before, MigrationStatus answer, Receipt receipt) {
            var observation = Observation.of(question.key(), receipt.receivedAt(), answer);
            var known = before == null ? LastKnown.first(observation) : before.and(observation);
            return new News(answer, observation, known, receipt);
        }
    }

    /** An answer that was asked for through an API of before is as good as any; only what is not on the list is not. */
    private void good(Question question, MigrationStatus answer, Receipt receipt) {
        state.change(s -> {
            if (question.isOfThePresentApi()) {
                lines.works(s, question.line(), receipt);
            }
        });
        state.with(s -> question.isWanted(s)
                ? Optional.of(News.of(question, question.entry().lastKnown, answer, receipt))
                : Optional.<News>empty()).ifPresent(news -> keep(question, news));
    }

    private void keep(Question question, News news) {
        records.write(journal -> journal.observed(news.observation(), news.known()));
        state.with(s -> BlindSpans.before(question.entry(), news.observation())).ifPresent(span -> {
            records.write(journal -> journal.blind(span));
            state.change(_ -> question.entry().remember(span));
        });
        state.with(s -> take(s, question, news))
                .ifPresent(command -> records.write(journal -> journal.reached(command.id(), command.state())));
    }

    private Optional<Command> take(WatchState s, Question question, News news) {
        var entry = question.entry();
        var statusChanged = !news.answer().status().equals(entry.status());
        var decided = decide(question, news.observation());
        entry.remember(news.observation());
        entry.lastKnown = news.known();
        entry.problem = null;
        entry.oddities = news.answer().oddities();
        entry.credentials = news.answer().credentials();
        entry.observedInThisRun = true;
        entry.slept = false;
        decided.ifPresent(command -> {
            entry.replace(command);
            s.note(command);
        });
        schedule.afterAnswer(entry, news.observation().at());
        if (statusChanged || decided.isPresent()) {
            s.touchDatabase(entry.key().ref().database());
        }
        s.touch(entry);
        return decided;
    }

    /** Only an observation whose request left after the command's call had ended can decide about it. */
    private Optional<Command> decide(Question question, Observation seen) {
        var entry = question.entry();
        var latest = entry.latest();
        if (latest == null || entry.commandUnderWay || question.turn() != entry.turn) {
            return Optional.empty();
        }
        return Lifecycle.outcome(latest, entry.history(), seen, settings.lag())
                .or(() -> Lifecycle.lateOutcome(latest, seen))
                .map(latest::reached);
    }

    /** What the end of an API of before did to its last questions says nothing: they are asked again. */
    private void bad(Question question, ApiError error, Receipt receipt) {
        LOG.info("No good answer about {}: {}", question.key(), error.message());
        state.change(s -> {
            if (question.isOfThePresentApi()) {
                failed(question.entry(), error.message(), receipt.receivedAt());
                lines.fails(s, question.line(), error, receipt);
            } else {
                question.entry().askAgain = true;
            }
        });
    }
}
