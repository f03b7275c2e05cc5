package dev.longshore.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;

/** One connection to the database and the statements prepared on it. For one thread at a time. */
final class Sql implements AutoCloseable {
    private static final int STEPS_BETWEEN_QUESTIONS = 4000;

    private final Connection connection;
    private final SqlDialect dialect;
    private final Map<String, BoundStatement> prepared = new HashMap<>();

    Sql(Connection connection, SqlDialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** @param order for each question mark, in their order, the index of its value */
    private record BoundStatement(PreparedStatement statement, List<Integer> order) {}

    /** Something done with the database, or with a row of it, that has a result. */
    interface SqlFunction<T, R> {
        R apply(T from) throws SQLException;
    }

    /** The same without a result. */
    interface SqlConsumer<T> {
        void accept(T from) throws SQLException;
    }

    /** Runs a statement that changes rows, and says how many. */
    int run(String sql, @Nullable Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    /** Runs several statements without values, one after the other. */
    void script(String statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            dialect.run(statement, statements);
        }
    }

    <T> List<T> list(String sql, SqlFunction<ResultRow, T> rowMapper, @Nullable Object... values) throws SQLException {
        var rows = new ArrayList<T>();
        each(sql, resultRow -> rows.add(rowMapper.apply(resultRow)), values);
        return rows;
    }

    <T> Optional<T> one(String sql, SqlFunction<ResultRow, T> rowMapper, @Nullable Object... values)
            throws SQLException {
        return list(sql, rowMapper, values).stream().findFirst();
    }

    /** Hands over every row of a result without keeping them. */
    void each(String sql, SqlConsumer<ResultRow> rowConsumer, @Nullable Object... values) throws SQLException {
        try (var result = bound(sql, values).executeQuery()) {
            var resultRow = new ResultRow(result);
            while (result.next()) {
                rowConsumer.accept(resultRow);
            }
        }
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        var bound = prepared.get(sql);
        if (bound == null) {
            var translated = dialect.translate(sql);
            bound = new BoundStatement(connection.prepareStatement(translated.sql()), translated.order());
            bound.statement().setFetchSize(dialect.fetchSize());
            prepared.put(sql, bound);
        }
        for (int index = 0; index < values.length; index++) {
            bind(bound, index, stored(values[index]));
        }
        return bound.statement();
    }

    /** Without an order the driver knows numbered parameters itself. */
    private static void bind(BoundStatement bound, int value, @Nullable Object stored) throws SQLException {
        if (bound.order().isEmpty()) {
            bound.statement().setObject(value + 1, stored);
        }
        for (int mark = 0; mark < bound.order().size(); mark++) {
            if (bound.order().get(mark) == value) {
                bound.statement().setObject(mark + 1, stored);
            }
        }
    }

    private static @Nullable Object stored(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> StoredTimes.write(instant);
            case Boolean flag -> flag ? 1 : 0;
            case Integer number -> number;
            case Long number -> number;
            case Double number -> number;
            case Enum<?> word -> word.name();
            default -> value.toString();
        };
    }

    /** Takes back what was not committed. The driver closes a statement that failed, so all are prepared anew. */
    void rollBack() throws SQLException {
        prepared.clear();
        script("ROLLBACK");
    }

    /** Interrupts a long statement as soon as {@code giveUp} says so; asked every few milliseconds while one runs. */
    void giveUpWhen(BooleanSupplier giveUp) throws SQLException {
        ProgressHandler.setHandler(connection, STEPS_BETWEEN_QUESTIONS, new ProgressHandler() {
            @Override
            protected int progress() {
                return giveUp.getAsBoolean() ? 1 : 0;
            }
        });
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
