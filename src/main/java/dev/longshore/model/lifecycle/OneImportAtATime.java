package dev.longshore.model.lifecycle;

import dev.longshore.model.ModelText;
import dev.longshore.model.Ruling;
import dev.longshore.model.Ruling.Allowed;
import dev.longshore.model.Ruling.Denied;
import dev.longshore.model.Ruling.Rule;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;
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
                .<Ruling>map(why -> new Denied(Rule.ANOTHER_IMPORT_RUNS, Fact.recorded(why)))
                .orElseGet(Allowed::new);
    }

    private static Optional<String> whyItBlocks(Sibling sibling) {
        var name = "\"" + sibling.name() + "\"";
        if (sibling.launchOpen()) {
            return Optional.of("The launch of " + name + " on the same database was asked for and is not decided yet.");
        }
        return switch (sibling.status()) {
            case Status.UnknownStatus unknownStatus -> Optional.of("The status of " + name + " on the same database is "
                    + ModelText.status(unknownStatus) + ": it may be importing, and only one import runs at a time.");
            case Status.KnownStatus knownStatus -> knownStatus.meaning().occupiesTheDatabase()
                    ? Optional.of(name + " on the same database is " + ModelText.status(knownStatus)
                            + ": it must finish before the next import is launched.")
                    : Optional.empty();
        };
    }
}
