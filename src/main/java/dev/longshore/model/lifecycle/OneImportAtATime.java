package dev.longshore.model.lifecycle;

import dev.longshore.model.Ruling;
import dev.longshore.model.Ruling.Allowed;
import dev.longshore.model.Ruling.Denied;
import dev.longshore.model.Ruling.LifecycleRule;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.LifecycleFact;
import dev.longshore.model.lifecycle.Situation.Sibling;
import java.util.List;
import java.util.Optional;

/**
 * One import at a time per database, and each must finish before the next is launched (Sideloader documentation). A
 * paused import has not finished. A sibling whose state nobody knows may be importing, so it blocks a launch as well:
 * a launch seals the directory for good, and waiting costs only time.
 */
final class OneImportAtATime {
    private OneImportAtATime() {}

    /** Whether these siblings on the same database let an import be launched. */
    static Ruling ruling(List<Sibling> siblings) {
        return siblings.stream()
                .flatMap(each -> whyItBlocks(each).stream())
                .findFirst()
                .<Ruling>map(why -> new Denied(LifecycleRule.ANOTHER_IMPORT_RUNS, why))
                .orElseGet(Allowed::new);
    }

    private static Optional<Fact> whyItBlocks(Sibling sibling) {
        if (sibling.launchOpen()) {
            return Optional.of(Fact.of(LifecycleFact.SIBLING_LAUNCHING, sibling.name()));
        }
        return switch (sibling.status()) {
            case null -> Optional.of(Fact.of(LifecycleFact.SIBLING_NOT_OBSERVED, sibling.name()));
            case Status.UnknownStatus unknown ->
                Optional.of(Fact.of(LifecycleFact.SIBLING_UNKNOWN, sibling.name(), unknown));
            case Status.KnownStatus known -> known.meaning().occupiesTheDatabase()
                    ? Optional.of(Fact.of(LifecycleFact.SIBLING_IMPORTING, sibling.name(), known))
                    : Optional.empty();
        };
    }
}
