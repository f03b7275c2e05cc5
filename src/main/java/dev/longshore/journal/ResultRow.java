package dev.longshore.journal;

import dev.longshore.model.MigrationStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The row of a result that is being read, its columns by name. */
final class ResultRow {
    private final ResultSet result;

    ResultRow(ResultSet result) {
        this.result = result;
    }

    /** All columns as the database has them, by name. */
    Map<String, @Nullable Object> values() throws SQLException {
        var columns = result.getMetaData();
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            var value = result.getObject(column);
            values.put(columns.getColumnLabel(column), value instanceof Integer number ? number.longValue() : value);
        }
        return values;
    }

    String text(String column) throws SQLException {
        var text = result.getString(column);
        if (text == null) {
            throw new IllegalArgumentException("The column " + column + " of a row is empty.");
        }
        return text;
    }

    String textOrEmpty(String column) throws SQLException {
        return Objects.requireNonNullElse(result.getString(column), "");
    }

    Instant instant(String column) throws SQLException {
        return StoredTimes.read(text(column));
    }

    long number(String column) throws SQLException {
        return result.getLong(column);
    }

    boolean flag(String column) throws SQLException {
        return result.getInt(column) != 0;
    }

    /** An upload directory; null where there is none, or an older program kept what cannot be one. */
    @Nullable
    String directory(String column) throws SQLException {
        var text = result.getString(column);
        return text != null && MigrationStatus.isUploadDirectory(text) ? text : null;
    }

    <T> @Nullable T maybe(String column, Function<String, T> read) throws SQLException {
        var text = result.getString(column);
        return text == null ? null : read.apply(text);
    }
}
