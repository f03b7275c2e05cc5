package dev.longshore.model;

import dev.longshore.model.Remark.AlertCause;
import dev.longshore.model.Remark.RemarkKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What users have said of one migration and of its alerts.
 *
 * @param all in the order they were recorded
 */
public record Remarks(List<Remark> all) {
    /** Nobody has said anything. */
    public static final Remarks NONE = new Remarks(List.of());

    /** Copies the list. */
    public Remarks {
        all = List.copyOf(all);
    }

    /** The notes on the migration, oldest first. */
    public List<Remark> notes() {
        return all.stream().filter(each -> each.kind() == RemarkKind.NOTE).toList();
    }

    /** Who looks after the migration, and since when; empty where nobody does. */
    public Optional<Remark> claim() {
        return claim(null);
    }

    /** Who looks after that alert; empty where nobody does. */
    public Optional<Remark> claim(@Nullable AlertCause alert) {
        return all.stream()
                .filter(each -> Objects.equals(each.alert(), alert)
                        && (each.kind() == RemarkKind.CLAIM || each.kind() == RemarkKind.RELEASE))
                .reduce((_, later) -> later).filter(each -> each.kind() == RemarkKind.CLAIM);
    }

    /** Who has said that everybody knows of that alert; empty where nobody has, or it was over since. */
    public Optional<Remark> acknowledgement(AlertCause alert) {
        return all.stream()
                .filter(each -> alert.equals(each.alert())
                        && (each.kind() == RemarkKind.ACKNOWLEDGE || each.kind() == RemarkKind.END))
                .reduce((_, later) -> later).filter(each -> each.kind() == RemarkKind.ACKNOWLEDGE);
    }
}
