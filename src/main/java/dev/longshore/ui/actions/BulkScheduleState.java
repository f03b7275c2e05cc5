package dev.longshore.ui.actions;

import dev.longshore.watch.CommandRequest;
import dev.longshore.watch.WatchedMigration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the dialog for several cleanups says at one moment. The times on the screen, the curl commands and what is sent are
 * all made from the requests in it.
 *
 * @param lines one for each migration, in the order of the table
 * @param blocked why nothing can be sent now, or empty
 * @param typedNumber what the user typed as the number of migrations
 * @param isStopped true when no more are to be sent
 */
record BulkScheduleState(List<Line> lines, Optional<String> blocked, String typedNumber, BulkStage stage,
        boolean isStopped) {
    /** How far it has come. */
    enum BulkStage {
        CHOOSING, SENDING, DONE
    }

    /** What became of one, in words, and whether it went well so far. */
    record Outcome(String sentence, boolean isGood) {}

    /**
     * One migration.
     *
     * @param request what is sent for it; empty where there is no new time
     * @param leftOut why it is left out, or empty
     * @param isWaiting true while a fresh status is on its way
     * @param isGrave true where its data may die sooner than now planned, or within a day
     * @param outcome what became of it, or null before it was confirmed
     */
    record Line(WatchedMigration migration, Optional<CommandRequest> request, Optional<String> leftOut,
            boolean isWaiting, boolean isGrave, @Nullable Outcome outcome) {
        Line with(@Nullable Outcome now) {
            return new Line(migration, request, leftOut, isWaiting, isGrave, now);
        }

        boolean isSent() {
            return leftOut.isEmpty() && request.isPresent();
        }
    }

    /** What is sent, in its order. */
    List<CommandRequest> requests() {
        return lines.stream().filter(Line::isSent).flatMap(each -> each.request().stream()).toList();
    }

    boolean isWaiting() {
        return lines.stream().anyMatch(Line::isWaiting);
    }

    /** Whether the number of migrations has to be typed: as for one, where data may die sooner or within a day. */
    boolean needsNumber() {
        return lines.stream().anyMatch(each -> each.isSent() && each.isGrave());
    }

    boolean isNumberTyped() {
        return typedNumber.equals(Integer.toString(requests().size()));
    }

    boolean canProceed() {
        return stage == BulkStage.CHOOSING && blocked.isEmpty() && !isWaiting() && !requests().isEmpty()
                && (!needsNumber() || isNumberTyped());
    }
}
