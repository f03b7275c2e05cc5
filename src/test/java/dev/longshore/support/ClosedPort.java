package dev.longshore.support;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port of this computer at which nobody accepts connections, and which no other program gets meanwhile. */
public final class ClosedPort implements AutoCloseable {
    private final Socket taken = new Socket();

    /** Takes one, on every address. */
    public ClosedPort() throws IOException {
        taken.bind(new InetSocketAddress(0));
    }

    public int number() {
        return taken.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        taken.close();
    }
}
