package dev.longshore.ui.cleanup;

import dev.longshore.model.FreeText;
import dev.longshore.model.userdate.DeadlineRules;
import dev.longshore.model.userdate.OwnDeadline;
import dev.longshore.model.userdate.OwnDeadline.DeadlineAnchor;
import dev.longshore.model.userdate.OwnDeadline.DeadlineRule;
import dev.longshore.text.MigrationText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.FieldMistake;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.usertext.DurationText;
import dev.longshore.usertext.NumberText;
import dev.longshore.watch.WatchedMigration;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** A deadline while the user enters it: what is kept is what is read back to them. FX thread only. */
final class DeadlineViewModel {
    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3_600);
    /** With two decimals; what has more is written as a duration. */
    private static final long A_HUNDREDTH_OF_AN_HOUR = 36;
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final ObjectProperty<DeadlineKind> kind = new SimpleObjectProperty<>(this, "kind", DeadlineKind.DATE);
    private final StringProperty date = new SimpleStringProperty(this, "date", "");
    private final StringProperty offset = new SimpleStringProperty(this, "offset", "");
    private final ObjectProperty<OffsetUnit> unit = new SimpleObjectProperty<>(this, "unit", OffsetUnit.DAYS_AFTER);
    private final StringProperty route = new SimpleStringProperty(this, "route", "");
    private final ReadOnlyStringWrapper preview = new ReadOnlyStringWrapper(this, "preview", "");
    private final UiContext context;
    private final SnapshotFeed feed;
    private final WatchedMigration migration;
    private final String id;

    /** How its time is given. */
    enum DeadlineKind {
        DATE,
        LAUNCH,
        IMPORT_END,
        CLEANUP
    }

    /** How far it is from what it depends on. */
    enum OffsetUnit {
        HOURS_AFTER,
        DAYS_AFTER,
        HOURS_BEFORE,
        DAYS_BEFORE;

        /** What a number alone counts. */
        Duration length() {
            return switch (this) {
                case HOURS_AFTER, HOURS_BEFORE -> Duration.ofHours(1);
                case DAYS_AFTER, DAYS_BEFORE -> Duration.ofDays(1);
            };
        }

        Duration of(Duration typed) {
            var length = typed.compareTo(LONGEST) > 0 ? LONGEST : typed;
            return this == HOURS_BEFORE || this == DAYS_BEFORE ? length.negated() : length;
        }
    }

    /** @param existing the one that is changed; null for a new one */
    DeadlineViewModel(UiContext context, SnapshotFeed feed, WatchedMigration migration,
            @Nullable OwnDeadline existing) {
        this.context = context;
        this.feed = feed;
        this.migration = migration;
        id = existing == null ? UUID.randomUUID().toString() : existing.id();
        if (existing != null) {
            take(existing);
        }
        Stream.<ObservableValue<?>>of(name, kind, date, offset, unit).forEach(each -> each.subscribe(() -> look()));
        look();
    }

    /** Begins with that name and time. */
    void begin(String proposed, Instant at) {
        name.set(proposed);
        date.set(PlanTimeField.text(at, context.times()));
    }

    private void take(OwnDeadline existing) {
        name.set(existing.name());
        route.set(existing.route());
        switch (existing.rule()) {
            case DeadlineRule.FixedTime(var at) -> date.set(PlanTimeField.text(at, context.times()));
            case DeadlineRule.RelativeTime(var anchor, var length) -> {
                kind.set(DeadlineKind.valueOf(anchor.name()));
                takeOffset(length);
            }
        }
    }

    private void takeOffset(Duration length) {
        var seconds = length.abs().toSeconds();
        var inDays = seconds % Duration.ofDays(1).toSeconds() == 0;
        offset.set(inDays ? "" + length.abs().toDays()
                : seconds % A_HUNDREDTH_OF_AN_HOUR == 0
                        ? new NumberText(context.times().region()).write(
                                BigDecimal.valueOf(seconds).divide(SECONDS_AN_HOUR))
                        : DurationText.write(length.abs()));
        unit.set(OffsetUnit.valueOf((inDays ? "DAYS_" : "HOURS_") + (length.isNegative() ? "BEFORE" : "AFTER")));
    }

    StringProperty nameProperty() {
        return name;
    }

    ObjectProperty<DeadlineKind> kindProperty() {
        return kind;
    }

    StringProperty dateProperty() {
        return date;
    }

    StringProperty offsetProperty() {
        return offset;
    }

    ObjectProperty<OffsetUnit> unitProperty() {
        return unit;
    }

    /** The name of the only route its alerts take; empty for all. */
    StringProperty routeProperty() {
        return route;
    }

    /** When what is entered is due, and whether the import ends before it; why nothing can be told, if so. */
    ReadOnlyStringProperty previewProperty() {
        return preview.getReadOnlyProperty();
    }

    WatchedMigration migration() {
        return migration;
    }

    private void look() {
        preview.set(rule().map(each -> new MigrationText(context.texts(), context.times())
                .ownDeadline(DeadlineRules.dated(deadline(each), facts())))
                .orElse(""));
    }

    private DeadlineRules.ImportFacts facts() {
        return feed.migration(migration.key()).orElse(migration).importFacts(feed.serviceTime(migration.key()));
    }

    private OwnDeadline deadline(DeadlineRule rule) {
        return new OwnDeadline(id, migration.key(), name.get(), rule, route.get(), context.clock().instant(), false);
    }

    /** What has to be changed first, the topmost of it: {@code name}, {@code date} or {@code offset}. */
    Optional<FieldMistake<String>> mistake() {
        if (name.get().isBlank()) {
            return Optional.of(mistake("name"));
        }
        var refused = FreeText.refusal(name.get());
        if (refused.isPresent()) {
            return refused.map(why -> new FieldMistake<>("name", context.sentence(why)));
        }
        return rule().isPresent() ? Optional.empty()
                : Optional.of(mistake(kind.get() == DeadlineKind.DATE ? "date" : "offset"));
    }

    private FieldMistake<String> mistake(String field) {
        return new FieldMistake<>(field, context.texts().get("cleanup.deadline.mistake." + field));
    }

    /** What is kept: what was read back. */
    Optional<OwnDeadline> entered() {
        return mistake().isPresent() ? Optional.empty() : rule().map(this::deadline);
    }

    private Optional<DeadlineRule> rule() {
        return switch (kind.get()) {
            case DATE -> at().map(DeadlineRule.FixedTime::new);
            case LAUNCH -> relative(DeadlineAnchor.LAUNCH);
            case IMPORT_END -> relative(DeadlineAnchor.IMPORT_END);
            case CLEANUP -> relative(DeadlineAnchor.CLEANUP);
        };
    }

    private Optional<Instant> at() {
        return PlanTimeField.moment(date.get(), context.times());
    }

    private Optional<DeadlineRule> relative(DeadlineAnchor anchor) {
        return DurationText.read(offset.get(), unit.get().length(), context.times().region())
                .map(each -> new DeadlineRule.RelativeTime(anchor, unit.get().of(each)));
    }
}
