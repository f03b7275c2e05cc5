package dev.longshore.ui.cleanup;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.FreeText;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.FreezeWindow.FreezeScope;
import dev.longshore.model.userdate.FreezeWindow.FreezeTimes;
import dev.longshore.text.TypedTime;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.FieldMistake;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A freeze window while the user enters it. FX thread only. */
final class FreezeViewModel {
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final ObjectProperty<Optional<ConnectionId>> connection = new SimpleObjectProperty<>(this, "connection",
            Optional.empty());
    private final StringProperty tag = new SimpleStringProperty(this, "tag", "");
    private final BooleanProperty weekly = new SimpleBooleanProperty(this, "weekly", true);
    private final StringProperty from = new SimpleStringProperty(this, "from", "");
    private final StringProperty until = new SimpleStringProperty(this, "until", "");
    private final ObjectProperty<DayOfWeek> firstDay = new SimpleObjectProperty<>(this, "firstDay", DayOfWeek.FRIDAY);
    private final StringProperty firstTime = new SimpleStringProperty(this, "firstTime", "18:00");
    private final ObjectProperty<DayOfWeek> lastDay = new SimpleObjectProperty<>(this, "lastDay", DayOfWeek.MONDAY);
    private final StringProperty lastTime = new SimpleStringProperty(this, "lastTime", "06:00");
    private final UiContext context;
    private final String id;
    private final ZoneId zone;
    private String untilBefore = "";

    /** @param existing the one that is changed; null for a new one */
    FreezeViewModel(UiContext context, @Nullable FreezeWindow existing) {
        this.context = context;
        id = existing == null ? UUID.randomUUID().toString() : existing.id();
        zone = existing != null && existing.times() instanceof FreezeTimes.WeeklyFrozen times ? times.zone()
                : context.times().zoneId();
        if (existing != null) {
            take(existing);
        }
    }

    private void take(FreezeWindow existing) {
        name.set(existing.name());
        connection.set(existing.scope().connection());
        tag.set(existing.scope().tag());
        switch (existing.times()) {
            case FreezeTimes.OnceFrozen once -> {
                weekly.set(false);
                from.set(PlanTimeField.text(once.from(), context.times()));
                untilBefore = PlanTimeField.text(once.until(), context.times());
                until.set(untilBefore);
            }
            case FreezeTimes.WeeklyFrozen times -> {
                firstDay.set(times.firstDay());
                firstTime.set(TypedTime.write(times.from()));
                lastDay.set(times.lastDay());
                lastTime.set(TypedTime.write(times.until()));
            }
        }
    }

    StringProperty nameProperty() {
        return name;
    }

    /** The connection it is for; empty for all. */
    ObjectProperty<Optional<ConnectionId>> connectionProperty() {
        return connection;
    }

    StringProperty tagProperty() {
        return tag;
    }

    /** Whether it is every week, or once. */
    BooleanProperty weeklyProperty() {
        return weekly;
    }

    StringProperty fromProperty() {
        return from;
    }

    StringProperty untilProperty() {
        return until;
    }

    ObjectProperty<DayOfWeek> firstDayProperty() {
        return firstDay;
    }

    StringProperty firstTimeProperty() {
        return firstTime;
    }

    ObjectProperty<DayOfWeek> lastDayProperty() {
        return lastDay;
    }

    StringProperty lastTimeProperty() {
        return lastTime;
    }

    /** Where the times of a weekly window are. */
    ZoneId zone() {
        return zone;
    }

    /** What has to be changed first, the topmost of it. */
    Optional<FieldMistake<String>> mistake() {
        if (name.get().isBlank()) {
            return mistake("name", "name");
        }
        var refused = refused("name", name.get()).or(() -> refused("tag", tag.get()));
        if (refused.isPresent()) {
            return refused;
        }
        return weekly.get() ? weeklyMistake() : onceMistake();
    }

    private Optional<FieldMistake<String>> refused(String field, String written) {
        return FreeText.refusal(written).map(why -> new FieldMistake<>(field, context.sentence(why)));
    }

    private Optional<FieldMistake<String>> weeklyMistake() {
        var typed = new TypedTime(context.times().region());
        if (typed.timeOfDay(firstTime.get()).isEmpty()) {
            return mistake("firstTime", "time");
        }
        return typed.timeOfDay(lastTime.get()).isEmpty() ? mistake("lastTime", "time") : Optional.empty();
    }

    private Optional<FieldMistake<String>> onceMistake() {
        var begin = PlanTimeField.moment(from.get(), context.times());
        var end = PlanTimeField.moment(until.get(), context.times());
        if (begin.isEmpty()) {
            return mistake("from", "date");
        }
        if (end.isEmpty()) {
            return mistake("until", "date");
        }
        if (!begin.get().isBefore(end.get())) {
            return mistake("until", "order");
        }
        // An earlier one may be given another name.
        return end.get().isAfter(context.clock().instant()) || until.get().equals(untilBefore) ? Optional.empty()
                : mistake("until", "past");
    }

    private Optional<FieldMistake<String>> mistake(String field, String key) {
        return Optional.of(new FieldMistake<>(field, context.texts().get("cleanup.freeze.mistake." + key)));
    }

    /** What is kept. */
    Optional<FreezeWindow> entered() {
        return mistake().isPresent() ? Optional.empty() : times().map(each -> new FreezeWindow(
                id, name.get(), new FreezeScope(connection.get(), tag.get()), each));
    }

    private Optional<FreezeTimes> times() {
        var typed = new TypedTime(context.times().region());
        return weekly.get()
                ? typed.timeOfDay(firstTime.get()).flatMap(begin -> typed.timeOfDay(lastTime.get())
                        .map(end -> new FreezeTimes.WeeklyFrozen(firstDay.get(), begin, lastDay.get(), end, zone)))
                : PlanTimeField.moment(from.get(), context.times())
                        .flatMap(begin -> PlanTimeField.moment(until.get(), context.times())
                                .map(end -> new FreezeTimes.OnceFrozen(begin, end)));
    }

    /** The name of a connection, or its ID where it is gone. */
    static String name(Optional<ConnectionId> id, List<Connection> connections) {
        return id.map(each -> connections.stream().filter(known -> known.id().equals(each)).findFirst()
                .map(Connection::name).orElse(each.value())).orElse("");
    }
}
