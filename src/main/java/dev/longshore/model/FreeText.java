package dev.longshore.model;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one rule for what people write in their own words and the program writes down: names, tags, reasons, notes. It must
 * not look like a secret, as {@link Redaction} knows them; it is shown to others, and stays in files. The fields ask before
 * they are left, the watch before it keeps anything, the journal as the last. Pure.
 */
public final class FreeText {
    private FreeText() {}

    /** Why these are not written down; empty where they are. */
    public static Optional<Fact> refusal(String... texts) {
        return refusal(List.of(texts));
    }

    /** The same for a name with tags. */
    public static Optional<Fact> refusal(String name, Collection<String> tags) {
        return refusal(Stream.concat(Stream.of(name), tags.stream()).toList());
    }

    private static Optional<Fact> refusal(List<String> texts) {
        return texts.stream().allMatch(each -> Redaction.of(each).equals(each)) ? Optional.empty()
                : Optional.of(Fact.of(JournalFact.HOLDS_SECRET));
    }
}
