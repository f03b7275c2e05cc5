package dev.longshore.watch.engine;

import dev.longshore.model.FreeText;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Remark;
import dev.longshore.model.Remark.AlertCause;
import dev.longshore.model.Remark.RemarkKind;
import dev.longshore.model.fact.Fact;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Claims and notes: kept first, and shown after that. Every method blocks. */
final class UserRemarks {
    private final WatchState state;
    private final WatchDependencies dependencies;
    private final JournalWriter journalWriter;

    UserRemarks(WatchState state, WatchDependencies dependencies, JournalWriter journalWriter) {
        this.state = state;
        this.dependencies = dependencies;
        this.journalWriter = journalWriter;
    }

    /** Takes over what was recorded since it was last read. */
    void read() {
        var recorded = dependencies.journal().remarks(state.with(WatchState::remarkPosition));
        state.change(s -> s.take(recorded));
    }

    /** Why it could not be kept, if so; then nobody has said it. */
    Optional<Fact> add(MigrationKey key, @Nullable AlertCause alert, RemarkKind kind, String user, String text) {
        var refused = FreeText.refusal(text);
        if (refused.isPresent()) {
            return refused;
        }
        var remark = new Remark(
                UUID.randomUUID().toString(), key, alert, kind, user, dependencies.clock().instant(), text.strip());
        var trouble = journalWriter.write(journal -> journal.recordRemark(remark));
        if (trouble.isEmpty()) {
            state.change(s -> s.take(remark));
        }
        return trouble;
    }
}
