package dev.longshore.ui.alerts;

import dev.longshore.ui.Ui;
import dev.longshore.ui.theme.Token;
import dev.longshore.watch.Missed;
import dev.longshore.watch.StandingAlert;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Calls the person: at once when something urgent comes up, and again after a while as long as nobody has said that they
 * know. Counted in seconds of real life, so that neither a clock that jumps nor a fast simulation calls too often.
 */
final class Calling {
    /** How many seconds it is silent after an answer, as long as nothing else comes up. */
    static final int SILENCE = 15 * 60;

    private final ReadOnlyObjectWrapper<Optional<Call>> call = new ReadOnlyObjectWrapper<>(this, "call",
            Optional.empty());
    private final Ui ui;
    private final MissedText text;
    private Set<String> calledFor = Set.of();
    private List<StandingAlert> pressing = List.of();
    private List<Missed> missed = List.of();
    private boolean isSeen;
    private long second;
    private long silentUntil;

    Calling(Ui ui) {
        this.ui = ui;
        text = new MissedText(ui);
    }

    ReadOnlyObjectProperty<Optional<Call>> callProperty() {
        return call.getReadOnlyProperty();
    }

    /**
     * What there is to call for now.
     *
     * @param inboxIsOpen true while the person sees all of it anyway
     */
    void show(List<StandingAlert> urgent, List<Missed> unread, boolean inboxIsOpen) {
        pressing = urgent;
        missed = unread.stream().filter(Missed::hasNews).toList();
        isSeen = inboxIsOpen;
        var now = new HashSet<String>();
        pressing.forEach(each -> now.add(each.kept().id()));
        missed.forEach(each -> now.add(each.to().toString()));
        var isNew = !calledFor.containsAll(now);
        calledFor = now;
        if (isSeen) {
            answer();
        } else if (isNew || call.get().isPresent()) {
            call.set(worded());
        }
    }

    void second(long now) {
        second = now;
        if (now >= silentUntil && !isSeen && !pressing.isEmpty() && call.get().isEmpty()) {
            call.set(worded());
        }
    }

    /** The person has seen it. */
    void answer() {
        silentUntil = second + SILENCE;
        call.set(Optional.empty());
    }

    private Optional<Call> worded() {
        if (!pressing.isEmpty()) {
            var first = pressing.getFirst();
            var sentence = ui.texts().get("alerts.call.first", first.subject(), first.notice().sentence());
            return Optional.of(new Call(ui.texts().get("alerts.call.title", pressing.size()), sentence, Token.DANGER));
        }
        return missed.stream().findFirst()
                .map(each -> new Call(text.title(each), text.inShort(each), Token.RISK));
    }
}
