package dev.longshore.ui.settings;

import dev.longshore.model.Alert.Severity;
import dev.longshore.model.FreeText;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.NotifyFact;
import dev.longshore.notify.DeliveryResult;
import dev.longshore.notify.NotificationRoutes;
import dev.longshore.notify.Route;
import dev.longshore.notify.RouteKeys;
import dev.longshore.notify.RouteKind;
import dev.longshore.notify.RouteStatus;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.FieldMistake;
import dev.longshore.ui.dialog.TaskProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A route as it is entered or changed. What is entered is read as the file of routes is. FX thread only. */
final class RouteViewModel {
    /** The lengths that are offered; zero is never. */
    static final List<Duration> REPEATS = List.of(
            Duration.ZERO, Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(4));
    private static final String SEPARATOR = "[,;\\s]+";

    private final Map<RouteField, StringProperty> texts = new EnumMap<>(RouteField.class);
    private final Map<Severity, BooleanProperty> classes = new EnumMap<>(Severity.class);
    private final Map<String, BooleanProperty> connections = new LinkedHashMap<>();
    private final ObjectProperty<RouteKind> kind = new SimpleObjectProperty<>(this, "kind", RouteKind.WEBHOOK);
    private final BooleanProperty actNowCrosses = new SimpleBooleanProperty(this, "actNowCrosses", true);
    private final ObjectProperty<Duration> repeat = new SimpleObjectProperty<>(this, "repeat",
            RouteKind.WEBHOOK.usualRepeat());
    private final ReadOnlyObjectWrapper<TaskProgress> progress = new ReadOnlyObjectWrapper<>(this, "progress",
            TaskProgress.none());
    private final ReadOnlyObjectWrapper<Optional<FieldMistake<Optional<RouteField>>>> mistake = new ReadOnlyObjectWrapper<>(
            this, "mistake",
            Optional.empty());
    private final UiContext context;
    private final NotificationRoutes routes;
    private final @Nullable Route existing;

    /** What is typed into a field of its own, by its key in the file. */
    enum RouteField {
        NAME("name", RouteKind.values()),
        URL("url", RouteKind.WEBHOOK, RouteKind.SLACK, RouteKind.TEAMS),
        TOKEN("token", RouteKind.WEBHOOK),
        ROUTING_KEY("routing-key", RouteKind.PAGERDUTY),
        HOST("host", RouteKind.MAIL),
        PORT("port", RouteKind.MAIL),
        ENCRYPTION("encryption", RouteKind.MAIL),
        USER("user", RouteKind.MAIL),
        PASSWORD("password", RouteKind.MAIL),
        FROM("from", RouteKind.MAIL),
        TO("to", RouteKind.MAIL),
        COMMAND("command", RouteKind.COMMAND),
        QUIET_HOURS("quiet-hours", RouteKind.values());

        private final String key;
        @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed.
        private final List<RouteKind> kinds;

        RouteField(String key, RouteKind... kinds) {
            this.key = key;
            this.kinds = List.of(kinds);
        }

        boolean isOf(RouteKind kind) {
            return kinds.contains(kind);
        }
    }

    /** @param connectionNames the names of the connections there are */
    RouteViewModel(
            UiContext context, NotificationRoutes routes, List<String> connectionNames, @Nullable Route existing) {
        this.context = context;
        this.routes = routes;
        this.existing = existing;
        for (var each : RouteField.values()) {
            texts.put(each, new SimpleStringProperty(this, each.key, ""));
        }
        for (var each : Severity.values()) {
            classes.put(each, new SimpleBooleanProperty(this, each.name(),
                    existing == null ? Route.RouteFilter.USUAL_CLASSES.contains(each)
                            : existing.filter().classes().contains(each)));
        }
        addConnections(connectionNames);
        fill();
        kind.subscribe((_, now) -> repeat.set(now.usualRepeat()));
    }

    private void addConnections(List<String> names) {
        var all = new TreeSet<>(names);
        var chosen = existing == null ? List.<String>of() : existing.filter().connections();
        all.addAll(chosen);
        all.forEach(each -> connections.put(each, new SimpleBooleanProperty(this, each, chosen.contains(each))));
    }

    private void fill() {
        text(RouteField.ENCRYPTION).set("starttls");
        text(RouteField.PORT).set("587");
        if (existing != null) {
            var keys = RouteKeys.of(existing);
            kind.set(existing.target().kind());
            texts.forEach((field, property) -> {
                if (keys.get(field.key) != null) {
                    property.set(typed(field, keys.get(field.key)));
                }
            });
            actNowCrosses.set(!Boolean.FALSE.equals(keys.get("act-now-in-quiet-hours")));
            repeat.set(existing.filter().repeat());
        }
    }

    private static String typed(RouteField field, @Nullable Object value) {
        return value instanceof List<?> list
                ? String.join(field == RouteField.COMMAND ? "\n" : ", ", list.stream().map(Object::toString).toList())
                : String.valueOf(value);
    }

    boolean isNew() {
        return existing == null;
    }

    ObjectProperty<RouteKind> kindProperty() {
        return kind;
    }

    /** What is typed into {@code field}. */
    StringProperty text(RouteField field) {
        return Objects.requireNonNull(texts.get(field));
    }

    BooleanProperty classProperty(Severity severity) {
        return Objects.requireNonNull(classes.get(severity));
    }

    /** The connections by their names; where none is chosen, all are meant. */
    Map<String, BooleanProperty> connections() {
        return connections;
    }

    BooleanProperty actNowCrossesProperty() {
        return actNowCrosses;
    }

    ObjectProperty<Duration> repeatProperty() {
        return repeat;
    }

    ReadOnlyObjectProperty<TaskProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<FieldMistake<Optional<RouteField>>>> mistakeProperty() {
        return mistake.getReadOnlyProperty();
    }

    /** What is entered, or empty where something has to be changed first. */
    private Optional<Route> entered() {
        var read = RouteKeys.read(keys());
        var fault = read.faults().entrySet().stream().findFirst()
                .map(each -> mistake(each.getKey(), each.getValue())).or(this::otherMistake);
        mistake.set(fault);
        progress.set(fault.map(each -> TaskProgress.failed(each.sentence())).orElse(TaskProgress.none()));
        return fault.isPresent() ? Optional.empty() : read.route();
    }

    private FieldMistake<Optional<RouteField>> mistake(String key, Fact fact) {
        var field = Arrays.stream(RouteField.values()).filter(each -> each.key.equals(key)).findFirst();
        return new FieldMistake<>(field, context.sentence(field.map(each -> named(fact, each)).orElse(fact)));
    }

    /** With the field's label in the place of its key. */
    private Fact named(Fact fact, RouteField field) {
        var label = context.texts().get("settings.route." + field.name());
        return new Fact(fact.kind(), fact.figures().stream()
                .map(figure -> figure.equals(field.key) ? label : figure).toList());
    }

    private Optional<FieldMistake<Optional<RouteField>>> otherMistake() {
        if (classes.values().stream().noneMatch(BooleanProperty::get)) {
            return Optional.of(new FieldMistake<>(Optional.empty(), context.texts().get("settings.route.noClass")));
        }
        var name = text(RouteField.NAME).get().strip();
        var refused = FreeText.refusal(name);
        if (refused.isPresent()) {
            return refused.map(why -> mistake("name", why));
        }
        return routes.routes().stream().map(RouteStatus::route)
                .filter(each -> existing == null || !each.name().equals(existing.name()))
                .filter(each -> each.name().equals(name)).findFirst()
                .map(_ -> mistake("name", Fact.of(NotifyFact.NAME_USED_TWICE)));
    }

    /** What has no field here stays as it was. */
    private Map<String, Object> keys() {
        var keys = new LinkedHashMap<String, Object>();
        if (existing != null && existing.target().kind() == kind.get()) {
            keys.putAll(RouteKeys.of(existing));
        }
        keys.put("kind", kind.get().word());
        for (var field : RouteField.values()) {
            if (field.isOf(kind.get())) {
                put(keys, field, text(field).get().strip());
            }
        }
        keys.put("classes", classes.entrySet().stream().filter(each -> each.getValue().get())
                .map(each -> Route.word(each.getKey())).toList());
        keys.put("connections", connections.entrySet().stream().filter(each -> each.getValue().get())
                .map(Map.Entry::getKey).toList());
        keys.put("act-now-in-quiet-hours", actNowCrosses.get());
        keys.put("repeat", RouteKeys.written(repeat.get()));
        return keys;
    }

    private static void put(Map<String, Object> keys, RouteField field, String typed) {
        if (typed.isEmpty()) {
            keys.remove(field.key);
            return;
        }
        keys.put(field.key, switch (field) {
            case TO -> List.of(typed.split(SEPARATOR));
            case COMMAND -> typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            case PORT -> typed.matches("\\d{1,5}") ? Integer.valueOf(typed) : typed;
            default -> typed;
        });
    }

    /** Sends a test the real way, without saving anything. */
    void test() {
        entered().ifPresent(route -> {
            progress.set(TaskProgress.underWay(context.texts().get("settings.routes.testing", route.name())));
            var _ = routes.test(route).whenComplete(
                    (result, failure) -> context.thread().run(() -> progress.set(tested(context, result, failure))));
        });
    }

    /** What came back. */
    static TaskProgress tested(UiContext context, @Nullable DeliveryResult result, @Nullable Throwable failure) {
        return switch (result) {
            case null -> TaskProgress.failed(context.sentence(failure));
            case DeliveryResult.Delivered delivered -> TaskProgress.done(context.sentence(delivered.fact()));
            case DeliveryResult.Undelivered undelivered -> TaskProgress.failed(context.sentence(undelivered.fact()));
            case DeliveryResult.RefusedForGood refused -> TaskProgress.failed(context.sentence(refused.fact()));
        };
    }

    /** Saves it, in the place of what it was; runs {@code done} once it is. */
    void save(Runnable done) {
        entered().ifPresent(route -> {
            progress.set(TaskProgress.underWay(context.texts().get("settings.route.saving")));
            var _ = routes.save(with(route)).whenComplete(
                    (trouble, failure) -> context.thread().run(() -> saved(trouble, failure, done)));
        });
    }

    private List<Route> with(Route route) {
        var all = new ArrayList<>(routes.routes().stream().map(RouteStatus::route).toList());
        var at = existing == null ? -1 : all.indexOf(existing);
        if (at < 0) {
            all.add(route);
        } else {
            all.set(at, route);
        }
        return all;
    }

    @SuppressWarnings("NullableOptional") // As a future hands over what failed.
    private void saved(@Nullable Optional<Fact> trouble, @Nullable Throwable failure, Runnable done) {
        if (trouble != null && trouble.isEmpty()) {
            done.run();
        } else {
            progress.set(TaskProgress.failed(trouble == null ? context.sentence(failure)
                    : context.sentence(trouble.orElseThrow())));
        }
    }
}
