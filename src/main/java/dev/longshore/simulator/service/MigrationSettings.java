package dev.longshore.simulator.service;

import org.jspecify.annotations.Nullable;

/** What may be said when a migration is initialized; both are optional and come back in every status answer. */
public record MigrationSettings(@Nullable Integer concurrency, @Nullable Double targetSubsetSizeGb) {

    public static final MigrationSettings NONE = new MigrationSettings(null, null);
}
