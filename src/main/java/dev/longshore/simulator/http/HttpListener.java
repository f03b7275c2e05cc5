package dev.longshore.simulator.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A small HTTP/1.1 server on the loopback address, a virtual thread per connection. The JDK's own server always writes
 * the real time into the {@code Date} header, and here that header has to tell simulated time.
 */
public final class HttpListener implements AutoCloseable {

    private static final int BACKLOG = 100;
    private static final int CLOSE_TIMEOUT_SECONDS = 5;
    private static final int IDLE_TIMEOUT_MILLIS = 360_000;
    private static final int MOST_CONNECTIONS = 500;
    /** After an accept that failed: where no handle is left the next one fails too, at once. */
    private static final int PAUSE_MILLIS = 100;

    private final ServerSocket server;
    private final ResponseWriter writer;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private final Pause pause;

    public HttpListener(ServerSocket server, ResponseWriter writer) {
        this(server, writer, () -> Thread.sleep(PAUSE_MILLIS));
    }

    HttpListener(ServerSocket server, ResponseWriter writer, Pause pause) {
        this.server = server;
        this.writer = writer;
        this.pause = pause;
    }

    /** Waits for a moment; needed so that tests need not. */
    @FunctionalInterface
    interface Pause {
        void make() throws InterruptedException;
    }

    /** A loopback port to listen on; 0 takes a free one. */
    public static ServerSocket open(int port) throws IOException {
        return new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
    }

    public void start(Function<ReceivedRequest, OutgoingResponse> service) {
        threads.execute(() -> accept(service));
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        closeQuietly(server);
        connections.forEach(HttpListener::closeQuietly);
        threads.shutdownNow();
        awaitThreads();
    }

    /** The port is free only when the thread that waits for clients has noticed that it is closed. */
    private void awaitThreads() {
        try {
            threads.awaitTermination(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(Function<ReceivedRequest, OutgoingResponse> service) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                if (connections.size() == MOST_CONNECTIONS) {
                    closeQuietly(socket);
                    continue;
                }
                connections.add(socket);
                if (server.isClosed()) {
                    closeQuietly(socket);
                }
                threads.execute(() -> serve(socket, service));
            } catch (IOException | RejectedExecutionException _) {
                // Closed while waiting, or a client that gave up at once: the loop's condition tells which.
                if (!server.isClosed() && !paused()) {
                    return;
                }
            }
        }
    }

    private boolean paused() {
        try {
            pause.make();
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void serve(Socket socket, Function<ReceivedRequest, OutgoingResponse> service) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_TIMEOUT_MILLIS);
            handleRequests(socket, service);
        } catch (IOException _) {
            // The client went away, which is its right.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(socket);
        }
    }

    /** Answers on the caller's thread what comes on one connection, until its end. */
    public void handleRequests(Socket socket, Function<ReceivedRequest, OutgoingResponse> service)
            throws IOException, InterruptedException {
        RequestReader reader = new RequestReader(new BufferedInputStream(socket.getInputStream()));
        boolean usable = true;
        while (usable) {
            ReceivedRequest request;
            try {
                request = reader.next();
            } catch (ProtocolException e) {
                writer.write(
                        OutgoingResponse.of(ServiceResponse.text(400, "400 Bad Request: " + e.getMessage() + "\n")),
                        socket);
                return;
            }
            usable = request != null && writer.write(service.apply(request), socket) && !request.endsConnection();
        }
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException _) {
            // Nothing is left to be done for a socket that can't even be closed.
        }
    }
}
