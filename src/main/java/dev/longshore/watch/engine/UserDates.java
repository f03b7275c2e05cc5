package dev.longshore.watch.engine;

import dev.longshore.journal.Journal;
import dev.longshore.model.CalendarAddress;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.OwnDeadline;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The deadlines and freeze windows that users set, and the address of the calendar: kept first, and in force after that. Methods that keep block. */
final class UserDates {
    private static final int SECRET_BYTES = 20;

    private final SecureRandom random = new SecureRandom();
    private final WatchState state;
    private final JournalWriter journalWriter;

    UserDates(WatchState state, JournalWriter journalWriter) {
        this.state = state;
        this.journalWriter = journalWriter;
    }

    /** Takes over what was kept. */
    void read(Journal journal) {
        var deadlines = journal.ownDeadlines();
        var freezes = journal.freezeWindows();
        state.change(s -> {
            s.setDeadlines(deadlines);
            s.setFreezes(freezes);
        });
    }

    /** Why it could not be kept, if so; then it is as it was. */
    synchronized Optional<Fact> save(OwnDeadline deadline) {
        var trouble = journalWriter.write(journal -> journal.save(deadline));
        if (trouble.isEmpty()) {
            state.change(s -> s.setDeadlines(with(s.deadlines(), deadline, OwnDeadline::id)));
        }
        return trouble;
    }

    synchronized Optional<Fact> save(FreezeWindow window) {
        var trouble = journalWriter.write(journal -> journal.save(window));
        if (trouble.isEmpty()) {
            state.change(s -> s.setFreezes(with(s.freezes(), window, FreezeWindow::id)));
        }
        return trouble;
    }

    synchronized Optional<Fact> removeFreeze(String id) {
        var trouble = journalWriter.write(journal -> journal.removeFreeze(id));
        if (trouble.isEmpty()) {
            state.change(s -> s.setFreezes(s.freezes().stream().filter(each -> !each.id().equals(id)).toList()));
        }
        return trouble;
    }

    /** Offers the calendar under an address that nobody can guess. */
    Optional<Fact> offerCalendar(boolean withNames, Instant now) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var address = new CalendarAddress(HexFormat.of().formatHex(secret), withNames, now);
        return journalWriter.write(journal -> journal.offerCalendar(address));
    }

    Optional<Fact> revokeCalendar(Instant now) {
        return journalWriter.write(journal -> journal.revokeCalendar(now));
    }

    /** In the place of the one of the same ID, or as the last. */
    private static <T> List<T> with(List<T> all, T changed, Function<T, String> id) {
        var next = new ArrayList<>(all);
        next.replaceAll(each -> id.apply(each).equals(id.apply(changed)) ? changed : each);
        if (!next.contains(changed)) {
            next.add(changed);
        }
        return next;
    }
}
