package dev.longshore.seeds;

import dev.longshore.journal.Journal;
import dev.longshore.journal.PostgresJournal;
import dev.longshore.journal.PostgresServer;
import dev.longshore.model.JournalAddress;
import dev.longshore.support.EnglishText;
import dev.longshore.support.TeamServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The database of a team in a run: a schema on the server of the tests, over connections that can break at any packet. */
final class TeamDatabase implements AutoCloseable {
    /** By their schemas, for the sockets that the driver makes. */
    private static final Map<String, TeamDatabase> OPEN = new ConcurrentHashMap<>();

    private final Path folder;
    private final InstantSource time;
    private final SeedFigures figures;
    private final Map<Socket, Integer> deskOfSocket = new HashMap<>();
    private final Set<Integer> killedDesks = new HashSet<>();
    private final List<Journal> stored = new ArrayList<>();
    private int packetsToBreak;
    private int awaySeconds;
    private Instant backAt = Instant.MIN;

    /** @param folder of the run, after which the schema is named */
    TeamDatabase(Path folder, InstantSource time, SeedFigures figures) {
        this.folder = folder;
        this.time = time;
        this.figures = figures;
        OPEN.put(TeamServer.schema(folder), this);
    }

    static TeamDatabase of(String schema) {
        return Objects.requireNonNull(OPEN.get(schema));
    }

    /** Every connection breaks at that packet from now on, and none can be made for a while after it. */
    synchronized void breakAfter(int packets, int seconds) {
        packetsToBreak = packets;
        awaySeconds = seconds;
    }

    /** Connections can be made again, and none breaks. */
    synchronized void repair() {
        packetsToBreak = 0;
        backAt = Instant.MIN;
    }

    /** Something is sent or received over a connection. */
    synchronized void packet() throws IOException {
        if (packetsToBreak > 0 && --packetsToBreak == 0) {
            figures.fault("database broken off");
            backAt = time.instant().plusSeconds(awaySeconds);
            for (var each : List.copyOf(deskOfSocket.keySet())) {
                each.close();
            }
            throw new SocketException("Connection reset");
        }
    }

    /** A desk connects. */
    synchronized void connected(Socket socket, int desk) throws IOException {
        if (killedDesks.contains(desk) || backAt.isAfter(time.instant())) {
            throw new ConnectException("Connection refused");
        }
        deskOfSocket.put(socket, desk);
    }

    synchronized void closed(Socket socket) {
        deskOfSocket.remove(socket);
    }

    private synchronized void kill(int desk) {
        killedDesks.add(desk);
        for (var each : List.copyOf(deskOfSocket.entrySet())) {
            if (each.getValue() == desk) {
                try {
                    each.getKey().close();
                } catch (IOException alreadyGone) {
                    // As it should be.
                }
            }
        }
    }

    private synchronized void begin(int desk) {
        killedDesks.remove(desk);
        repair();
    }

    /** The journal of one of its desks. */
    ProgramJournal desk(int number) {
        var direct = TeamServer.address(folder);
        var breakable = new JournalAddress(direct.url() + "&socketFactory=" + BreakableSockets.class.getName()
                + "&socketFactoryArg=" + TeamServer.schema(folder) + "-" + number);
        var journal = open(direct, number);
        stored.add(journal);
        return new ProgramJournal() {
            @Override
            public OpenJournal open() {
                begin(number);
                return new OpenJournal(TeamDatabase.open(breakable, number), journal);
            }

            @Override
            public void kill() {
                TeamDatabase.this.kill(number);
            }

            @Override
            public boolean isOfTeam() {
                return true;
            }
        };
    }

    private static Journal open(JournalAddress address, int desk) {
        return PostgresJournal.open(new PostgresServer(address, Map.of(), new UUID(0, desk)), EnglishText::say,
                "desk " + desk);
    }

    @Override
    public void close() {
        stored.forEach(Journal::close);
        OPEN.remove(TeamServer.schema(folder));
        TeamServer.run("DROP SCHEMA " + TeamServer.schema(folder) + " CASCADE");
    }
}
