package dev.longshore.model.fact;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a user is told, without its words: {@code text} makes the sentence, in the zone and the language it is handed.
 *
 * @param kind what it is
 * @param figures what belongs to it, in the order its kind documents: instants in UTC, durations, numbers, statuses,
 *     enum constants, other facts, and texts that are names or somebody else's words
 */
public record Fact(FactKind kind, List<Object> figures) {
    public Fact {
        figures = List.copyOf(figures);
    }

    /** A fact of that kind. */
    public static Fact of(FactKind kind, Object... figures) {
        return new Fact(kind, List.of(figures));
    }

    /** A text as it was recorded before facts were, or as somebody else wrote it. */
    public static Fact recorded(String text) {
        return of(CommonFact.RECORDED, text);
    }

    /** Several facts, told one after the other; null and blank ones are left out. */
    public static Fact sentences(@Nullable Fact... facts) {
        return new Fact(
                CommonFact.SENTENCES,
                Arrays.stream(facts).<Object>mapMulti((each, next) -> {
                    if (each != null && !each.isBlank()) {
                        next.accept(each);
                    }
                }).toList());
    }

    /** True where it is of that kind, or holds one that is. */
    public boolean says(FactKind wanted) {
        return kind.equals(wanted)
                || figures.stream().anyMatch(each -> each instanceof Fact inner && inner.says(wanted));
    }

    /** True where there is nothing to be told. */
    public boolean isBlank() {
        return switch (kind) {
            case CommonFact.RECORDED -> figures.getFirst().toString().isBlank();
            case CommonFact.SENTENCES -> figures.isEmpty();
            default -> false;
        };
    }
}
