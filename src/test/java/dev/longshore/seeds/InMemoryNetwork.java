package dev.longshore.seeds;

import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.faults.FaultTarget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The way from one program to the service, on which requests and answers are lost, cut off, late, or refused. */
final class InMemoryNetwork implements InMemorySocket.Exchange {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** The client refuses what is longer. */
    private static final int TOO_LONG = 8 << 20;
    private static final Pattern LENGTH = Pattern.compile("Content-Length: (\\d+)");

    private final Simulator service;
    private final SimulatedComputer computer;
    private final RunningProgram program;
    private boolean spoiled;

    InMemoryNetwork(Simulator service, SimulatedComputer computer, RunningProgram program) {
        this.service = service;
        this.computer = computer;
        this.program = program;
    }

    @Override
    public void connect() throws IOException {
        program.reachCall(false);
        if (computer.draws(computer.network().refused())) {
            computer.figures().fault("connection refused");
            throw new ConnectException("Connection refused");
        }
    }

    @Override
    public InMemorySocket.Answer answer(byte[] request) throws IOException {
        var text = new String(request, StandardCharsets.ISO_8859_1);
        var requestLine = text.substring(0, Math.max(0, text.indexOf('\r')));
        var sentAt = computer.trueTime();
        program.reachCall(true);
        program.requestLeaves();
        if (requestLine.startsWith("POST")) {
            program.checkIntent(requestLine);
        }
        lose("lost request", computer.network().lostRequests());
        var answer = askService(request, requestLine);
        if (requestLine.startsWith("POST") && !spoiled && startsWith(answer, "HTTP/1.1 200")) {
            program.performed(requestLine);
        }
        lose("lost answer", computer.network().lostAnswers());
        program.reachCall(true);
        if (Duration.between(sentAt, computer.trueTime()).compareTo(PATIENCE) > 0) {
            computer.figures().fault("late answer");
            throw new SocketTimeoutException("timeout");
        }
        return deliver(requestLine, answer);
    }

    private void lose(String what, int percent) throws SocketException {
        if (computer.draws(percent)) {
            computer.figures().fault(what);
            throw new SocketException("Connection reset");
        }
    }

    private byte[] askService(byte[] request, String requestLine) throws IOException {
        var planned = computer.nextFault(requestLine);
        spoiled = planned.isPresent();
        planned.ifPresent(fault -> {
            computer.figures().fault(fault.name());
            service.faults().inject(fault.fault(), FaultTarget.any());
        });
        var end = new ServiceEnd(request);
        try {
            service.answer(end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (end.reset) {
            throw new SocketException("Connection reset");
        }
        computer.figures().count("requests", 1);
        return end.answer.toByteArray();
    }

    private InMemorySocket.Answer deliver(String requestLine, byte[] answer) {
        var isWhole = isWhole(answer);
        if (isWhole) {
            computer.delivered().add(requestLine, new String(answer, StandardCharsets.UTF_8),
                    computer.clock().instant(), computer.trueTime());
        }
        if (isWhole && computer.draws(computer.network().repeatedBytes())) {
            computer.figures().fault("repeated bytes");
            return new InMemorySocket.Answer(twice(answer), false);
        }
        return new InMemorySocket.Answer(answer, !isWhole);
    }

    private static boolean startsWith(byte[] answer, String beginning) {
        return new String(answer, 0, Math.min(answer.length, beginning.length()), StandardCharsets.ISO_8859_1)
                .equals(beginning);
    }

    private static byte[] twice(byte[] once) {
        var both = Arrays.copyOf(once, once.length * 2);
        System.arraycopy(once, 0, both, once.length, once.length);
        return both;
    }

    private static boolean isWhole(byte[] answer) {
        var text = new String(answer, 0, Math.min(answer.length, 4_000), StandardCharsets.ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        var length = LENGTH.matcher(text);
        return answer.length < TOO_LONG && end >= 0 && length.find()
                && answer.length - end - 4 == Long.parseLong(length.group(1));
    }

    /** The service's end of a connection. */
    private static final class ServiceEnd extends Socket {
        final ByteArrayOutputStream answer = new ByteArrayOutputStream();
        private final ByteArrayInputStream request;
        private boolean reset;

        ServiceEnd(byte[] request) {
            this.request = new ByteArrayInputStream(request);
        }

        @Override
        public InputStream getInputStream() {
            return request;
        }

        @Override
        public OutputStream getOutputStream() {
            return answer;
        }

        @Override
        public void setSoLinger(boolean on, int linger) {
            reset = true;
        }
    }
}
