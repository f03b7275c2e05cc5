package dev.longshore.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy of a TCP port that can be cut off, as by a rule of a network: nothing arrives, and nobody is told. */
public final class TcpProxy implements AutoCloseable {
    private static final int BUFFER = 8192;

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Object lock = new Object();
    private final String host;
    private final int port;
    private boolean isCutOff;

    private TcpProxy(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
    }

    /** One that leads to a port of another host. */
    public static TcpProxy to(String host, int port) throws IOException {
        var proxy = new TcpProxy(host, port);
        Thread.startVirtualThread(proxy::accept);
        return proxy;
    }

    /** Where it listens, on the loopback address. */
    public int port() {
        return listener.getLocalPort();
    }

    public void cut() {
        synchronized (lock) {
            isCutOff = true;
        }
    }

    /** What waits goes on. */
    public void restore() {
        synchronized (lock) {
            isCutOff = false;
            lock.notifyAll();
        }
    }

    private void awaitTheWay() throws InterruptedException {
        synchronized (lock) {
            while (isCutOff) {
                lock.wait();
            }
        }
    }

    private void accept() {
        try {
            while (true) {
                var near = listener.accept();
                sockets.add(near);
                Thread.startVirtualThread(() -> connect(near));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void connect(Socket near) {
        try {
            awaitTheWay();
            var far = new Socket(host, port);
            sockets.add(far);
            Thread.startVirtualThread(() -> forward(near, far));
            forward(far, near);
        } catch (IOException | InterruptedException gone) {
            closeQuietly(near);
        }
    }

    private void forward(Socket from, Socket to) {
        try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            var buffer = new byte[BUFFER];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitTheWay();
                out.write(buffer, 0, read);
            }
        } catch (IOException | InterruptedException gone) {
            // The end of one side is that of the other.
        } finally {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed in any case.
        }
    }

    @Override
    public void close() throws IOException {
        restore();
        listener.close();
        sockets.forEach(TcpProxy::closeQuietly);
    }
}
