package dev.longshore.conformance;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.Progress;
import dev.longshore.model.Ruling;
import dev.longshore.model.Status;
import dev.longshore.model.lifecycle.Lifecycle;
import dev.longshore.model.lifecycle.Situation;
import dev.longshore.model.lifecycle.Situation.Sibling;
import java.time.Instant;
import java.util.List;

/** Asks the model's rules about a migration of which only its status word and progress text are known. */
final class ModelRulings {
    static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");

    private ModelRulings() {}

    /** The name of the rule that forbids the action, or {@code ALLOWED}. */
    static String of(Action action, String word) {
        return of(action, word, "", List.of());
    }

    static String of(Action action, String word, String progress, List<Sibling> siblings) {
        return name(Lifecycle.ruling(action, situation(word, progress, siblings)));
    }

    static String scheduling(Instant time, String word) {
        return name(Lifecycle.scheduling(new CleanupTime(time), situation(word, "", List.of())));
    }

    static Sibling sibling(String word) {
        return new Sibling("billing", Status.of(word), false);
    }

    private static Situation situation(String word, String progress, List<Sibling> siblings) {
        var observation = new Observation(
                new MigrationKey(new ConnectionId("c"), RequestCapture.REF), NOW, Status.of(word),
                Progress.of(progress),
                null, null, null, null);
        return new Situation(NOW, LastKnown.first(observation), false, null, siblings);
    }

    private static String name(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Allowed _ -> "ALLOWED";
            case Ruling.Denied denied -> denied.rule().name();
        };
    }
}
