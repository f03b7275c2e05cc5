package dev.longshore.seeds;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The way from one program to the receivers of its messages, who fail, are slow, want to be left alone, or are not heard. */
final class ReceiverNetwork implements InMemorySocket.Exchange {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_WISH = 900;

    private final MessageReceivers receivers;
    private final SimulatedComputer computer;
    private final RunningProgram program;

    ReceiverNetwork(MessageReceivers receivers, SimulatedComputer computer, RunningProgram program) {
        this.receivers = receivers;
        this.computer = computer;
        this.program = program;
    }

    @Override
    public void connect() throws IOException {
        program.reachCall(false);
        if (computer.draws(computer.receivers().refused())) {
            computer.figures().fault("receiver refused");
            throw new ConnectException("Connection refused");
        }
    }

    @Override
    public InMemorySocket.Answer answer(byte[] request) throws IOException {
        var text = new String(request, StandardCharsets.UTF_8);
        var path = text.split(" ", 3)[1];
        var body = text.substring(text.indexOf("\r\n\r\n") + 4);
        var sentAt = computer.trueTime();
        program.reachCall(true);
        lose("lost message");
        var answer = answer(path, body);
        lose("lost receipt");
        program.reachCall(true);
        if (Duration.between(sentAt, computer.trueTime()).compareTo(PATIENCE) > 0) {
            computer.figures().fault("late receipt");
            throw new SocketTimeoutException("timeout");
        }
        return new InMemorySocket.Answer(answer.getBytes(StandardCharsets.ISO_8859_1), true);
    }

    private void lose(String what) throws SocketException {
        if (computer.draws(computer.receivers().lost())) {
            computer.figures().fault(what);
            throw new SocketException("Connection reset");
        }
    }

    private String answer(String path, String body) {
        var manner = computer.receivers();
        if (computer.draws(manner.tooMany())) {
            computer.figures().fault("receiver 429");
            return response("429 Too Many Requests", "Retry-After: " + computer.lot().nextInt(LONGEST_WISH) + "\r\n");
        }
        if (computer.draws(manner.rejecting())) {
            computer.figures().fault("receiver 400");
            receivers.refuse(body);
            return response("400 Bad Request", "");
        }
        var isFailing = computer.draws(manner.failing());
        if (!isFailing || computer.lot().nextInt(3) == 0) {
            computer.figures().count("messages", 1);
            program.report(() -> receivers.take(path, body, program.acknowledged()));
        }
        if (isFailing) {
            computer.figures().fault("receiver 500");
        }
        return isFailing ? response("500 Internal Server Error", "") : response("202 Accepted", "");
    }

    private static String response(String status, String headers) {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: 0\r\nConnection: close\r\n\r\n";
    }
}
