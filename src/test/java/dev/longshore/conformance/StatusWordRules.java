package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.faults.FaultTarget;
import dev.longshore.simulator.faults.SimulatedFault;
import dev.longshore.simulator.service.StatusVocabulary;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The status words of both documents, and those that neither documents. */
final class StatusWordRules {
    private static final SimulatorOptions.Builder OPENAPI = SimulatorOptions.standingStill()
            .vocabulary(StatusVocabulary.OPENAPI);

    private StatusWordRules() {}

    static List<DocumentedRule> rules() {
        return List.of(
                documented("Initializing", Phase.INITIALIZING, SimulatorFixture::initializing),
                documented("ReceivingFiles", Phase.RECEIVING_FILES, SimulatorFixture::receiving),
                documented("ImportInProgress", Phase.IMPORT_IN_PROGRESS, SimulatorFixture::importing),
                documented("MigrationDone", Phase.MIGRATION_DONE, SimulatorFixture::done),
                documented("CleaningUpFiles", Phase.CLEANING_UP_FILES, StatusWordRules::cleaningUp),
                documented("Closed", Phase.CLOSED, SimulatorFixture::closed),
                openApi("INITIALIZING", Phase.INITIALIZING, SimulatorFixture::initializing),
                openApi("READY", Phase.RECEIVING_FILES, SimulatorFixture::receiving),
                openApi("STARTING", Phase.STARTING, StatusWordRules::starting),
                openApi("IN_PROGRESS", Phase.IMPORT_IN_PROGRESS, SimulatorFixture::importing),
                openApi("DONE", Phase.MIGRATION_DONE, SimulatorFixture::done),
                openApi("ERROR", Phase.FAILED, fixture -> fixture.failed(false)),
                guessed("paus", Phase.PAUSED, SimulatorFixture::paused, "Paused", "PAUSING", "import_paused"),
                guessed("abort", Phase.ABORTED, SimulatorFixture::aborted, "Aborted", "ABORTING", "ImportAborted"),
                guessed("fail", Phase.FAILED, fixture -> fixture.failed(true), "Failed", "MIGRATION_FAILED"),
                errors(),
                unknown(),
                exact());
    }

    private static MigrationRef cleaningUp(SimulatorFixture fixture) {
        var migration = fixture.receiving();
        fixture.post(migration, "cleanup");
        fixture.advance(Duration.ofMinutes(5));
        return migration;
    }

    /** One minute long nothing but the launch is known: its report comes after three, its end after two. */
    private static MigrationRef starting(SimulatorFixture fixture) {
        var migration = fixture.receiving();
        fixture.post(migration, "launch");
        fixture.advance(Duration.ofMinutes(4));
        return migration;
    }

    private static DocumentedRule documented(String word, Phase phase, Function<SimulatorFixture, MigrationRef> scene) {
        return DocumentedRule.that("The documentation's word " + word + " means " + phase)
                .simulator(fixture -> assertThat(fixture.statusWord(scene.apply(fixture))).isEqualTo(word))
                .client(fixture -> assertThat(
                        SimulatorFixture.value(fixture.client().status(scene.apply(fixture))).status())
                        .isEqualTo(new Status.KnownStatus(phase, word)))
                .model(_ -> assertThat(Status.of(word)).isEqualTo(new Status.KnownStatus(phase, word)));
    }

    private static DocumentedRule openApi(String word, Phase phase, Function<SimulatorFixture, MigrationRef> scene) {
        return DocumentedRule.that("The OpenAPI document's word " + word + " means " + phase)
                .simulator(_ -> {
                    try (var other = SimulatorFixture.open(OPENAPI, SimulatorFixture.CONNECTOR)) {
                        assertThat(other.statusWord(scene.apply(other))).isEqualTo(word);
                    }
                })
                .client(_ -> {
                    try (var other = SimulatorFixture.open(OPENAPI, SimulatorFixture.CONNECTOR)) {
                        assertThat(SimulatorFixture.value(other.client().status(scene.apply(other))).status())
                                .isEqualTo(new Status.KnownStatus(phase, word));
                    }
                })
                .model(_ -> assertThat(Status.of(word)).isEqualTo(new Status.KnownStatus(phase, word)));
    }

    private static DocumentedRule guessed(String part, Phase phase, Function<SimulatorFixture, MigrationRef> scene,
            String... words) {
        return DocumentedRule.that("A word that contains " + part + " in any case is taken for " + phase)
                .simulator(fixture -> assertThat(fixture.statusWord(scene.apply(fixture))).containsIgnoringCase(part))
                .client(fixture -> assertThat(
                        SimulatorFixture.value(fixture.client().status(scene.apply(fixture))).status().is(phase))
                        .isTrue())
                .model(_ -> assertThat(List.of(words)).allMatch(word -> Status.of(word).is(phase)));
    }

    private static DocumentedRule errors() {
        return DocumentedRule.that("A word that contains error in any case is taken for a failure")
                .client(_ -> assertThat(RequestCapture.status("{\"status\":\"import-Error\"}").status())
                        .isEqualTo(new Status.KnownStatus(Phase.FAILED, "import-Error")))
                .model(_ -> assertThat(List.of("Error", "IMPORT_ERROR", "ERRORED"))
                        .allMatch(word -> Status.of(word).is(Phase.FAILED)));
    }

    private static DocumentedRule unknown() {
        return DocumentedRule.that("A word nobody knows is shown as it came and counts as unknown")
                .simulator(fixture -> {
                    fixture.simulator().faults().inject(new SimulatedFault.StatusWord("Hibernating"),
                            FaultTarget.any());
                    assertThat(fixture.get(fixture.receiving()).at("status")).isEqualTo("Hibernating");
                })
                .client(fixture -> {
                    fixture.simulator().faults().inject(new SimulatedFault.StatusWord("Hibernating"),
                            FaultTarget.any());
                    assertThat(SimulatorFixture.value(fixture.client().status(fixture.receiving())).status())
                            .isEqualTo(new Status.UnknownStatus("Hibernating"));
                })
                .model(_ -> {
                    for (var action : Action.values()) {
                        assertThat(ModelRulings.of(action, "Hibernating")).isEqualTo("UNKNOWN_STATUS");
                    }
                });
    }

    private static DocumentedRule exact() {
        return DocumentedRule.that("A word is never mapped to a near one")
                .client(_ -> assertThat(RequestCapture.status("{\"status\":\"receivingfiles\"}").status())
                        .isEqualTo(new Status.UnknownStatus("receivingfiles")))
                .model(_ -> assertThat(List.of("Ready", "done", "CLOSED", "Closed ", "InProgress", "Initialised", ""))
                        .allMatch(word -> Status.of(word).equals(new Status.UnknownStatus(word))));
    }
}
