package dev.longshore.ui.actions;

import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.Phase;
import dev.longshore.model.cleanup.Collision;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.model.cleanup.Risk;
import dev.longshore.model.fact.ForecastFact;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far a cleanup at a chosen time would lie from the expected end of upload or import, in words and in colour.
 *
 * @param sentence the margin, or why there is none
 * @param inShort the same for a column
 * @param explanation what the collision guard says of it; empty before the first answer
 * @param role by the collision guard's limits; {@link ColorRole#GOOD} only where it says that nothing can be lost
 */
record CleanupMargin(String sentence, String inShort, String explanation, ColorRole role) {
    /** Reasons whose own sentence says that the end is not known. */
    private static final Set<ForecastFact> NAME_THE_END = EnumSet.of(
            ForecastFact.NO_NUMBER, ForecastFact.HUNDRED_PERCENT, ForecastFact.TOO_FEW_UPDATES, ForecastFact.TOO_SLOW,
            ForecastFact.OVERDUE, ForecastFact.UPLOAD_TOO_SLOW);

    /** The margin of a cleanup of {@code migration} at {@code at}. */
    static CleanupMargin of(UiContext context, SnapshotFeed feed, WatchedMigration migration, Instant at) {
        var end = feed.expectedEnd(migration);
        var now = feed.serviceTime(migration.key());
        var chosen = new Deadline(at, Deadline.Cause.CLEANUP_SCHEDULED, now);
        var collision = Optional.ofNullable(migration.lastKnown())
                .map(each -> CollisionGuard.assess(now, each.status(), List.of(chosen), end));
        var phase = migration.situation().phase();
        return new CleanupMargin(
                sentence(context, phase, chosen, end), inShort(context, chosen, end),
                collision.map(each -> context.sentence(each.explanation())).orElse(""),
                role(collision.map(Collision::risk).orElse(Risk.UNKNOWN)));
    }

    private static String sentence(UiContext context, Optional<Phase> phase, Deadline chosen, Forecast end) {
        if (phase.filter(each -> !each.hasFilesToLose()).isPresent()) {
            return context.texts().get("actions.margin.nothingToLose");
        }
        var ofWhat = phase.filter(Phase.RECEIVING_FILES::equals).isPresent() ? "upload" : "import";
        return CollisionGuard.room(chosen, end)
                .map(room -> context.texts().get(
                        "actions.margin." + ofWhat + (room.isNegative() ? ".before" : ".after"),
                        context.times().duration(room.abs())))
                .orElseGet(() -> endUnknown(context, end));
    }

    private static String endUnknown(UiContext context, Forecast end) {
        return switch (end) {
            case Forecast.NoForecast(var reason) when NAME_THE_END.contains(reason.kind()) -> context.sentence(reason);
            case Forecast.NoForecast(var reason) ->
                context.texts().get("actions.margin.unknown", context.sentence(reason));
            case Forecast.Range _ -> "";
        };
    }

    private static String inShort(UiContext context, Deadline chosen, Forecast end) {
        return CollisionGuard.room(chosen, end)
                .map(room -> context.texts().get(
                        room.isNegative() ? "actions.bulk.margin.before" : "actions.bulk.margin.after",
                        context.times().duration(room.abs())))
                .orElseGet(() -> context.texts().get("actions.bulk.margin.unknown"));
    }

    private static ColorRole role(Risk risk) {
        return switch (risk) {
            case NONE -> ColorRole.GOOD;
            case UNKNOWN -> ColorRole.NEUTRAL;
            case AMBER -> ColorRole.RISK;
            case RED -> ColorRole.DANGER;
        };
    }
}
