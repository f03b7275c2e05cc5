package dev.longshore.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** A mail server that takes mail, and refuses it as a test wants. */
final class SmtpReceiver implements AutoCloseable {
    private final ServerSocket server;
    private final @Nullable SSLSocketFactory tls;
    private final List<String> mails = new ArrayList<>();
    private final List<String> logins = new ArrayList<>();
    private final Queue<String> replies = new ArrayDeque<>();
    private volatile boolean wasEncrypted;

    /** @param tls what STARTTLS goes on with, or null where there is none */
    SmtpReceiver(@Nullable SSLSocketFactory tls) {
        this.tls = tls;
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** What it answers to the next mails at their end, instead of taking them; an empty one cuts after taking it. */
    synchronized void reply(String... next) {
        replies.addAll(Arrays.asList(next));
    }

    synchronized List<String> mails() {
        return List.copyOf(mails);
    }

    /** The subjects of what was taken. */
    List<String> subjects() {
        return mails().stream().map(each -> header(each, "Subject")).toList();
    }

    static String header(String mail, String name) {
        return mail.lines().takeWhile(line -> !line.isEmpty()).filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2)).collect(Collectors.joining("|"));
    }

    synchronized List<String> logins() {
        return List.copyOf(logins);
    }

    boolean wasEncrypted() {
        return wasEncrypted;
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            }
        } catch (IOException closed) {
            // It is over.
        }
    }

    private void talk(Socket plain) {
        try (plain) {
            var socket = plain;
            var in = reader(socket);
            var out = writer(socket);
            say(out, "220 ready");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                if (verb.equals("STARTTLS") && tls != null) {
                    say(out, "220 go");
                    var secured = (SSLSocket) tls.createSocket(socket, "localhost", socket.getPort(), true);
                    secured.setUseClientMode(false);
                    secured.startHandshake();
                    wasEncrypted = true;
                    socket = secured;
                    in = reader(socket);
                    out = writer(socket);
                } else if (verb.equals("DATA")) {
                    say(out, "354 go");
                    if (!take(in, out)) {
                        return;
                    }
                } else {
                    say(out, reply(verb, line, socket instanceof SSLSocket));
                    if (verb.equals("QUIT")) {
                        return;
                    }
                }
            }
        } catch (IOException cut) {
            // The client has gone.
        }
    }

    private String reply(String verb, String line, boolean isEncrypted) {
        return switch (verb) {
            case "EHLO" -> tls == null || isEncrypted ? "250-test\r\n250 AUTH PLAIN" : "250-test\r\n250 STARTTLS";
            case "AUTH" -> login(line);
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private synchronized String login(String line) {
        var login = new String(Base64.getDecoder().decode(line.substring("AUTH PLAIN ".length())),
                StandardCharsets.UTF_8).replace('\0', ' ').strip();
        logins.add(login);
        return login.endsWith("wrong") ? "535 no" : "235 ok";
    }

    private boolean take(BufferedReader in, PrintWriter out) throws IOException {
        var mail = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        synchronized (this) {
            var reply = replies.isEmpty() ? "250 taken" : replies.remove();
            if (reply.isEmpty() || reply.startsWith("250")) {
                mails.add(mail.toString());
            }
            if (reply.isEmpty()) {
                return false;
            }
            say(out, reply);
            return true;
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static PrintWriter writer(Socket socket) throws IOException {
        return new PrintWriter(socket.getOutputStream(), false, StandardCharsets.UTF_8);
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
