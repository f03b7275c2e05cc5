package dev.longshore.conformance;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.ApiError;
import dev.longshore.model.Database;
import dev.longshore.model.MigrationStatus;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What has to come of an answer with an odd field. */
sealed interface FieldOutcome {
    /** It is read; these fields are empty, and these oddities are told. */
    record ReadAnswer(Set<String> empty, List<String> oddities) implements FieldOutcome {}

    /** It is not read, for this reason; the work is done all the same. */
    record RejectedAnswer(String sentence) implements FieldOutcome {}

    default void verify(FaultObservation observed) {
        assertThat(observed.done()).isEqualTo(observed.operation().changes());
        switch (this) {
            case ReadAnswer read -> verify(read, observed);
            case RejectedAnswer rejected -> verify(rejected, observed);
        }
    }

    private static void verify(ReadAnswer expected, FaultObservation observed) {
        switch (SimulatorFixture.value(observed.result())) {
            case MigrationStatus status -> {
                assertThat(empty(status)).isEqualTo(new TreeSet<>(expected.empty()));
                assertThat(status.oddities().stream().map(each -> say(each)).toList()).isEqualTo(expected.oddities());
                assertThat(status.ref().database()).isEqualTo(observed.migration().database());
                assertThat(observed.requests()).isEqualTo(1);
            }
            case Database database -> {
                assertThat(empty(database)).isEqualTo(new TreeSet<>(expected.empty()));
                assertThat(database.id()).isEqualTo(observed.migration().database());
                assertThat(observed.requests()).isEqualTo(1);
            }
            case List<?> list -> {
                var databases = list.stream().map(Database.class::cast).toList();
                assertThat(databases).hasSize(expected.empty().contains("id") ? 0 : 1);
                assertThat(databases).allSatisfy(each -> assertThat(empty(each))
                        .isEqualTo(new TreeSet<>(expected.empty())));
                assertThat(observed.requests()).isEqualTo(databases.size() + 1);
            }
            default -> throw new AssertionError(observed.result().toString());
        }
    }

    private static void verify(RejectedAnswer expected, FaultObservation observed) {
        var error = SimulatorFixture.error(observed.result());
        var words = ExpectedSentences.of(observed.operation());
        assertThat(error).isExactlyInstanceOf(ApiError.Malformed.class);
        assertThat(say(error.fact()).replaceAll("[0-9a-f-]{36}", "{id}"))
                .isEqualTo(expected.sentence() + " " + words.get("uncertain") + " " + words.get("nonsense"));
        assertThat(error.mayHaveHappened()).isTrue();
        assertThat(observed.requests()).isEqualTo(1);
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
