package dev.longshore.bench;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.http.ClientOptions;
import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Environment;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Status calls by the program's own client and nothing else, in a process of their own. */
public final class ClientCalls {
    private static final int WARM_UP = 200;

    private ClientCalls() {}

    /** The processor time in milliseconds of {@code count} calls, one after the other. */
    static double processorTime(ServiceProcess service, int count) {
        try {
            var process = new ProcessBuilder(
                    ServiceProcess.java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-classpath",
                    System.getProperty("java.class.path"), ClientCalls.class.getName(), service.address(),
                    service.token(), service.migrations().getFirst(), Integer.toString(count))
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            return Double.parseDouble(process.inputReader().readLine());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Calls, and prints the milliseconds.
     *
     * @param arguments address, token, migration and count
     */
    public static void main(String... arguments) {
        var api = connect(arguments[0], arguments[1]);
        var ref = ref(arguments[2]);
        call(api, ref, WARM_UP);
        var before = processorTime();
        call(api, ref, Integer.parseInt(arguments[3]));
        System.out.println(processorTime().minus(before).toMillis());
        System.exit(0);
    }

    private static void call(DevOpsApi api, MigrationRef ref, int count) {
        for (int i = 0; i < count; i++) {
            if (!(api.status(ref) instanceof ApiResult.Success<?>)) {
                throw new IllegalStateException("A call failed.");
            }
        }
    }

    /** The processor time of this process so far. */
    public static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    /** The connection to a service of a benchmark. */
    public static Connection connection(String address) {
        return new Connection(new ConnectionId("bench"), "bench", URI.create(address), Environment.DEVELOPMENT, false,
                Connection.TokenOrigin.SIMULATOR);
    }

    /** A migration as {@link ServiceProcess} names it. */
    public static MigrationRef ref(String name) {
        var parts = List.of(name.split("/"));
        return new MigrationRef(new DatabaseId(parts.getFirst()), new MigrationId(parts.getLast()));
    }

    private static DevOpsApi connect(String address, String token) {
        return new OkHttpConnector(InstantSource.system(), ClientOptions.defaults("bench"))
                .connect(connection(address), Secret.of(token));
    }
}
