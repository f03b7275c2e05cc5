package dev.longshore.devops;

import dev.longshore.model.DatabaseId;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What initialize is asked for.
 *
 * @param database into which database
 * @param datacenter ID of the datacenter to stage the files in, or null for the database's own choice
 * @param concurrency number of concurrent import jobs, or empty for the service's default
 * @param targetSubsetSizeGb size of an import subset in GB, or empty for the service's default
 */
public record InitializeRequest(
        DatabaseId database,
        @Nullable String datacenter,
        OptionalInt concurrency,
        OptionalDouble targetSubsetSizeGb) {
    /** Asks for a migration into {@code database} with the service's defaults. */
    public static InitializeRequest into(DatabaseId database) {
        return new InitializeRequest(database, null, OptionalInt.empty(), OptionalDouble.empty());
    }
}
