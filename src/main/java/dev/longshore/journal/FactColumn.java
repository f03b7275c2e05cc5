package dev.longshore.journal;

import dev.longshore.model.fact.CommonFact;
import dev.longshore.model.fact.Fact;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Facts in a row of the journal: as text for those who read the file with other tools, in a column of its own name, and
 * as JSON in the column {@code facts}. A fact without JSON was recorded as text.
 */
final class FactColumn {
    private final Function<Fact, String> english;

    /** @param english makes the text */
    FactColumn(Function<Fact, String> english) {
        this.english = english;
    }

    /** What stands in the column of the text; null where there is no fact. */
    @Nullable
    String text(@Nullable Fact fact) {
        return fact == null ? null : english.apply(fact);
    }

    /** What stands in the column of the facts; null where the text says it all. */
    @Nullable
    String json(@Nullable Fact fact) {
        return fact == null || fact.kind() == CommonFact.RECORDED ? null : FactJson.write(fact).orElse(null);
    }

    /** The fact of a row whose text is in the column {@code text}; the text itself where there is nothing better. */
    static Fact read(ResultRow resultRow, String text) throws SQLException {
        var json = resultRow.maybe("facts", each -> each);
        var recorded = Fact.recorded(resultRow.textOrEmpty(text));
        return json == null ? recorded : FactJson.read(json).orElse(recorded);
    }
}
