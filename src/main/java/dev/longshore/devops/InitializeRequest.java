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
    /** More import jobs than any database takes. */
    public static final int MOST_JOBS = 99_999;
    /** A subset larger than any database. */
    public static final int MOST_GIGABYTES = 999_999;

    private static final Pattern SAFE_IN_A_PATH = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,128}");

    /** @throws IllegalArgumentException when a value cannot be one */
    public InitializeRequest {
        if (datacenter != null && !SAFE_IN_A_PATH.matcher(datacenter).matches()) {
            throw new IllegalArgumentException("\"" + datacenter + "\" cannot be a datacenter ID.");
        }
        if (concurrency.isPresent() && !isConcurrency(concurrency.getAsInt())) {
            throw new IllegalArgumentException(
                    "At least one import job is needed, and not more than " + MOST_JOBS + ".");
        }
        if (targetSubsetSizeGb.isPresent() && !isSubsetSize(targetSubsetSizeGb.getAsDouble())) {
            throw new IllegalArgumentException(
                    "The size of an import subset is a number of GB above zero, and not above " + MOST_GIGABYTES + ".");
        }
    }

    /** Asks for a migration into {@code database} with the service's defaults. */
    public static InitializeRequest into(DatabaseId database) {
        return new InitializeRequest(database, null, OptionalInt.empty(), OptionalDouble.empty());
    }

    /** True where that many import jobs can be asked for: the one place that says so. */
    public static boolean isConcurrency(int jobs) {
        return jobs >= 1 && jobs <= MOST_JOBS;
    }

    /** True where an import subset of that many GB can be asked for: the one place that says so. */
    public static boolean isSubsetSize(double gigabytes) {
        return gigabytes > 0 && gigabytes <= MOST_GIGABYTES;
    }
}
