package dev.longshore.conformance;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.MigrationStatus;
import dev.longshore.support.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** Sees what the client sends, and answers whatever it is told to; shares nothing with the simulator. */
final class RequestCapture {
    static final String TOKEN = Secrets.WIRETAP_TOKEN;
    static final MigrationRef REF = MigrationRef.parse("db-1/mig-1");
    static final String STATUS = "{\"migrationID\":\"mig-1\",\"dbID\":\"db-1\",\"status\":\"ReceivingFiles\"}";

    private RequestCapture() {}

    /** The one request of a call that is answered with a good status. */
    static RecordedRequest sent(Function<DevOpsApi, ApiResult<?>> call) {
        return sent(call, STATUS).getFirst();
    }

    static String target(Function<DevOpsApi, ApiResult<?>> call) {
        var request = sent(call);
        return request.getMethod() + " " + request.getTarget();
    }

    /** The requests of a call that is answered with these bodies, one after the other, the last one again and again. */
    static List<RecordedRequest> sent(Function<DevOpsApi, ApiResult<?>> call, String... bodies) {
        return listening(call, bodies).requests();
    }

    /** What the client makes of a good status code with that body. */
    static ApiResult<?> answer(Function<DevOpsApi, ApiResult<?>> call, String body) {
        return listening(call, body).result();
    }

    /** What the client makes of a status answer with that body. */
    static MigrationStatus status(String body) {
        return (MigrationStatus) SimulatorFixture.value(answer(api -> api.status(REF), body));
    }

    private record CapturedExchange(ApiResult<?> result, List<RecordedRequest> requests) {}

    private static CapturedExchange listening(Function<DevOpsApi, ApiResult<?>> call, String... bodies) {
        try (var server = new MockWebServer()) {
            server.setDispatcher(answering(bodies));
            server.start(InetAddress.getLoopbackAddress(), 0);
            var endpoint = URI.create("http://127.0.0.1:" + server.getPort());
            try (var api = SimulatorFixture.connected(SimulatorFixture.CONNECTOR, endpoint, TOKEN)) {
                return new CapturedExchange(call.apply(api), requests(server));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Dispatcher answering(String... bodies) {
        return new Dispatcher() {
            private int count;

            @Override
            public synchronized MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .body(bodies[Math.min(count++, bodies.length - 1)])
                        .build();
            }
        };
    }

    private static List<RecordedRequest> requests(MockWebServer server) {
        var requests = new ArrayList<RecordedRequest>();
        try {
            for (int i = server.getRequestCount(); i > 0; i--) {
                requests.add(server.takeRequest(1, TimeUnit.SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return requests;
    }
}
