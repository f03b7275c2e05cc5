package dev.longshore.ui.migrations;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.LastKnown;
import dev.longshore.text.CommandText;
import dev.longshore.text.MigrationText;
import dev.longshore.text.Texts;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** Gives each column of the table its cells and its order. */
final class TableColumns {
    private final RowClock clock;
    private final Texts texts;
    private final MigrationText text;
    private final ColumnContents columnContents;
    private final CommandText commands;
    private boolean isCompact;

    TableColumns(RowClock clock, Texts texts, MigrationText text, ColumnContents columnContents, CommandText commands) {
        this.clock = clock;
        this.texts = texts;
        this.text = text;
        this.columnContents = columnContents;
        this.commands = commands;
    }

    /** Gives the cells of one line, or of two. */
    TableColumns compact(boolean compact) {
        isCompact = compact;
        return this;
    }

    /** Sets up {@code column} by its ID. */
    void wire(TableColumn<MigrationRow, WatchedMigration> column) {
        column.setCellValueFactory(row -> row.getValue().migrationProperty());
        switch (column.getId()) {
            case "colName" ->
                wire(column, isCompact ? columnContents::nameAlone : columnContents::name,
                        comparing(WatchedMigration::name, String.CASE_INSENSITIVE_ORDER));
            case "colDatabase" ->
                wire(column, isCompact ? columnContents::databaseAlone : columnContents::database,
                        comparing(text::database, String.CASE_INSENSITIVE_ORDER));
            case "colConnection" ->
                wire(column, columnContents::connection, comparing(each -> each.connection().name()));
            case "colTags" -> wire(
                    column, columnContents::tags,
                    comparing(each -> String.join(",", each.tags()), String.CASE_INSENSITIVE_ORDER));
            case "colStatus" ->
                wire(column, () -> new StatusCell(clock, texts, text, commands, isCompact), by(TableColumns::status));
            case "colSince" -> wire(column, columnContents::since, by(TableColumns::since));
            case "colProgress" -> wire(column, () -> new ProgressCell(clock, text, isCompact), by(this::percent));
            case "colEta" -> wire(column, columnContents::eta, by(TableColumns::end));
            case "colNextStep" -> wire(column, columnContents::nextStep, comparing(columnContents::rank));
            case "colDeadline" ->
                wire(column, isCompact ? columnContents::deadlineAlone : columnContents::deadline,
                        by(TableColumns::cleanup));
            case "colCredentials" -> wire(column, columnContents::credentials, by(this::credentialsEnd));
            case "colObserved" -> wire(column, columnContents::observed, by(TableColumns::observed));
            default -> throw new IllegalArgumentException("There is no column " + column.getId() + ".");
        }
    }

    private void wire(
            TableColumn<MigrationRow, WatchedMigration> column,
            BiFunction<WatchedMigration, Instant, CellContent> facet,
            Comparator<WatchedMigration> order) {
        wire(column, () -> new TwoLineCell(clock, facet, isCompact), order);
    }

    private static void wire(
            TableColumn<MigrationRow, WatchedMigration> column,
            Supplier<LiveTimeCell> cell,
            Comparator<WatchedMigration> order) {
        column.setCellFactory(_ -> cell.get());
        column.setComparator(order);
    }

    private static <T extends Comparable<? super T>> Comparator<WatchedMigration> by(
            Function<WatchedMigration, @Nullable T> value) {
        return comparing(value, nullsLast(naturalOrder()));
    }

    private static @Nullable String status(WatchedMigration migration) {
        return known(migration).map(known -> known.status().phase().map(Enum::name).orElse(known.status().raw()))
                .orElse(null);
    }

    private static @Nullable Instant since(WatchedMigration migration) {
        return known(migration).map(LastKnown::since).orElse(null);
    }

    private @Nullable Double percent(WatchedMigration migration) {
        var percent = text.percent(migration);
        return percent.isPresent() ? percent.getAsDouble() : null;
    }

    private static @Nullable Instant end(WatchedMigration migration) {
        return migration.forecast() instanceof Forecast.Range range ? range.latest() : null;
    }

    private static @Nullable Instant cleanup(WatchedMigration migration) {
        return migration.cleanup().map(Deadline::at).orElse(null);
    }

    private @Nullable Instant credentialsEnd(WatchedMigration migration) {
        return text.credentialsEnd(migration).orElse(null);
    }

    private static @Nullable Instant observed(WatchedMigration migration) {
        return known(migration).map(LastKnown::observedAt).orElse(null);
    }

    private static Optional<LastKnown> known(WatchedMigration migration) {
        return Optional.ofNullable(migration.lastKnown());
    }
}
