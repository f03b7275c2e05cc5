package dev.longshore.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.TestWait;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A server without a handle left waits before it tries again, and goes on when there is one. */
class FailedAcceptTest {
    /** Fails a few times, as where every handle is used up, and then tells that it was reached. */
    private static final class ExhaustedSocket extends ServerSocket {
        private final AtomicInteger accepts = new AtomicInteger();
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);

        ExhaustedSocket() throws IOException {}

        @Override
        public Socket accept() throws IOException {
            if (accepts.incrementAndGet() > 3) {
                reached.countDown();
                awaitClose();
            }
            throw new SocketException("Too many open files");
        }

        private void awaitClose() {
            try {
                closed.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() throws IOException {
            closed.countDown();
            super.close();
        }
    }

    @Test
    void pausesAfterEachFailureAndGoesOn() throws Exception {
        var pauses = new AtomicInteger();
        var socket = new ExhaustedSocket();
        try (var listener = new HttpListener(
                socket, new ResponseWriter(InstantSource.system()), pauses::incrementAndGet)) {
            listener.start(_ -> OutgoingResponse.of(ServiceResponse.text(200, "")));

            assertThat(socket.reached.await(TestWait.LIMIT.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
            assertThat(pauses).hasValue(3);
        }
    }

    @Test
    void endsWhenItIsClosedDuringThePause() throws Exception {
        var pausing = new CountDownLatch(1);
        var forever = new CountDownLatch(1);
        var socket = new ExhaustedSocket();
        var listener = new HttpListener(socket, new ResponseWriter(InstantSource.system()), () -> {
            pausing.countDown();
            forever.await();
        });
        listener.start(_ -> OutgoingResponse.of(ServiceResponse.text(200, "")));
        assertThat(pausing.await(TestWait.LIMIT.toMillis(), TimeUnit.MILLISECONDS)).isTrue();

        listener.close();

        assertThat(socket.accepts).hasValue(1);
    }
}
