package dev.longshore.serve;

import dev.longshore.devops.ApiConnector;
import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.InitializeRequest;
import dev.longshore.model.Action;
import dev.longshore.model.ApiError;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.MigrationStatus;
import dev.longshore.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** How often the service was asked since the program was started, and how often in vain. Safe for several threads. */
public final class RequestCounts {
    private final Map<ConnectionId, Counts> byConnection = new ConcurrentHashMap<>();

    private record Counts(LongAdder calls, Map<ErrorKind, LongAdder> errors) {
        Counts() {
            this(new LongAdder(), new ConcurrentHashMap<>());
        }

        <T> ApiResult<T> count(ApiResult<T> result) {
            calls.increment();
            if (result instanceof ApiResult.Failure<T>(var error, _)) {
                errors.computeIfAbsent(ErrorKind.of(error), _ -> new LongAdder()).increment();
            }
            return result;
        }
    }

    /** Kinds of {@link ApiError}, under the names that metrics have for them. */
    public enum ErrorKind {
        BAD_REQUEST, UNAUTHORIZED, FORBIDDEN, NOT_FOUND, CONFLICT, RATE_LIMITED, REDIRECTED, SERVER, NETWORK, TLS,
        MALFORMED;

        private static ErrorKind of(ApiError error) {
            return switch (error) {
                case ApiError.BadRequest _ -> BAD_REQUEST;
                case ApiError.Unauthorized _ -> UNAUTHORIZED;
                case ApiError.Forbidden _ -> FORBIDDEN;
                case ApiError.NotFound _ -> NOT_FOUND;
                case ApiError.Conflict _ -> CONFLICT;
                case ApiError.RateLimited _ -> RATE_LIMITED;
                case ApiError.Redirected _ -> REDIRECTED;
                case ApiError.Server _ -> SERVER;
                case ApiError.Network _ -> NETWORK;
                case ApiError.Tls _ -> TLS;
                case ApiError.Malformed _ -> MALFORMED;
            };
        }
    }

    /** Makes what {@code connector} makes, and counts its calls. */
    public ApiConnector counting(ApiConnector connector) {
        return (connection, token) -> counted(connector, connection, token);
    }

    private DevOpsApi counted(ApiConnector connector, Connection connection, Secret token) {
        return new CountedApi(connector.connect(connection, token), counts(connection.id()));
    }

    private Counts counts(ConnectionId connection) {
        return byConnection.computeIfAbsent(connection, _ -> new Counts());
    }

    /** How many calls were sent and answered, or were not. */
    public long calls(ConnectionId connection) {
        return counts(connection).calls().sum();
    }

    /** How many of them brought no good answer, by what was wrong; without those of which there was none. */
    public Map<ErrorKind, Long> errors(ConnectionId connection) {
        var errors = new TreeMap<ErrorKind, Long>();
        counts(connection).errors().forEach((kind, count) -> errors.put(kind, count.sum()));
        return errors;
    }

    private record CountedApi(DevOpsApi api, Counts counts) implements DevOpsApi {
        @Override
        public ApiResult<List<Database>> databases() {
            return counts.count(api.databases());
        }

        @Override
        public ApiResult<Database> database(DatabaseId database) {
            return counts.count(api.database(database));
        }

        @Override
        public ApiResult<String> pcuStatus(String datacenter) {
            return counts.count(api.pcuStatus(datacenter));
        }

        @Override
        public ApiResult<MigrationStatus> initialize(InitializeRequest request) {
            return counts.count(api.initialize(request));
        }

        @Override
        public ApiResult<MigrationStatus> status(MigrationRef migration) {
            return counts.count(api.status(migration));
        }

        @Override
        public ApiResult<MigrationStatus> act(
                Action action, MigrationRef migration, @Nullable CleanupTime cleanupTime) {
            return counts.count(api.act(action, migration, cleanupTime));
        }

        @Override
        public void close() {
            api.close();
        }
    }
}
