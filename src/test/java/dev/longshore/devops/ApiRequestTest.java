package dev.longshore.devops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Operation;
import java.net.URI;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRequestTest {
    private static final URI ENDPOINT = URI.create("https://api.example.com");
    private static final MigrationRef REF = MigrationRef.parse("db/mig");

    @ParameterizedTest
    @CsvSource({
        "2026-12-31T14:30:00Z,2026-12-31T14:30:00Z",
        "2026-12-31T14:30:00.999999999Z,2026-12-31T14:30:00Z",
        "2027-01-01T00:00:00.500Z,2027-01-01T00:00:00Z",
        "2028-02-29T23:59:59Z,2028-02-29T23:59:59Z"
    })
    void aCleanupTimeGoesOutInWholeSecondsOfUtcWithTheColonsOfTheDocumentation(Instant asked, String written) {
        assertThat(schedule(asked).at(ENDPOINT))
                .hasToString(
                        "https://api.example.com/v2/databases/db/migrations/mig/cleanup?option.cleanupTime=" + written);
    }

    @Test
    void theNextPageIsAskedForByTheLastIdOfThePageBefore() {
        assertThat(ApiRequest.databases("a b&c=d/é").at(ENDPOINT))
                .hasToString("https://api.example.com/v2/databases"
                        + "?include=nonterminated&provider=ALL&limit=100&starting_after=a%20b%26c%3Dd%2F%C3%A9");
    }

    @ParameterizedTest
    @CsvSource({"0.5,0.5", "10,10", "999999,999999", "0.0000001,0.0000001"})
    void aSubsetSizeIsWrittenWithoutAnExponent(double size, String written) {
        var request = new InitializeRequest(
                new DatabaseId("db"), null, OptionalInt.empty(), OptionalDouble.of(size));

        assertThat(ApiRequest.initialize(request).at(ENDPOINT))
                .hasToString(
                        "https://api.example.com/v2/databases/db/migrations/initialize?targetSubsetSizeGB=" + written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a/b", "a?b", "é", "a%2fb"})
    void aDatacenterThatCouldChangeThePathIsRefused(String datacenter) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InitializeRequest(
                        new DatabaseId("db"), datacenter, OptionalInt.empty(), OptionalDouble.empty()))
                .withMessageContaining("cannot be a datacenter ID");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void noImportJobsAtAllAreRefused(int concurrency) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InitializeRequest(
                        new DatabaseId("db"), null, OptionalInt.of(concurrency), OptionalDouble.empty()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aSubsetWithoutSizeIsRefused(double size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InitializeRequest(
                        new DatabaseId("db"), null, OptionalInt.empty(), OptionalDouble.of(size)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE,
            names = {"LIST_DATABASES", "READ_DATABASE", "READ_PCU_GROUP", "READ_STATUS"})
    void whatChangesSomethingIsAPost(Operation operation) {
        assertThat(operation.changes()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIST_DATABASES", "READ_DATABASE", "READ_PCU_GROUP", "READ_STATUS"})
    void whatReadsIsAGet(Operation operation) {
        assertThat(operation.changes()).isFalse();
    }

    private static ApiRequest schedule(Instant time) {
        return ApiRequest.action(Action.SCHEDULE_CLEANUP, REF, new CleanupTime(time));
    }
}
