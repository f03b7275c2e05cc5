package dev.longshore.watch.engine;

import dev.longshore.journal.Journal;
import dev.longshore.model.CalendarAddress;
import dev.longshore.model.FreeText;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.OwnDeadline;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
        var trouble = FreeText.refusal(deadline.name(), deadline.route())
                .or(() -> journalWriter.write(journal -> journal.save(deadline)));
        if (trouble.isEmpty()) {
            state.change(s -> s.setDeadlines(with(s.deadlines(), deadline, OwnDeadline::id)));
        }
        return trouble;
    }

    /**
     * One whose times have changed is another one, and the one of before is taken away: so whoever has it in a calendar
     * learns that its times no longer hold.
     */
    synchronized Optional<Fact> save(FreezeWindow window, Instant now) {
        var before = state.with(s -> inForce(s.freezes(), window.id()))
                .filter(each -> !each.times().equals(window.times()));
        var saved = window.saved(before.isPresent() ? UUID.randomUUID().toString() : window.id(), now);
        return FreeText.refusal(window.name(), window.scope().tag())
                .or(() -> save(saved))
                .or(() -> before.flatMap(each -> save(each.removed(now))));
    }

    synchronized Optional<Fact> removeFreeze(String id, Instant now) {
        return state.with(s -> inForce(s.freezes(), id)).flatMap(each -> save(each.removed(now)));
    }

    private Optional<Fact> save(FreezeWindow window) {
        var trouble = journalWriter.write(journal -> journal.save(window));
        if (trouble.isEmpty()) {
            state.change(s -> s.setFreezes(with(s.freezes(), window, FreezeWindow::id)));
        }
        return trouble;
    }

    private static Optional<FreezeWindow> inForce(List<FreezeWindow> windows, String id) {
        return windows.stream().filter(each -> !each.isRemoved() && each.id().equals(id)).findFirst();
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
