package dev.longshore.journal;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.FreezeWindow.FreezeScope;
import dev.longshore.model.userdate.FreezeWindow.FreezeTimes;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The table {@code freeze_window}: the times in which users want no change. */
final class FreezeWindowTable {
    private final Sql sql;

    FreezeWindowTable(Sql sql) {
        this.sql = sql;
    }

    /** Those that were ever made, in that order. */
    List<FreezeWindow> all() throws SQLException {
        return sql.list("SELECT * FROM freeze_window ORDER BY position", FreezeWindowTable::read);
    }

    /** Keeps a window, or what has changed of it. */
    void save(FreezeWindow window) throws SQLException {
        sql.run("""
                INSERT INTO freeze_window (id, name, connection_id, tag, changed_at, removed) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, connection_id = excluded.connection_id,
                  tag = excluded.tag, changed_at = excluded.changed_at, removed = excluded.removed
                """,
                window.id(), window.name(), window.scope().connection().map(ConnectionId::value).orElse(""),
                window.scope().tag(), window.changedAt(), window.isRemoved());
        saveTimes(window);
    }

    private void saveTimes(FreezeWindow window) throws SQLException {
        switch (window.times()) {
            case FreezeTimes.OnceFrozen once -> sql.run("""
                    UPDATE freeze_window SET started_at = ?, ended_at = ?, first_day = NULL, first_time = NULL,
                      last_day = NULL, last_time = NULL, zone = NULL WHERE id = ?
                    """, once.from(), once.until(), window.id());
            case FreezeTimes.WeeklyFrozen weekly -> sql.run("""
                    UPDATE freeze_window SET started_at = NULL, ended_at = NULL, first_day = ?, first_time = ?,
                      last_day = ?, last_time = ?, zone = ? WHERE id = ?
                    """, weekly.firstDay(), weekly.from(), weekly.lastDay(), weekly.until(), weekly.zone(),
                    window.id());
        }
    }

    private static FreezeWindow read(ResultRow resultRow) throws SQLException {
        var connection = Optional.of(resultRow.text("connection_id")).filter(each -> !each.isEmpty());
        var changedAt = resultRow.maybe("changed_at", StoredTimes::read);
        return new FreezeWindow(resultRow.text("id"), resultRow.text("name"),
                new FreezeScope(connection.map(ConnectionId::new), resultRow.text("tag")), times(resultRow),
                changedAt == null ? Instant.EPOCH : changedAt, resultRow.flag("removed"));
    }

    private static FreezeTimes times(ResultRow resultRow) throws SQLException {
        var from = resultRow.maybe("started_at", StoredTimes::read);
        return from != null ? new FreezeTimes.OnceFrozen(from, resultRow.instant("ended_at"))
                : new FreezeTimes.WeeklyFrozen(
                        DayOfWeek.valueOf(resultRow.text("first_day")), LocalTime.parse(resultRow.text("first_time")),
                        DayOfWeek.valueOf(resultRow.text("last_day")), LocalTime.parse(resultRow.text("last_time")),
                        ZoneId.of(resultRow.text("zone")));
    }
}
