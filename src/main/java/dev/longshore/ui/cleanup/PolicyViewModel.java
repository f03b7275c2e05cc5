package dev.longshore.ui.cleanup;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.FreeText;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.userdate.CleanupPolicy;
import dev.longshore.model.userdate.FreezeWindow.FreezeScope;
import dev.longshore.ui.context.Preferences;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.FieldMistake;
import dev.longshore.usertext.DurationText;
import dev.longshore.usertext.NumberText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The policies that keep cleanups behind imports, and one more while the user enters it. FX thread only. */
final class PolicyViewModel {
    private final ReadOnlyObjectWrapper<List<CleanupPolicy>> policies;
    private final StringProperty days = new SimpleStringProperty(this, "days", "");
    private final StringProperty moves = new SimpleStringProperty(this, "moves", "");
    private final StringProperty tag = new SimpleStringProperty(this, "tag", "");
    private final ObjectProperty<Optional<ConnectionId>> connection = new SimpleObjectProperty<>(this, "connection",
            Optional.empty());
    private final UiContext context;
    private final Preferences preferences;

    PolicyViewModel(UiContext context, Preferences preferences) {
        this.context = context;
        this.preferences = preferences;
        policies = new ReadOnlyObjectWrapper<>(this, "policies", saved());
    }

    private List<CleanupPolicy> saved() {
        return CleanupPolicy.read(preferences.find(CleanupPolicy.KEY).orElse(""));
    }

    /** Those in force, in the order they were made. */
    ReadOnlyObjectProperty<List<CleanupPolicy>> policiesProperty() {
        return policies.getReadOnlyProperty();
    }

    StringProperty daysProperty() {
        return days;
    }

    StringProperty movesProperty() {
        return moves;
    }

    StringProperty tagProperty() {
        return tag;
    }

    /** The connection it is for; empty for all. */
    ObjectProperty<Optional<ConnectionId>> connectionProperty() {
        return connection;
    }

    /** Begins a new one. */
    void begin() {
        days.set("7");
        moves.set("1");
        tag.set("");
        connection.set(Optional.empty());
    }

    /** What has to be changed first, the topmost of it. */
    Optional<FieldMistake<String>> mistake() {
        if (wholeDays().isEmpty()) {
            return mistake("days", CleanupPolicy.MOST_DAYS);
        }
        if (number(moves, CleanupPolicy.MOST_MOVES).isEmpty()) {
            return mistake("moves", CleanupPolicy.MOST_MOVES);
        }
        var refused = FreeText.refusal(tag.get());
        if (refused.isPresent()) {
            return refused.map(why -> new FieldMistake<>("tag", context.sentence(why)));
        }
        return policies.get().stream().anyMatch(each -> each.scope().equals(scope()))
                ? Optional.of(new FieldMistake<>("tag", context.texts().get("cleanup.policy.mistake.double")))
                : Optional.empty();
    }

    private Optional<FieldMistake<String>> mistake(String field, int most) {
        return Optional.of(new FieldMistake<>(field, context.texts().get("cleanup.policy.mistake." + field, most)));
    }

    private OptionalInt number(StringProperty typed, int most) {
        return new NumberText(context.times().region()).readWhole(typed.get(), 1, most);
    }

    /** "7", and what means the same: "7 days", "1 week". */
    private OptionalInt wholeDays() {
        var day = Duration.ofDays(1);
        return DurationText.read(days.get(), day, context.times().region())
                .filter(each -> each.toSeconds() % day.toSeconds() == 0)
                .filter(each -> each.toDays() >= 1 && each.toDays() <= CleanupPolicy.MOST_DAYS)
                .map(each -> OptionalInt.of((int) each.toDays())).orElseGet(OptionalInt::empty);
    }

    private FreezeScope scope() {
        return new FreezeScope(connection.get(), tag.get());
    }

    /** Moves by what was entered, too, from now on; tells why it could not be kept, if so. Nothing where there is a mistake. */
    CompletableFuture<Optional<Fact>> add() {
        return mistake().isPresent()
                ? CompletableFuture.completedFuture(Optional.empty())
                : use(Stream.concat(policies.get().stream(), Stream.of(new CleanupPolicy(
                        scope(), wholeDays().orElseThrow(),
                        number(moves, CleanupPolicy.MOST_MOVES).orElseThrow()))).toList());
    }

    /** Moves by that no more; tells why that could not be kept, if so. */
    CompletableFuture<Optional<Fact>> remove(CleanupPolicy policy) {
        return use(policies.get().stream().filter(each -> !each.equals(policy)).toList());
    }

    /** Kept first, and in force after that: a program that is killed moves by the same at its next start. */
    private CompletableFuture<Optional<Fact>> use(List<CleanupPolicy> next) {
        policies.set(next);
        return preferences.saveOrRevert(CleanupPolicy.KEY, CleanupPolicy.write(next))
                .whenComplete((trouble, _) -> context
                        .thread().run(() -> {
                            if (trouble.isPresent()) {
                                policies.set(saved());
                            } else {
                                context.watch().usePolicies(next);
                            }
                        }));
    }
}
