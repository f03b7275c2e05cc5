package dev.longshore.ui.alerts;

import dev.longshore.text.MissedSummaryText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.watch.ActiveAlert;
import dev.longshore.watch.MissedSummary;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Calls the user: at once when something urgent comes up, and again after a while as long as nobody has said that they
 * know. Counted in seconds of real life, so that neither a clock that jumps nor a fast simulation calls too often.
 */
final class AlertReminder {
    /** How many seconds it is silent after an answer, as long as nothing else comes up. */
    static final int REMIND_AFTER_SECONDS = 15 * 60;

    private final ReadOnlyObjectWrapper<Optional<AlertBannerContent>> content = new ReadOnlyObjectWrapper<>(this,
            "call",
            Optional.empty());
    private final UiContext context;
    private final MissedSummaryText text;
    private Set<String> remindedOf = Set.of();
    /** The alert that is named: the newest that came up. */
    private String named = "";
    private List<ActiveAlert> pressing = List.of();
    private List<MissedSummary> missed = List.of();
    private boolean isSeen;
    private boolean isRepeated;
    private long tick;
    private long silentUntil;

    AlertReminder(UiContext context) {
        this.context = context;
        text = new MissedSummaryText(context.texts(), context.times());
    }

    ReadOnlyObjectProperty<Optional<AlertBannerContent>> bannerProperty() {
        return content.getReadOnlyProperty();
    }

    /**
     * What there is to call for now.
     *
     * @param inboxIsOpen true while the user sees all of it anyway
     */
    void show(List<ActiveAlert> urgent, List<MissedSummary> unread, boolean inboxIsOpen) {
        pressing = urgent;
        missed = unread.stream().filter(MissedSummary::hasNews).toList();
        isSeen = inboxIsOpen;
        var now = new HashSet<String>();
        pressing.forEach(each -> now.addAll(each.ids()));
        missed.forEach(each -> now.add(each.to().toString()));
        var isNew = !remindedOf.containsAll(now);
        pressing.stream().filter(each -> !remindedOf.containsAll(each.ids())).findFirst()
                .ifPresent(each -> named = each.alertRecord().id());
        remindedOf = now;
        if (isSeen) {
            dismiss();
        } else if (isNew || content.get().isPresent()) {
            isRepeated = isRepeated && !isNew;
            call();
        }
    }

    void tick(long now) {
        tick = now;
        if (now >= silentUntil && !isSeen && !pressing.isEmpty() && content.get().isEmpty()) {
            isRepeated = true;
            call();
        }
    }

    /** The same once more is no news to those who show it. */
    private void call() {
        var next = newContent();
        if (!next.equals(content.get())) {
            content.set(next);
        }
    }

    /** The user has seen it. */
    void dismiss() {
        silentUntil = tick + REMIND_AFTER_SECONDS;
        content.set(Optional.empty());
    }

    private Optional<AlertBannerContent> newContent() {
        if (!pressing.isEmpty()) {
            var first = pressing.stream().filter(each -> each.alertRecord().id().equals(named)).findFirst()
                    .orElse(pressing.getFirst());
            var isNew = first.alertRecord().id().equals(named) && !isRepeated;
            return Optional.of(new AlertBannerContent(
                    context.texts().get(isNew ? "alerts.call.new" : "alerts.call.still", first.subject()),
                    context.sentence(first.alert().fact()), pressing.size() - 1, ColorRole.DANGER));
        }
        return missed.stream().findFirst()
                .map(each -> new AlertBannerContent(text.title(each), text.inShort(each), 0, ColorRole.RISK));
    }
}
