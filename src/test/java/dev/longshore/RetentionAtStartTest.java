package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.cli.Arguments;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Environment;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Observation;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.Secret;
import dev.longshore.model.Status;
import dev.longshore.platform.Folders;
import dev.longshore.support.DocumentedService;
import dev.longshore.watch.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start throws away of closed migrations, where the user keeps six months of them. */
class RetentionAtStartTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final MigrationKey ORDERS = new MigrationKey(new ConnectionId("prod"), new MigrationRef(
            new DatabaseId(DocumentedService.DATABASE), new MigrationId(DocumentedService.ORDERS)));

    @TempDir private Path data;

    private DocumentedService service;

    @BeforeEach
    void startTheServiceAndSetSixMonths() throws IOException {
        service = DocumentedService.start();
        service.setAnswer(DocumentedService.ORDERS, closed());
        Files.writeString(data.resolve("settings.json"), "{\"" + Retention.KEY + "\": \"6\"}");
    }

    private static MockResponse closed() throws IOException {
        return DocumentedService.json(DocumentedService.status(DocumentedService.ORDERS, "Closed", "")).newBuilder()
                .addHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(CLOCK.instant().atOffset(
                        ZoneOffset.UTC)))
                .build();
    }

    @AfterEach
    void stopTheService() {
        service.close();
    }

    @Test
    void throwsAwayWhatIsOlder() throws IOException {
        observe(Duration.ofDays(365), Duration.ofDays(30));

        try (var program = start(CLOCK)) {
            await().until(() -> seen(program).stream()
                    .noneMatch(each -> each.at().isBefore(CLOCK.instant().minus(Duration.ofDays(300)))));
            assertThat(seen(program)).isNotEmpty();
        }
    }

    @Test
    void throwsNothingAwayByAClockThatIsTenYearsAhead() throws IOException {
        observe(Duration.ofDays(40), Duration.ofDays(30));

        try (var program = start(() -> CLOCK.instant().plus(Duration.ofDays(3650)))) {
            await().until(() -> program.watch().snapshot().connections().stream()
                    .anyMatch(each -> each.clockOffset() != null));
        }
        try (var journal = SqliteJournal.open(data, CLOCK, Object::toString)) {
            assertThat(journal.history(ORDERS, Instant.EPOCH).observations())
                    .anyMatch(each -> each.at().isBefore(CLOCK.instant().minus(Duration.ofDays(39))));
        }
    }

    /** The service may be silent for hours after the start. */
    @Test
    void throwsNothingAwayThatIsToBeKeptByThen() throws IOException {
        observe(Duration.ofDays(365), Duration.ofDays(30));
        service.setAnswer(DocumentedService.ORDERS, new MockResponse.Builder().code(503).build());

        try (var program = start(CLOCK)) {
            program.settings().save(Retention.KEY, "");
            service.setAnswer(DocumentedService.ORDERS, closed());
            program.watch().pollNow();
            await().until(() -> program.watch().snapshot().connections().stream()
                    .anyMatch(each -> each.clockOffset() != null));
        }
        try (var journal = SqliteJournal.open(data, CLOCK, Object::toString)) {
            assertThat(journal.history(ORDERS, Instant.EPOCH).observations())
                    .anyMatch(each -> each.at().isBefore(CLOCK.instant().minus(Duration.ofDays(300))));
        }
    }

    private static List<Observation> seen(AppContext program) {
        return program.journal().history(ORDERS, Instant.EPOCH).observations();
    }

    private void observe(Duration whenImporting, Duration whenClosed) {
        try (var journal = SqliteJournal.open(data, CLOCK, Object::toString)) {
            journal.save(new Connection(ORDERS.connection(), "prod", service.url(), Environment.DEVELOPMENT, false,
                    Connection.TokenOrigin.ENVIRONMENT_VARIABLE));
            journal.save(new RegisteredMigration(ORDERS, "orders", CLOCK.instant().minus(whenImporting)));
            var first = observation(whenImporting, "ImportInProgress");
            var second = observation(whenClosed, "Closed");
            journal.recordObservation(first, LastKnown.first(first));
            journal.recordObservation(second, LastKnown.first(first).updatedBy(second));
        }
    }

    private static Observation observation(Duration age, String status) {
        return new Observation(ORDERS, CLOCK.instant().minus(age), Status.of(status), null, null, null, null, "f1");
    }

    private AppContext start(InstantSource clock) throws IOException {
        return new AppContext(new Arguments.OpenWindow(false, Optional.of(data), Optional.of(
                new Arguments.ConnectOption(service.url(), Secret.of(DocumentedService.TOKEN))), List.of(),
                OptionalDouble.empty()), new Folders(data.resolve("usual")), Map.of(), clock);
    }
}
