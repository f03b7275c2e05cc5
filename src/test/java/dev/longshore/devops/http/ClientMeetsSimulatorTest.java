package dev.longshore.devops.http;

import static dev.longshore.devops.http.TestClient.answerOf;
import static dev.longshore.devops.http.TestClient.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.InitializeRequest;
import dev.longshore.model.Action;
import dev.longshore.model.ApiError;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.MigrationStatus;
import dev.longshore.model.Phase;
import dev.longshore.model.UploadCredentials;
import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.faults.FaultTarget;
import dev.longshore.simulator.faults.SimulatedFault;
import dev.longshore.simulator.http.SimulatedOperation;
import dev.longshore.simulator.service.SimulatedCloud;
import dev.longshore.simulator.service.StatusVocabulary;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Client and simulator were written from the documentation and not from each other; here they meet. */
class ClientMeetsSimulatorTest {
    private static final Duration LONGER_THAN_ANY_LAG = Duration.ofHours(1);

    private Simulator simulator;
    private DevOpsApi api;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(SimulatorOptions.standingStill().build());
        api = connected(simulator.fullToken());
    }

    @AfterEach
    void stop() {
        api.close();
        simulator.close();
    }

    private DevOpsApi connected(String token) {
        return new TestClient(TestClient.OPTIONS).at(simulator.baseUrl().toString(), token);
    }

    @Test
    void moreDatabasesThanAPageHoldsAreAllListed() {
        for (int i = 0; i < 205; i++) {
            database(SimulatedCloud.AWS);
        }

        assertThat(answerOf(api.databases()))
                .hasSize(205)
                .extracting(Database::id)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"AWS,Aws", "GCP,Google", "AZURE,Azure"})
    void theCredentialsOfEachCloudAreRead(SimulatedCloud cloud, String kind) {
        var migration = receivingFiles(cloud);

        var status = answerOf(api.status(migration));

        assertThat(Objects.requireNonNull(status.credentials()).getClass().getSimpleName()).isEqualTo(kind);
        assertThat(status.uploadBucketDir()).endsWith("/");
        assertThat(status.oddities()).isEmpty();
    }

    @Test
    void renewedCredentialsHaveAnotherFingerprint() {
        var migration = receivingFiles(SimulatedCloud.AWS);
        var before = credentials(migration);
        simulator.clock().advance(Duration.ofHours(2));

        assertThat(credentials(migration).fingerprint()).isNotEqualTo(before.fingerprint());
    }

    @ParameterizedTest
    @EnumSource
    void anImportIsLaunchedPausedResumedAndAbortedInBothVocabularies(StatusVocabulary vocabulary) throws IOException {
        api.close();
        simulator.close();
        simulator = Simulator.start(
                SimulatorOptions.standingStill().vocabulary(vocabulary).build());
        api = connected(simulator.fullToken());
        var migration = receivingFiles(SimulatedCloud.AWS);

        assertThat(phaseAfter(api.act(Action.LAUNCH, migration, null), migration)).isEqualTo(Phase.IMPORT_IN_PROGRESS);
        assertThat(phaseAfter(api.act(Action.PAUSE, migration, null), migration)).isEqualTo(Phase.PAUSED);
        assertThat(phaseAfter(api.act(Action.RESUME, migration, null), migration)).isEqualTo(Phase.IMPORT_IN_PROGRESS);
        assertThat(phaseAfter(api.act(Action.ABORT, migration, null), migration)).isEqualTo(Phase.ABORTED);
    }

    @Test
    void aScheduledCleanupComesBackAsTheTimeThatWasAsked() {
        var migration = receivingFiles(SimulatedCloud.AWS);
        var asked = simulator.clock().instant().plus(Duration.ofDays(3)).plusMillis(400);

        answerOf(api.act(Action.SCHEDULE_CLEANUP, migration, new CleanupTime(asked)));
        simulator.clock().advance(LONGER_THAN_ANY_LAG);

        assertThat(answerOf(api.status(migration)).expectedCleanupTime())
                .isEqualTo(asked.minusMillis(400));
    }

    @Test
    void aCleanupClosesTheMigration() {
        var migration = receivingFiles(SimulatedCloud.AWS);

        answerOf(api.act(Action.CLEAN_UP, migration, null));
        simulator.clock().advance(Duration.ofDays(1));

        assertThat(answerOf(api.status(migration)).status().phase()).contains(Phase.CLOSED);
    }

    @Test
    void aViewersTokenMayLookAndNotTouch() {
        var migration = receivingFiles(SimulatedCloud.AWS);
        try (var viewer = connected(simulator.viewOnlyToken())) {
            answerOf(viewer.status(migration));

            assertThat(errorOf(viewer.act(Action.PAUSE, migration, null))).isInstanceOf(ApiError.Forbidden.class);
        }
    }

    @Test
    void anUnknownTokenIsRejected() {
        try (var stranger = connected("AstraCS:nobody:1f")) {
            assertThat(errorOf(stranger.databases())).isInstanceOf(ApiError.Unauthorized.class);
        }
    }

    @Test
    void aMigrationThatIsNotThereIsNotFound() {
        var elsewhere = new MigrationRef(database(SimulatedCloud.AWS), new MigrationId(UUID.randomUUID().toString()));

        assertThat(errorOf(api.status(elsewhere))).isInstanceOf(ApiError.NotFound.class);
    }

    @Test
    void aSecondLaunchIsAConflict() {
        var migration = receivingFiles(SimulatedCloud.AWS);
        answerOf(api.act(Action.LAUNCH, migration, null));

        assertThat(errorOf(api.act(Action.LAUNCH, migration, null))).isInstanceOf(ApiError.Conflict.class);
    }

    @Test
    void aLaunchWhoseAnswerIsLostIsSentOnceAndSeenByTheNextStatus() {
        var migration = receivingFiles(SimulatedCloud.AWS);
        simulator.faults().inject(SimulatedFault.PlainFault.LOST_ANSWER,
                FaultTarget.operation(SimulatedOperation.LAUNCH));

        assertThat(errorOf(api.act(Action.LAUNCH, migration, null)).mayHaveHappened()).isTrue();
        simulator.clock().advance(LONGER_THAN_ANY_LAG);

        assertThat(simulator.requests().count(SimulatedOperation.LAUNCH)).isEqualTo(1);
        assertThat(answerOf(api.status(migration)).status().phase()).contains(Phase.IMPORT_IN_PROGRESS);
    }

    @Test
    void theServicesClockIsToldInTheReceipt() {
        var receipt = api.databases().receipt();

        assertThat(receipt.serviceDate()).isEqualTo(simulator.clock().instant());
    }

    private DatabaseId database(SimulatedCloud cloud) {
        return new DatabaseId(
                simulator.addDatabase("db", cloud, "region", "ACTIVE").toString());
    }

    private MigrationRef receivingFiles(SimulatedCloud cloud) {
        var made = answerOf(api.initialize(InitializeRequest.into(database(cloud))));
        assertThat(made.status().phase()).contains(Phase.INITIALIZING);
        assertThat(made.credentials()).isNull();
        assertThat(made.oddities()).isEmpty();
        simulator.clock().advance(LONGER_THAN_ANY_LAG);
        assertThat(answerOf(api.status(made.ref())).status().phase()).contains(Phase.RECEIVING_FILES);
        return made.ref();
    }

    private UploadCredentials credentials(MigrationRef migration) {
        return Objects.requireNonNull(answerOf(api.status(migration)).credentials());
    }

    private Phase phaseAfter(ApiResult<MigrationStatus> asked, MigrationRef migration) {
        answerOf(asked);
        simulator.clock().advance(LONGER_THAN_ANY_LAG);
        return answerOf(api.status(migration)).status().phase().orElseThrow();
    }
}
