package dev.longshore.simulator;

import org.jspecify.annotations.Nullable;

/** What may be said when a migration is initialized; both are optional and come back in every status answer. */
record MigrationSettings(@Nullable Integer concurrency, @Nullable Double targetSubsetSizeGb) {

    static final MigrationSettings NONE = new MigrationSettings(null, null);
}
