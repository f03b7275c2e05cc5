package dev.longshore.model.advice;

import dev.longshore.model.Action;
import dev.longshore.model.Alert;
import dev.longshore.model.fact.AdviceFact;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.lifecycle.Lifecycle;
import dev.longshore.model.lifecycle.Situation;
import dev.longshore.model.lifecycle.Situation.Sibling;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** Tells that the next import of a database can start: each must finish before the next is launched. */
final class NextImportRule {
    private NextImportRule() {}

    /** What to tell of a migration that waited while another was imported; only what may be launched now has waited. */
    static Optional<Alert> alert(Situation situation) {
        var known = situation.lastKnown();
        if (known == null || situation.siblings().stream().allMatch(each -> each.importedAt() == null)
                || !Lifecycle.ruling(Action.LAUNCH, situation).isAllowed()) {
            return Optional.empty();
        }
        return situation.siblings().stream()
                .filter(each -> endedAfter(known.since(), each))
                .max(Comparator.comparing(Sibling::importedAt, Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(NextImportRule::alert);
    }

    private static boolean endedAfter(Instant since, Sibling sibling) {
        return sibling.importedAt() != null && !sibling.importedAt().isBefore(since);
    }

    private static Alert alert(Sibling imported) {
        return new Alert(
                Alert.Kind.NEXT_CAN_START, Alert.Severity.SOON, Objects.requireNonNull(imported.importedAt()),
                Fact.of(AdviceFact.NEXT_CAN_LAUNCH, imported.name()));
    }
}
