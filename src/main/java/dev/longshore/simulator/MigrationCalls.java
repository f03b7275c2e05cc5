package dev.longshore.simulator;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers the calls about migrations. Its caller holds the world's lock. */
final class MigrationCalls {

    /** {@code YYYY-MM-DDTHH:MM:SSZ}; the documentation's own example leaves out the seconds. */
    private static final DateTimeFormatter CLEANUP_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss]'Z'")
            .withResolverStyle(ResolverStyle.STRICT);

    private final World world;
    private final StatusView view;

    MigrationCalls(World world, StatusView view) {
        this.world = world;
        this.view = view;
    }

    Answer initialize(Call call, Instant now) {
        SimulatedDatabase database = world.database(call.databaseId());
        if (call.operation() == Operation.INITIALIZE_IN_REGION
                && !database.datacenterId().equals(call.datacenterId())) {
            throw Refusal.notFound("Datacenter " + call.datacenterId() + " was not found");
        }
        return status(world.initialize(database, settings(call.request().parameters()), now), now);
    }

    Answer status(Call call, Instant now) {
        SimulatedMigration migration = find(call, now);
        migration.access().renewWhenExpired(now);
        return status(migration, now);
    }

    Answer change(Call call, Instant now) {
        SimulatedMigration migration = find(call, now);
        switch (call.operation()) {
            case LAUNCH -> world.launch(migration, now);
            case PAUSE -> migration.pause(now);
            case RESUME -> migration.resume(now);
            case ABORT -> migration.abort(now);
            case CLEAN_UP -> migration.cleanUp(now);
            case SCHEDULE_CLEANUP -> migration.scheduleCleanup(cleanupTime(call), now);
            case LIST_DATABASES, GET_DATABASE, INITIALIZE, INITIALIZE_IN_REGION, STATUS ->
                throw new IllegalArgumentException(call.operation() + " changes no migration");
        }
        return status(migration, now);
    }

    private SimulatedMigration find(Call call, Instant now) {
        return world.migration(call.databaseId(), call.migrationId(), now);
    }

    private Answer status(SimulatedMigration migration, Instant now) {
        return Answer.json(view.of(migration, now));
    }

    private static Instant cleanupTime(Call call) {
        String text = call.request().parameters().getOrDefault(Call.CLEANUP_TIME, "");
        try {
            return LocalDateTime.parse(text, CLEANUP_TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw Refusal.badRequest(Call.CLEANUP_TIME + " is not of the form YYYY-MM-DDTHH:MM:SSZ: " + text);
        }
    }

    private static MigrationSettings settings(Map<String, String> parameters) {
        return new MigrationSettings(
                concurrency(parameters.get("concurrency")), subsetSize(parameters.get("targetSubsetSizeGB")));
    }

    private static @Nullable Integer concurrency(@Nullable String text) {
        if (text != null && !text.matches("[1-9]\\d{0,3}")) {
            throw Refusal.badRequest("concurrency is not a whole number above 0: " + text);
        }
        return text == null ? null : Integer.valueOf(text);
    }

    private static @Nullable Double subsetSize(@Nullable String text) {
        if (text != null && (!text.matches("\\d{1,6}(\\.\\d{1,6})?") || Double.parseDouble(text) == 0)) {
            throw Refusal.badRequest("targetSubsetSizeGB is not a number above 0: " + text);
        }
        return text == null ? null : Double.valueOf(text);
    }
}
