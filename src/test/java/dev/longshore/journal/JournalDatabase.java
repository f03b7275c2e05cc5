package dev.longshore.journal;

import dev.longshore.support.EnglishText;
import dev.longshore.support.TeamServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** The databases that can hold a journal; whatever is promised of a journal is tested on each. */
enum JournalDatabase {
    SQLITE {
        @Override
        Journal open(Path folder, Instant now) {
            return SqliteJournal.open(folder, InstantSource.fixed(now), EnglishText::say);
        }
    },
    POSTGRESQL {
        @Override
        Journal open(Path folder, Instant now) {
            var desk = UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8));
            var server = new PostgresServer(TeamServer.address(folder), Map.of(), desk);
            return PostgresJournal.open(server, EnglishText::say, "dba");
        }
    };

    /** The journal of a folder; the same one each time. */
    abstract Journal open(Path folder, Instant now);
}
