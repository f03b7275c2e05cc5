package dev.longshore.ui.alerts;

import dev.longshore.ui.Beat;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.LatestOnly;
import dev.longshore.watch.AlertBoard;
import dev.longshore.watch.Missed;
import dev.longshore.watch.Watch;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * What a person should know now, over all connections, as the watch has judged and arranged it. While the inbox is closed
 * nothing but its number is kept up to date: there may be thousands. FX thread only.
 */
public final class AlertsViewModel implements AutoCloseable {
    private static final long LONG_AGO = -Beat.STILL;

    private final ReadOnlyObjectWrapper<List<InboxItem>> items = new ReadOnlyObjectWrapper<>(this, "items", List.of());
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
    private final ReadOnlyIntegerWrapper pressing = new ReadOnlyIntegerWrapper(this, "pressing");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final Set<String> read = new HashSet<>();
    private final Ui ui;
    private final Feed feed;
    private final Calling calling;
    private final Watch.Subscription subscription;
    private AlertBoard board = AlertBoard.empty();
    private String refusal = "";
    private boolean isNews;
    private long second;
    private long listed = LONG_AGO;

    /** Begins to listen to the watch. */
    public AlertsViewModel(Ui ui, Feed feed) {
        this.ui = ui;
        this.feed = feed;
        calling = new Calling(ui);
        feed.snapshotProperty().subscribe(this::showTrouble);
        feed.secondsProperty().subscribe(seconds -> second(seconds.longValue()));
        open.subscribe(() -> {
            refusal = "";
            showTrouble();
            calling.answer();
            show();
        });
        subscription = ui.watch().subscribeToAlerts(new LatestOnly<>(ui.thread(), this::receive));
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

    /** What the window says over its screens, until it is answered. */
    ReadOnlyObjectProperty<Optional<Call>> callProperty() {
        return calling.callProperty();
    }

    /** The person has seen the call and wants it out of the way for a while. */
    void later() {
        calling.answer();
    }

    /** The person knows of these. */
    void acknowledge(List<InboxItem> known) {
        var ids = known.stream().filter(InboxItem::isNews).filter(InboxItem.One.class::isInstance)
                .map(InboxItem::id).toList();
        known.stream().filter(InboxItem.Summary.class::isInstance).map(InboxItem::id).forEach(read::add);
        show();
        listed = LONG_AGO;
        if (!ids.isEmpty()) {
            var _ = ui.watch().acknowledge(ids)
                    .exceptionally(failure -> Optional.of(ui.texts().get("alerts.acknowledge.failed", failure)))
                    .thenAccept(why -> ui.thread().run(() -> answered(why)));
        }
    }

    private void answered(Optional<String> why) {
        refusal = why.orElse("");
        showTrouble();
    }

    private void receive(AlertBoard next) {
        board = next;
        count();
        isNews = true;
        listNowAndThen();
    }

    private void second(long now) {
        second = now;
        calling.second(now);
        listNowAndThen();
    }

    /** What moves with every news cannot be read: the list stays as it is for a while, except for who acts on it. */
    private void listNowAndThen() {
        if (open.get() && isNews && second - listed >= Beat.STILL) {
            isNews = false;
            listed = second;
            ui.thread().runNextFrame(this::list);
        }
    }

    private void show() {
        count();
        list();
    }

    private void count() {
        count.set(board.news().size() + (hasTrouble() ? 1 : 0));
        var urgent = board.pressing();
        pressing.set(urgent.size());
        calling.show(urgent, unread(), open.get());
    }

    private void list() {
        items.set(open.get() ? items() : List.of());
    }

    private List<InboxItem> items() {
        Stream<InboxItem> summaries = unread().stream().map(InboxItem.Summary::new);
        return Stream.concat(summaries, board.alerts().stream().map(InboxItem.One::new)).toList();
    }

    private List<Missed> unread() {
        return board.missed().stream().filter(each -> !read.contains(new InboxItem.Summary(each).id())).toList();
    }

    private boolean hasTrouble() {
        return feed.snapshotProperty().get().trouble().isPresent();
    }

    private void showTrouble() {
        var said = feed.snapshotProperty().get().trouble().orElse(refusal);
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
