package dev.longshore.seeds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** A connection that ends in this process: whatever was written is handed over when the answer is read. */
final class InMemorySocket extends Socket {
    /** What becomes of requests. */
    interface Exchange {
        /** Fails where no connection comes about. */
        void connect() throws IOException;

        /** The bytes that come back, and whether the connection is closed after them; fails where none come. */
        Answer answer(byte[] request) throws IOException;
    }

    /** What comes back for a request. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on once and never compared.
    record Answer(byte[] bytes, boolean closesConnection) {}

    private final Exchange exchange;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private byte[] answer = new byte[0];
    private int at;
    private boolean connected;
    private boolean ended;
    private volatile boolean closed;

    InMemorySocket(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        exchange.connect();
        connected = true;
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                return receive(target, from, length);
            }
        };
    }

    private int receive(byte[] target, int from, int length) throws IOException {
        if (at == answer.length && written.size() > 0) {
            var request = written.toByteArray();
            written.reset();
            var next = exchange.answer(request);
            answer = next.bytes();
            ended = next.closesConnection();
            at = 0;
        }
        if (at == answer.length) {
            if (ended || closed) {
                return -1;
            }
            throw new SocketTimeoutException("Nothing was asked");
        }
        var count = Math.min(length, answer.length - at);
        System.arraycopy(answer, at, target, from, count);
        at += count;
        return count;
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[]{(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] source, int from, int length) throws IOException {
                if (closed || ended) {
                    throw new SocketException("Broken pipe");
                }
                written.write(source, from, length);
            }
        };
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isInputShutdown() {
        return false;
    }

    @Override
    public boolean isOutputShutdown() {
        return false;
    }

    @Override
    public void setSoTimeout(int millis) {
        // Nothing here waits.
    }

    @Override
    public int getSoTimeout() {
        return 0;
    }

    @Override
    public void setTcpNoDelay(boolean on) {
        // There are no packets.
    }

    @Override
    public InetAddress getInetAddress() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
