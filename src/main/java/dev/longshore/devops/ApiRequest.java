package dev.longshore.devops;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Operation;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request to the service, without its endpoint and its token: the one description from which both the call and the
 * curl command are made. None of them has a body.
 *
 * @param operation what is asked
 * @param path the segments of its path, in order, not yet encoded
 * @param query its parameters, in order, not yet encoded
 */
public record ApiRequest(Operation operation, List<String> path, List<Parameter> query) {
    private static final String PAGE_SIZE = "100";

    public ApiRequest {
        path = List.copyOf(path);
        query = List.copyOf(query);
    }

    /** A name and its value, not yet encoded. */
    public record Parameter(String name, String value) {}

    /**
     * A page of the list of databases.
     *
     * @param after the last ID of the page before, or null for the first page
     */
    public static ApiRequest databases(@Nullable String after) {
        var query = new ArrayList<>(List.of(
                new Parameter("include", "nonterminated"),
                new Parameter("provider", "ALL"),
                new Parameter("limit", PAGE_SIZE)));
        if (after != null) {
            query.add(new Parameter("starting_after", after));
        }
        return new ApiRequest(Operation.LIST_DATABASES, List.of("v2", "databases"), query);
    }

    /** One database. */
    public static ApiRequest database(DatabaseId database) {
        return new ApiRequest(Operation.READ_DATABASE, List.of("v2", "databases", database.value()), List.of());
    }

    /** The PCU group of a datacenter. */
    public static ApiRequest pcuGroup(String datacenter) {
        return new ApiRequest(
                Operation.READ_PCU_GROUP, List.of("v2", "pcus", "actions", "get", datacenter), List.of());
    }

    /** Makes a migration, in the datacenter asked for where there is one. */
    public static ApiRequest initialize(InitializeRequest request) {
        var path = new ArrayList<>(List.of("v2", "databases", request.database().value()));
        if (request.datacenter() != null) {
            path.addAll(List.of("datacenters", request.datacenter()));
        }
        path.addAll(List.of("migrations", "initialize"));
        var query = new ArrayList<Parameter>();
        request.concurrency().ifPresent(jobs -> query.add(new Parameter("concurrency", Integer.toString(jobs))));
        request.targetSubsetSizeGb().ifPresent(size -> query.add(new Parameter("targetSubsetSizeGB", plain(size))));
        return new ApiRequest(Operation.INITIALIZE, path, query);
    }

    /** A migration's status. */
    public static ApiRequest status(MigrationRef migration) {
        return new ApiRequest(Operation.READ_STATUS, pathOf(migration), List.of());
    }

    /**
     * An action on a migration.
     *
     * @param cleanupTime for {@link Action#SCHEDULE_CLEANUP} the new time; else ignored
     * @throws NullPointerException when a cleanup is to be scheduled without a time
     */
    public static ApiRequest action(Action action, MigrationRef migration, @Nullable CleanupTime cleanupTime) {
        return switch (action) {
            case LAUNCH -> post(Operation.LAUNCH, migration, "launch");
            case PAUSE -> post(Operation.PAUSE, migration, "pause");
            case RESUME -> post(Operation.RESUME, migration, "resume");
            case ABORT -> post(Operation.ABORT, migration, "abort");
            case CLEAN_UP -> post(Operation.CLEAN_UP, migration, "cleanup");
            case SCHEDULE_CLEANUP -> post(
                    Operation.SCHEDULE_CLEANUP,
                    migration,
                    "cleanup",
                    new Parameter("option.cleanupTime", Objects.requireNonNull(cleanupTime).toString()));
        };
    }

    /** {@code GET} or {@code POST}. */
    public String method() {
        return operation.changes() ? "POST" : "GET";
    }

    /** Its URL at {@code endpoint}, which may have a path of its own and may end in a slash. */
    public URI at(URI endpoint) {
        var base = endpoint.toASCIIString().replaceFirst("/+$", "");
        var encodedPath = path.stream().map(PercentEncoding::segment).collect(Collectors.joining("/", "/", ""));
        return URI.create(base + encodedPath + encodedQuery());
    }

    private String encodedQuery() {
        return query.isEmpty()
                ? ""
                : query.stream()
                        .map(each -> PercentEncoding.query(each.name()) + "=" + PercentEncoding.query(each.value()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static ApiRequest post(Operation operation, MigrationRef migration, String verb, Parameter... query) {
        var path = new ArrayList<>(pathOf(migration));
        path.add(verb);
        return new ApiRequest(operation, path, List.of(query));
    }

    private static List<String> pathOf(MigrationRef migration) {
        return List.of(
                "v2",
                "databases",
                migration.database().value(),
                "migrations",
                migration.migration().value());
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
