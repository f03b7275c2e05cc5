package dev.longshore.journal;

import dev.longshore.model.fact.CommonFact;
import dev.longshore.model.fact.Fact;

/** Facts as they stand in a column of the journal. */
final class FactColumn {
    private FactColumn() {}

    /** The text of {@code fact}. */
    static String text(Fact fact) {
        return fact.kind() == CommonFact.RECORDED ? fact.figures().getFirst().toString()
                : String.join(" ", fact.figures().stream()
                        .map(each -> each instanceof Fact part ? text(part) : each.toString()).toList());
    }

    /** The fact of a row, told as it was kept. */
    static Fact read(String text) {
        return Fact.recorded(text);
    }
}
