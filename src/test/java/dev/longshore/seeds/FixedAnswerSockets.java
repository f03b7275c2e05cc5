package dev.longshore.seeds;

import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Connections on which the same bytes come back whatever is asked, and then the end. */
public final class FixedAnswerSockets extends SocketFactory {
    private final byte[] answer;

    /** @param answer an HTTP response, or what is none */
    public FixedAnswerSockets(byte[] answer) {
        this.answer = answer.clone();
    }

    @Override
    public Socket createSocket() {
        return new InMemorySocket(new InMemorySocket.Exchange() {
            @Override
            public void connect() {
                // Always comes about.
            }

            @Override
            public InMemorySocket.Answer answer(byte[] request) {
                return new InMemorySocket.Answer(answer, true);
            }
        });
    }

    @Override
    public Socket createSocket(String host, int port) {
        return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        return createSocket();
    }
}
