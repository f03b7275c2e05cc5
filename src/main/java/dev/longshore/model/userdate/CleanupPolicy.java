package dev.longshore.model.userdate;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.userdate.FreezeWindow.FreezeScope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keeps the cleanups of running imports behind their expected end, by moving them without asking.
 *
 * @param scope which migrations it is for
 * @param days so many days behind the latest expected end, at least
 * @param movesPerDay of one migration, so many moves within 24 hours, at most
 */
public record CleanupPolicy(FreezeScope scope, int days, int movesPerDay) {
    /** Under which they are among what the window arranged. */
    public static final String KEY = "watch.cleanupPolicies";
    /** So many days can be set, at most. */
    public static final int MOST_DAYS = 90;
    /** So many moves within 24 hours can be set, at most. */
    public static final int MOST_MOVES = 24;
    private static final String ALL = "*";

    /** @throws IllegalArgumentException when a number is less than 1 or more than can be set */
    public CleanupPolicy {
        if (!isWithin(days, MOST_DAYS) || !isWithin(movesPerDay, MOST_MOVES)) {
            throw new IllegalArgumentException(days + " days, " + movesPerDay + " moves");
        }
    }

    /** Those that {@link #write} wrote; what is no policy is left out. */
    public static List<CleanupPolicy> read(String text) {
        return text.lines().flatMap(each -> readLine(each).stream()).toList();
    }

    private static Optional<CleanupPolicy> readLine(String line) {
        var words = line.split(" ", 4);
        try {
            return words.length < 4 ? Optional.empty()
                    : Optional.of(new CleanupPolicy(
                            new FreezeScope(Optional.of(words[2]).filter(each -> !each.equals(ALL))
                                    .map(ConnectionId::new), words[3]),
                            Integer.parseInt(words[0]), Integer.parseInt(words[1])));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** As text, a line each. */
    public static String write(List<CleanupPolicy> policies) {
        return policies.stream().map(each -> String.join(" ", Integer.toString(each.days),
                Integer.toString(each.movesPerDay), each.scope.connection().map(ConnectionId::value).orElse(ALL),
                each.scope.tag())).collect(Collectors.joining("\n"));
    }

    /** True for a number that can be set. */
    public static boolean isWithin(long number, int most) {
        return number >= 1 && number <= most;
    }
}
