package dev.longshore.simulator.service;

import dev.longshore.simulator.http.ApiRejection;
import dev.longshore.simulator.http.RoutedRequest;
import dev.longshore.simulator.http.ServiceResponse;
import dev.longshore.simulator.http.SimulatedOperation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers the calls about migrations. Its caller holds the world's lock. */
public final class MigrationEndpoints {

    /** {@code YYYY-MM-DDTHH:MM:SSZ}; the documentation's own example leaves out the seconds. */
    private static final DateTimeFormatter CLEANUP_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss]'Z'")
            .withResolverStyle(ResolverStyle.STRICT);

    private final ServiceState serviceState;
    private final StatusJson statusJson;

    public MigrationEndpoints(ServiceState serviceState, StatusJson statusJson) {
        this.serviceState = serviceState;
        this.statusJson = statusJson;
    }

    public ServiceResponse initialize(RoutedRequest routed, Instant now) {
        SimulatedDatabase database = serviceState.database(routed.databaseId());
        if (routed.operation() == SimulatedOperation.INITIALIZE_IN_REGION
                && !database.datacenterId().equals(routed.datacenterId())) {
            throw ApiRejection.notFound("Datacenter " + routed.datacenterId() + " was not found");
        }
        return status(serviceState.initialize(database, settings(routed.request().parameters()), now), now);
    }

    public ServiceResponse status(RoutedRequest routed, Instant now) {
        SimulatedMigration migration = find(routed, now);
        migration.uploadAccess().renewWhenExpired(now);
        return status(migration, now);
    }

    public ServiceResponse change(RoutedRequest routed, Instant now) {
        SimulatedMigration migration = find(routed, now);
        switch (routed.operation()) {
            case LAUNCH -> serviceState.launch(migration, now);
            case PAUSE -> migration.pause(now);
            case RESUME -> migration.resume(now);
            case ABORT -> migration.abort(now);
            case CLEAN_UP -> migration.cleanUp(now);
            case SCHEDULE_CLEANUP -> migration.scheduleCleanup(cleanupTime(routed), now);
            case LIST_DATABASES, GET_DATABASE, GET_PCU_GROUP, INITIALIZE, INITIALIZE_IN_REGION, STATUS ->
                throw new IllegalArgumentException(routed.operation() + " changes no migration");
        }
        return status(migration, now);
    }

    private SimulatedMigration find(RoutedRequest routed, Instant now) {
        return serviceState.migration(routed.databaseId(), routed.migrationId(), now);
    }

    private ServiceResponse status(SimulatedMigration migration, Instant now) {
        return ServiceResponse.json(statusJson.of(migration, now));
    }

    private static Instant cleanupTime(RoutedRequest routed) {
        String text = routed.request().parameters().getOrDefault(RoutedRequest.CLEANUP_TIME, "");
        try {
            return LocalDateTime.parse(text, CLEANUP_TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw ApiRejection
                    .badRequest(RoutedRequest.CLEANUP_TIME + " is not of the form YYYY-MM-DDTHH:MM:SSZ: " + text);
        }
    }

    private static MigrationSettings settings(Map<String, String> parameters) {
        return new MigrationSettings(
                concurrency(parameters.get("concurrency")), subsetSize(parameters.get("targetSubsetSizeGB")));
    }

    private static @Nullable Integer concurrency(@Nullable String text) {
        if (text != null && !text.matches("[1-9]\\d{0,3}")) {
            throw ApiRejection.badRequest("concurrency is not a whole number above 0: " + text);
        }
        return text == null ? null : Integer.valueOf(text);
    }

    private static @Nullable Double subsetSize(@Nullable String text) {
        if (text != null && (!text.matches("\\d{1,6}(\\.\\d{1,6})?") || Double.parseDouble(text) == 0)) {
            throw ApiRejection.badRequest("targetSubsetSizeGB is not a number above 0: " + text);
        }
        return text == null ? null : Double.valueOf(text);
    }
}
