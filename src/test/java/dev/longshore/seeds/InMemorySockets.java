package dev.longshore.seeds;

import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes connections that end in this process. */
class InMemorySockets extends SocketFactory {
    private final InMemorySocket.Exchange exchange;

    /** @param exchange what becomes of requests */
    InMemorySockets(InMemorySocket.Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public Socket createSocket() {
        return new InMemorySocket(exchange);
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
