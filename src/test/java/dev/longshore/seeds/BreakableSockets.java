package dev.longshore.seeds;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Makes the connections of one desk to the database of a team; the driver makes one of these by its name. */
public final class BreakableSockets extends SocketFactory {
    private final TeamDatabase database;
    private final int desk;

    /** @param schemaAndDesk the schema of the team and the number of the desk, with a hyphen between them */
    public BreakableSockets(String schemaAndDesk) {
        var words = schemaAndDesk.split("-", 2);
        database = TeamDatabase.of(words[0]);
        desk = Integer.parseInt(words[1]);
    }

    private static final class BreakableSocket extends Socket {
        private final TeamDatabase database;
        private final int desk;

        BreakableSocket(TeamDatabase database, int desk) {
            this.database = database;
            this.desk = desk;
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            database.connected(this, desk);
            super.connect(endpoint, timeout);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    database.packet();
                    return super.read();
                }

                @Override
                public int read(byte[] target, int from, int length) throws IOException {
                    database.packet();
                    return super.read(target, from, length);
                }
            };
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(int value) throws IOException {
                    database.packet();
                    out.write(value);
                }

                @Override
                public void write(byte[] source, int from, int length) throws IOException {
                    database.packet();
                    out.write(source, from, length);
                }
            };
        }

        @Override
        public void close() throws IOException {
            database.closed(this);
            super.close();
        }
    }

    @Override
    public Socket createSocket() {
        return new BreakableSocket(database, desk);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }
}
