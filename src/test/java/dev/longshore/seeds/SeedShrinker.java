package dev.longshore.seeds;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Leaves out steps of a script that fails for as long as it still fails: first many at once, then one by one. */
final class SeedShrinker {
    private SeedShrinker() {}

    /** @param fails plays a script */
    static SeedScript shrink(SeedScript script, Predicate<SeedScript> fails) {
        var kept = numbers(script);
        for (int size = Math.max(1, kept.size() / 2); size >= 1; size /= 2) {
            for (var chunk : chunks(kept, size)) {
                var fewer = new LinkedHashSet<>(kept);
                fewer.removeAll(chunk);
                if (fails.test(script.only(fewer))) {
                    kept = fewer;
                }
            }
        }
        return script.only(kept);
    }

    private static Set<Integer> numbers(SeedScript script) {
        return script.steps().stream().map(SeedScript.NumberedStep::number)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** From the end, since what comes late leaves what comes before it as it was. */
    private static List<List<Integer>> chunks(Set<Integer> numbers, int size) {
        var all = List.copyOf(numbers).reversed();
        return IntStream.iterate(0, from -> from < all.size(), from -> from + size)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + size))).toList();
    }
}
