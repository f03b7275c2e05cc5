package dev.longshore.support;

import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.History;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.Progress;
import dev.longshore.model.Status;
import dev.longshore.model.WatchGap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Histories that look like life. */
public final class SampleHistories {
    private SampleHistories() {}

    /** Uploaded for two days, imported for two, once paused and resumed, and for a night not watched; each change was seen. */
    public static History importing(MigrationKey key) {
        var observations = new ArrayList<Observation>();
        observations.add(seen(key, 100, "Initializing", null));
        observations.add(seen(key, 99.9, "ReceivingFiles", null));
        observations.add(seen(key, 51.05, "ReceivingFiles", null));
        observations.add(seen(key, 51, "ImportInProgress", "0 of 200"));
        for (int done = 5; done <= 80; done += 5) {
            observations.add(seen(key, 51 - done * 0.25, "ImportInProgress", done + " of 200"));
        }
        observations.add(seen(key, 30.05, "ImportInProgress", "80 of 200"));
        observations.add(seen(key, 30, "ImportPaused", "80 of 200"));
        observations.add(seen(key, 28.05, "ImportPaused", "80 of 200"));
        observations.add(seen(key, 28, "ImportInProgress", "80 of 200"));
        for (int done = 84; done <= 124; done += 4) {
            observations.add(seen(key, 28 - (done - 80) * 0.6, "ImportInProgress", done + " of 200"));
        }
        observations.add(seen(key, 0.002, "ImportInProgress", "124 of 200"));
        return new History(
                observations,
                List.of(observed(key, Action.LAUNCH, 51.1), observed(key, Action.PAUSE, 30.1),
                        observed(key, Action.RESUME, 28.1)),
                List.of(new WatchGap(key, hoursAgo(80), hoursAgo(70), WatchGap.Reason.CLOSED)));
    }

    private static Observation seen(MigrationKey key, double hoursAgo, String word, @Nullable String progress) {
        return new Observation(
                key, hoursAgo(hoursAgo), Status.of(word), progress == null ? null : Progress.of(progress),
                hoursAgo(-100), null, null, null);
    }

    private static Command observed(MigrationKey key, Action action, double hoursAgo) {
        var at = hoursAgo(hoursAgo);
        return new Command(
                action + "-" + hoursAgo, key, action, null,
                List.of(
                        new CommandState.Requested(at), new CommandState.Accepted(at.plusSeconds(1)),
                        new CommandState.Observed(at.plusSeconds(360))));
    }

    private static Instant hoursAgo(double hours) {
        return TestOrganisation.NOW.minus(Duration.ofSeconds(Math.round(hours * 3600)));
    }
}
