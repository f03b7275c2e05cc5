package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiError;
import dev.longshore.model.Database;
import dev.longshore.model.MigrationStatus;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What has to come of an answer with an odd field. */
sealed interface FieldOutcome {
    /** It is read; these fields are empty, and these oddities are told. */
    record Read(Set<String> empty, List<String> oddities) implements FieldOutcome {}

    /** It is not read, for this reason; the work is done all the same. */
    record Refused(String sentence) implements FieldOutcome {}

    default void verify(Observed seen) {
        assertThat(seen.done()).isEqualTo(seen.call().changes());
        switch (this) {
            case Read read -> verify(read, seen);
            case Refused refused -> verify(refused, seen);
        }
    }

    private static void verify(Read expected, Observed seen) {
        switch (Harbour.value(seen.result())) {
            case MigrationStatus status -> {
                assertThat(empty(status)).isEqualTo(new TreeSet<>(expected.empty()));
                assertThat(status.oddities()).isEqualTo(expected.oddities());
                assertThat(status.ref().database()).isEqualTo(seen.migration().database());
                assertThat(seen.requests()).isEqualTo(1);
            }
            case Database database -> {
                assertThat(empty(database)).isEqualTo(new TreeSet<>(expected.empty()));
                assertThat(database.id()).isEqualTo(seen.migration().database());
                assertThat(seen.requests()).isEqualTo(1);
            }
            case List<?> list -> {
                var databases = list.stream().map(Database.class::cast).toList();
                assertThat(databases).hasSize(expected.empty().contains("id") ? 0 : 1);
                assertThat(databases).allSatisfy(each -> assertThat(empty(each))
                        .isEqualTo(new TreeSet<>(expected.empty())));
                assertThat(seen.requests()).isEqualTo(databases.size() + 1);
            }
            default -> throw new AssertionError(seen.result().toString());
        }
    }

    private static void verify(Refused expected, Observed seen) {
        var error = Harbour.error(seen.result());
        var words = Words.of(seen.call());
        assertThat(error).isExactlyInstanceOf(ApiError.Malformed.class);
        assertThat(error.message().replaceAll("[0-9a-f-]{36}", "{id}"))
                .isEqualTo(expected.sentence() + " " + words.get("uncertain") + " " + words.get("nonsense"));
        assertThat(error.mayHaveHappened()).isTrue();
        assertThat(seen.requests()).isEqualTo(1);
    }

    private static Set<String> empty(MigrationStatus status) {
        var empty = new TreeSet<String>();
        addIf(status.progress() == null, "progressInfo", empty);
        addIf(status.uploadBucketDir() == null, "uploadBucketDir", empty);
        addIf(status.expectedCleanupTime() == null, "expectedCleanupTime", empty);
        var credentials = status.credentials();
        addIf(credentials == null, "uploadCredentials", empty);
        addIf(credentials != null && credentials.expiration() == null, "credentialExpiration", empty);
        return empty;
    }

    private static Set<String> empty(Database database) {
        var empty = new TreeSet<String>();
        addIf(database.name().isEmpty(), "name", empty);
        addIf(database.region().isEmpty(), "region", empty);
        addIf(database.keyspace().isEmpty(), "keyspace", empty);
        addIf(Objects.equals(database.cloud().name(), "UNKNOWN"), "cloudProvider", empty);
        addIf(database.datacenters().isEmpty(), "datacenters", empty);
        addIf(database.status().isEmpty(), "status", empty);
        return empty;
    }

    private static void addIf(boolean isEmpty, String name, Set<String> empty) {
        if (isEmpty) {
            empty.add(name);
        }
    }
}
