package dev.longshore.ui.migrations;

import dev.longshore.model.CommandState;
import dev.longshore.model.NeedsMe;
import dev.longshore.watch.Problem;
import dev.longshore.watch.WatchedMigration;
import java.util.Optional;

/** Which migrations need a person now. Pure. */
final class Attention {
    private Attention() {}

    static boolean isNeededBy(WatchedMigration migration) {
        var problem = Optional.ofNullable(migration.problem()).map(Problem::sentence).orElse(null);
        return cameToNothing(migration)
                || NeedsMe.reason(migration.situation(), migration.deadlines(), migration.forecast(), problem)
                        .isPresent();
    }

    private static boolean cameToNothing(WatchedMigration migration) {
        var latest = migration.latest();
        return latest != null && switch (latest.state()) {
            case CommandState.Refused _,CommandState.NoEffect _,CommandState.Unanswered _ -> true;
            case CommandState.Requested _,CommandState.Accepted _,CommandState.Observed _ -> false;
        };
    }
}
