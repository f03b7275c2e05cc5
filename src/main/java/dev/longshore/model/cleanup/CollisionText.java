package dev.longshore.model.cleanup;

import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.ModelText;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The paragraph of the collision guard. */
public final class CollisionText {
    /** The rule that makes an overdue cleanup wait for an import, and strike when it ends. */
    static final String DURING_IMPORT = "A cleanup that falls due during an import starts the moment that ends, a failed"
            + " import included: the files are gone then and no relaunch is possible.";

    private CollisionText() {}

    /** What a cleanup means in that status. */
    static String consequence(Status status) {
        return status.phase().map(CollisionText::consequence)
                .orElse("What the service does in this status is not known: count on the cleanup.");
    }

    private static String consequence(Phase phase) {
        return switch (phase) {
            case INITIALIZING, RECEIVING_FILES ->
                "Uploads do not restart the idle week: without a launch the cleanup deletes"
                        + " what was uploaded. " + DURING_IMPORT;
            case STARTING, IMPORT_IN_PROGRESS -> DURING_IMPORT;
            case PAUSED -> "While an import is paused the clock goes on, and the cleanup can start: the files and the"
                    + " progress are gone then.";
            case FAILED -> "Only until the cleanup can the import be launched again over the same files.";
            case ABORTED -> "The cleanup deletes the files that were uploaded.";
            case MIGRATION_DONE, CLEANING_UP_FILES, CLOSED -> "The cleanup only tidies up.";
        };
    }

    /** The expected end beside the cleanup. */
    static String comparison(Instant now, Optional<Deadline> cleanup, Forecast end) {
        return ends(end) + " " + cleanup.map(due -> due(now, due) + room(due, end))
                .orElse("The service does not say when the cleanup is due") + ".";
    }

    private static String ends(Forecast end) {
        return switch (end) {
            case Forecast.Range range when range.earliest().equals(range.latest()) -> "The end is expected at "
                    + ModelText.time(range.latest()) + ".";
            case Forecast.Range range -> "The end is expected between " + ModelText.time(range.earliest()) + " and "
                    + ModelText.time(range.latest()) + ".";
            case Forecast.NoForecast noForecast ->
                "When it will end is not known: " + noForecast.reason().figures().getFirst();
        };
    }

    private static String due(Instant now, Deadline cleanup) {
        var left = Duration.between(now, cleanup.at());
        return "The cleanup (" + cause(cleanup.cause()) + ") " + (left.isNegative() ? "was" : "is") + " due at "
                + ModelText.time(cleanup.at())
                + (left.isNegative() ? ", " + ModelText.span(left) + " ago" : ", in " + ModelText.span(left));
    }

    private static String cause(Deadline.Cause cause) {
        return switch (cause) {
            case CLEANUP_IDLE -> "idle timeout";
            case CLEANUP_SCHEDULED -> "scheduled";
            case CLEANUP_UNKNOWN -> "cause not known";
            case CREDENTIALS -> throw new IllegalArgumentException("The end of credentials is no cleanup.");
        };
    }

    private static String room(Deadline cleanup, Forecast end) {
        return end instanceof Forecast.Range range ? ": " + distance(range, cleanup) : "";
    }

    private static String distance(Forecast.Range range, Deadline cleanup) {
        var room = Duration.between(range.latest(), cleanup.at());
        return ModelText.span(room) + (room.isNegative() ? " before" : " after") + " the latest expected end";
    }

    /** "is due 3 h before the latest expected end", as it stands after "the cleanup". */
    public static String inShort(Instant now, Deadline cleanup, Forecast end) {
        var left = Duration.between(now, cleanup.at());
        if (!left.isPositive()) {
            return "has been due for " + ModelText.span(left);
        }
        return "is due "
                + (end instanceof Forecast.Range range ? distance(range, cleanup) : "in " + ModelText.span(left));
    }
}
