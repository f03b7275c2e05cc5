package dev.longshore.ui.alerts;

import dev.longshore.model.LastKnown;
import dev.longshore.model.StatusChange;
import dev.longshore.text.TimeText;
import dev.longshore.ui.context.Preferences;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.FrameSchedule;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.LatestValueForwarder;
import dev.longshore.watch.ActiveAlert;
import dev.longshore.watch.AlertsSnapshot;
import dev.longshore.watch.MissedSummary;
import dev.longshore.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * What a user should know now, over all connections, as the watch has judged and arranged it. While the inbox is closed
 * nothing but its number is kept up to date: there may be thousands. FX thread only.
 */
public final class AlertsViewModel implements AutoCloseable {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    /** What is silent comes after what is not, and before what is acknowledged; else the order of the watch stays. */
    private static final Comparator<InboxItem.AlertItem> SNOOZED_LATER = Comparator
            .comparing((InboxItem.AlertItem each) -> !each.isNews())
            .thenComparing(each -> each.snoozedUntil().isPresent());
    private static final long LONG_AGO = -FrameSchedule.FROZEN_SECONDS;

    private final ReadOnlyObjectWrapper<List<InboxItem>> items = new ReadOnlyObjectWrapper<>(this, "items", List.of());
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
    private final ReadOnlyIntegerWrapper pressing = new ReadOnlyIntegerWrapper(this, "pressing");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final Set<String> read = new HashSet<>();
    private final UiContext context;
    private final SnapshotFeed feed;
    private final AlertReminder alertReminder;
    private final SnoozedAlerts snoozed;
    private final Watch.WatchSubscription subscription;
    private AlertLists alerts = AlertLists.of(AlertsSnapshot.empty());
    private String refusal = "";
    private boolean isNews;
    private long tick;
    private long listed = LONG_AGO;

    /** What is looked for in thousands of alerts on the thread that tells them, since no frame has time for it. */
    private record AlertLists(List<ActiveAlert> entries, List<ActiveAlert> unacknowledged, List<ActiveAlert> urgent,
            List<MissedSummary> missed) {
        static AlertLists of(AlertsSnapshot told) {
            return new AlertLists(told.entries(), told.unacknowledged(), told.urgent(), told.missed());
        }
    }

    /** Begins to listen to the watch. */
    public AlertsViewModel(UiContext context, SnapshotFeed feed, Preferences preferences) {
        this.context = context;
        snoozed = new SnoozedAlerts(preferences, context.clock());
        this.feed = feed;
        alertReminder = new AlertReminder(context);
        feed.snapshotProperty().subscribe(this::showTrouble);
        feed.secondsProperty().subscribe(seconds -> tick(seconds.longValue()));
        open.subscribe(() -> {
            refusal = "";
            showTrouble();
            alertReminder.dismiss();
            show();
        });
        var news = new LatestValueForwarder<AlertLists>(context.thread(), this::receive);
        subscription = context.watch().subscribeToAlerts(told -> news.accept(AlertLists.of(told)));
    }

    /** What the inbox shows: nothing while it is closed, since a list goes on measuring what it holds. */
    ReadOnlyObjectProperty<List<InboxItem>> itemsProperty() {
        return items.getReadOnlyProperty();
    }

    /** How many there are of which nobody has said that they know. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** How many of them are repeated until somebody says so. */
    public ReadOnlyIntegerProperty pressingProperty() {
        return pressing.getReadOnlyProperty();
    }

    /** Why something could not be kept, or an empty text. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether the inbox is open. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** What the window says above its screens, until it is answered. */
    ReadOnlyObjectProperty<Optional<AlertBannerContent>> bannerProperty() {
        return alertReminder.bannerProperty();
    }

    /** The user has seen the call and wants it out of the way for a while. */
    void remindLater() {
        alertReminder.dismiss();
    }

    /** All that is urgent now is silent for an hour. */
    void snoozeForAnHour() {
        snooze(pressing(), context.clock().instant().plus(AN_HOUR));
    }

    /** One alert is silent for an hour. */
    void snoozeForAnHour(InboxItem item) {
        if (item instanceof InboxItem.AlertItem(var alert, _) && item.isNews()) {
            snooze(List.of(alert), context.clock().instant().plus(AN_HOUR));
        }
    }

    /** All that is urgent now is silent until the next morning at eight, where the user is. */
    void snoozeUntilTomorrow() {
        var zone = context.times().zoneId(TimeText.ZoneChoice.LOCAL);
        var tomorrow = context.clock().instant().atZone(zone).toLocalDate().plusDays(1);
        snooze(pressing(), tomorrow.atTime(MORNING).atZone(zone).toInstant());
    }

    private void snooze(List<ActiveAlert> alerts, Instant until) {
        context.whenDone(snoozed.snooze(alerts, until), this::snoozed);
        alertReminder.dismiss();
        show();
    }

    /** Silence that ends with the program is said in the inbox, also to who asked for it in the line above the screens. */
    private void snoozed(String why) {
        if (!why.isEmpty()) {
            open.set(true);
        }
        answered(why);
    }

    /** What is urgent and not silent. */
    private List<ActiveAlert> pressing() {
        return alerts.urgent().stream().filter(each -> !snoozed.isSnoozed(each)).toList();
    }

    /** The user knows of these. */
    void acknowledge(List<InboxItem> known) {
        var ids = known.stream().filter(InboxItem::isNews).filter(InboxItem.AlertItem.class::isInstance)
                .map(InboxItem.AlertItem.class::cast).flatMap(each -> each.activeAlert().ids().stream()).toList();
        known.stream().filter(InboxItem.MissedItem.class::isInstance).map(InboxItem::id).forEach(read::add);
        show();
        listed = LONG_AGO;
        if (!ids.isEmpty()) {
            context.whenDone(context.watch().acknowledge(ids), this::answered);
        }
    }

    /** When the change of status was made that it tells; empty where it tells something else. */
    Optional<StatusChange> happened(ActiveAlert alert) {
        return alert.migration().flatMap(feed::migration).flatMap(each -> Optional.ofNullable(each.lastKnown()))
                .filter(known -> known.since().equals(alert.alert().at())).map(LastKnown::statusChange);
    }

    /** Lets the others know that the user looks after it, or does no more. */
    void claimOrRelease(ActiveAlert alert) {
        alert.migration().ifPresent(key -> {
            var isOwn = alert.claim().filter(each -> each.author().equals(context.watch().user())).isPresent();
            var said = context.sentence(alert.alert().fact());
            var change = isOwn ? context.watch().release(key, alert.cause(), said)
                    : context.watch().claim(key, alert.cause(), said);
            context.whenDone(change, this::answered);
        });
    }

    private void answered(String why) {
        refusal = why;
        showTrouble();
    }

    private void receive(AlertLists next) {
        alerts = next;
        count();
        isNews = true;
        listNowAndThen();
    }

    private void tick(long now) {
        tick = now;
        if (snoozed.expire()) {
            show();
        }
        alertReminder.tick(now);
        listNowAndThen();
    }

    /** What moves with every news cannot be read: the list stays as it is for a while, except for who acts on it. */
    private void listNowAndThen() {
        if (open.get() && isNews && tick - listed >= FrameSchedule.FROZEN_SECONDS) {
            isNews = false;
            listed = tick;
            context.thread().runNextFrame(this::list);
        }
    }

    private void show() {
        count();
        list();
    }

    private void count() {
        var news = alerts.unacknowledged().stream().filter(each -> !snoozed.isSnoozed(each)).count();
        count.set((int) news + (hasTrouble() ? 1 : 0));
        var urgent = pressing();
        pressing.set(urgent.size());
        alertReminder.show(urgent, unread(), open.get());
    }

    private void list() {
        items.set(open.get() ? items() : List.of());
    }

    private List<InboxItem> items() {
        Stream<InboxItem> summaries = unread().stream().map(InboxItem.MissedItem::new);
        var entries = alerts.entries().stream().map(each -> new InboxItem.AlertItem(each, snoozed.until(each)))
                .sorted(SNOOZED_LATER);
        return Stream.concat(summaries, entries).toList();
    }

    private List<MissedSummary> unread() {
        return alerts.missed().stream().filter(each -> !read.contains(new InboxItem.MissedItem(each).id()))
                .toList();
    }

    private boolean hasTrouble() {
        return !feed.snapshotProperty().get().troubles().isEmpty();
    }

    private void showTrouble() {
        var troubles = feed.snapshotProperty().get().troubles();
        var said = troubles.isEmpty()
                ? refusal
                : troubles.stream().map(context::sentence).collect(Collectors.joining(" "));
        if (!said.equals(trouble.get())) {
            trouble.set(said);
            show();
        }
    }

    /** Stops listening. */
    @Override
    public void close() {
        subscription.close();
    }
}
