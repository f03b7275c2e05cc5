package dev.longshore.journal;

import dev.longshore.model.KeptFileList;
import dev.longshore.model.KeptFileList.FileListSide;
import dev.longshore.model.MigrationKey;
import java.sql.SQLException;
import java.util.List;

/** The table {@code upload_file_list}: what nodes have and what has arrived, as users gave it. */
final class FileListTable {
    private final Sql sql;
    private final MigrationTable migrations;

    FileListTable(Sql sql, MigrationTable migrations) {
        this.sql = sql;
        this.migrations = migrations;
    }

    /** Those of one migration. */
    List<KeptFileList> all(MigrationKey key) throws SQLException {
        var migration = migrations.find(key);
        return migration.isEmpty() ? List.of()
                : sql.list(
                        "SELECT side, node, given_at, content FROM upload_file_list WHERE migration = ? ORDER BY side, node",
                        resultRow -> new KeptFileList(key, FileListSide.valueOf(resultRow.text("side")),
                                resultRow.text("node"), resultRow.instant("given_at"), resultRow.text("content")),
                        migration.getAsLong());
    }

    /** Keeps a list in the place of the one that was kept of the same node and side. */
    void save(KeptFileList list) throws SQLException {
        sql.run("""
                INSERT INTO upload_file_list (migration, side, node, given_at, content) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (migration, side, node) DO UPDATE SET given_at = excluded.given_at,
                  content = excluded.content
                """, migrations.findOrAdd(list.key()), list.side(), list.node(), list.at(), list.content());
    }

    /** Forgets those of one migration. */
    void removeAll(MigrationKey key) throws SQLException {
        var migration = migrations.find(key);
        if (migration.isPresent()) {
            sql.run("DELETE FROM upload_file_list WHERE migration = ?", migration.getAsLong());
        }
    }
}
