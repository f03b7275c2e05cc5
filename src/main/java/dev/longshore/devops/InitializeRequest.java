package dev.longshore.devops;

import dev.longshore.model.DatabaseId;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
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
    private static final Pattern SAFE_IN_A_PATH = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,128}");

    /** @throws IllegalArgumentException when a value cannot be one */
    public InitializeRequest {
        if (datacenter != null && !SAFE_IN_A_PATH.matcher(datacenter).matches()) {
            throw new IllegalArgumentException("\"" + datacenter + "\" cannot be a datacenter ID.");
        }
        if (concurrency.isPresent() && concurrency.getAsInt() < 1) {
            throw new IllegalArgumentException("At least one import job is needed.");
        }
        if (targetSubsetSizeGb.isPresent() && !isSize(targetSubsetSizeGb.getAsDouble())) {
            throw new IllegalArgumentException("The size of an import subset is a number of GB above zero.");
        }
    }

    /** Asks for a migration into {@code database} with the service's defaults. */
    public static InitializeRequest into(DatabaseId database) {
        return new InitializeRequest(database, null, OptionalInt.empty(), OptionalDouble.empty());
    }

    private static boolean isSize(double gigabytes) {
        return Double.isFinite(gigabytes) && gigabytes > 0;
    }
}
