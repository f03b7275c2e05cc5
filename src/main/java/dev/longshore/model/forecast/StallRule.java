package dev.longshore.model.forecast;

import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a phase that moves by itself has said nothing new for longer than its own history suggests. The phases that
 * wait for a user (receiving files, paused, done, failed, aborted) cannot stall. Silence counts only up to the newest
 * answer: not having looked is no stall.
 */
public final class StallRule {
    private static final int FEWEST_GAPS = 3;
    private static final int PATIENCE = 4;
    private static final Duration LEAST_PATIENCE = Duration.ofMinutes(10);

    private StallRule() {}

    /**
     * A stall.
     *
     * @param since when status or progress last changed, in UTC
     * @param silence from then to the newest answer
     * @param patience the silence that this phase's own history makes plausible
     */
    public record Stall(Instant since, Duration silence, Duration patience) {}

    /**
     * The stall that the newest answer shows, if any.
     *
     * @param known what was observed, or null before the first answer
     * @param history the history of the migration
     */
    public static Optional<Stall> stall(@Nullable LastKnown known, History history) {
        return Optional.ofNullable(known).flatMap(seen -> seen.status().phase()
                .flatMap(StallRule::patienceWithoutHistory)
                .flatMap(patience -> stall(seen, news(history.observations()), patience)));
    }

    private static Optional<Stall> stall(LastKnown known, List<Observation> news, Duration patienceWithoutHistory) {
        var since = news.isEmpty() ? known.since() : news.getLast().at();
        var gaps = gaps(news, known.status());
        var patience = gaps.size() < FEWEST_GAPS ? patienceWithoutHistory : patience(gaps);
        var silence = Duration.between(since, known.observedAt());
        return silence.compareTo(patience) > 0 ? Optional.of(new Stall(since, silence, patience)) : Optional.empty();
    }

    /** Four times what nine of ten gaps stayed below. */
    private static Duration patience(List<Duration> gaps) {
        var usual = gaps.stream().sorted().toList().get((gaps.size() - 1) * 9 / 10).multipliedBy(PATIENCE);
        return usual.compareTo(LEAST_PATIENCE) < 0 ? LEAST_PATIENCE : usual;
    }

    private static Optional<Duration> patienceWithoutHistory(Phase phase) {
        return switch (phase) {
            case INITIALIZING, STARTING -> Optional.of(Duration.ofHours(1));
            case IMPORT_IN_PROGRESS, CLEANING_UP_FILES -> Optional.of(Duration.ofHours(24));
            case RECEIVING_FILES, PAUSED, MIGRATION_DONE, FAILED, ABORTED, CLOSED -> Optional.empty();
        };
    }

    /** The observations that said something new about status or progress. */
    private static List<Observation> news(List<Observation> observations) {
        var news = new ArrayList<Observation>();
        for (var each : observations) {
            if (news.isEmpty() || isNews(news.getLast(), each)) {
                news.add(each);
            }
        }
        return news;
    }

    private static boolean isNews(Observation before, Observation after) {
        return !before.status().equals(after.status())
                || (after.progress() != null && !after.progress().equals(before.progress()));
    }

    private static List<Duration> gaps(List<Observation> news, Status status) {
        var gaps = new ArrayList<Duration>();
        for (int i = 1; i < news.size(); i++) {
            if (news.get(i - 1).status().phase().equals(status.phase())) {
                gaps.add(Duration.between(news.get(i - 1).at(), news.get(i).at()));
            }
        }
        return gaps;
    }
}
