package dev.longshore.journal;

import dev.longshore.model.CalendarAddress;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The table {@code calendar_address}: under which addresses the calendar was and is offered. */
final class CalendarAddressTable {
    private final Sql sql;

    CalendarAddressTable(Sql sql) {
        this.sql = sql;
    }

    /** The one in force. */
    Optional<CalendarAddress> inForce() throws SQLException {
        return sql.one("SELECT * FROM calendar_address WHERE revoked_at IS NULL ORDER BY position DESC LIMIT 1",
                CalendarAddressTable::read);
    }

    /** Offers the calendar under this address, and under no other. */
    void replace(CalendarAddress address) throws SQLException {
        revoke(address.madeAt());
        sql.run("INSERT INTO calendar_address (secret, with_names, made_at) VALUES (?, ?, ?)",
                address.secret(), address.withNames(), address.madeAt());
    }

    /** Offers it no more. What was revoked is not kept: it opens nothing again. */
    void revoke(Instant at) throws SQLException {
        sql.run("UPDATE calendar_address SET secret = '', revoked_at = ? WHERE revoked_at IS NULL", at);
    }

    private static CalendarAddress read(ResultRow resultRow) throws SQLException {
        return new CalendarAddress(resultRow.text("secret"), resultRow.flag("with_names"),
                resultRow.instant("made_at"));
    }
}
