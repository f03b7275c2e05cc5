package dev.longshore.devops.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service that can be as ugly as a test wants: each connection is handed to it raw. */
final class RawService implements AutoCloseable {
    private final ServerSocket server;
    private final ConnectionHandler behaviour;
    private final List<String> requestLines = new CopyOnWriteArrayList<>();
    private final List<String> headLines = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    RawService(ConnectionHandler behaviour) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.behaviour = behaviour;
        Thread.ofVirtual().start(this::accept);
    }

    /** What it does with one connection. */
    @FunctionalInterface
    interface ConnectionHandler {
        /** Serves the connection of that number, counted from 1. */
        void serve(ServedConnection servedConnection, int number) throws IOException, InterruptedException;
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** The first lines of all requests that came, in the order in which they came. */
    List<String> requestLines() {
        return List.copyOf(requestLines);
    }

    /** All lines of the heads of all requests that came. */
    List<String> headLines() {
        return List.copyOf(headLines);
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return open.size();
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                open.add(socket);
                var servedConnection = new ServedConnection(socket);
                var number = open.size();
                Thread.ofVirtual().start(() -> serve(servedConnection, number));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(ServedConnection servedConnection, int number) {
        try {
            behaviour.serve(servedConnection, number);
        } catch (IOException | InterruptedException gone) {
            // The client went away, or the test is over.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var each : open) {
            each.close();
        }
    }

    /** One connection. */
    final class ServedConnection {
        private final Socket socket;
        private final BufferedReader reader;

        private ServedConnection(Socket socket) throws IOException {
            this.socket = socket;
            this.reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        /** Reads the head of a request; false when the client has closed the connection. */
        boolean readRequest() throws IOException {
            var first = reader.readLine();
            if (first == null) {
                return false;
            }
            requestLines.add(first);
            var line = first;
            while (line != null && !line.isEmpty()) {
                headLines.add(line);
                line = reader.readLine();
            }
            return true;
        }

        void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        void answer(String body) throws IOException {
            write("HTTP/1.1 200 OK\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n"
                    + body);
        }

        void close() throws IOException {
            socket.close();
        }

        /** Ends the connection with a reset instead of an orderly end. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
