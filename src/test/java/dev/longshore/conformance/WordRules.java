package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.simulator.Aim;
import dev.longshore.simulator.Fault;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.Vocabulary;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The status words of both documents, and those that neither documents. */
final class WordRules {
    private static final SimulatorOptions.Builder OPENAPI = SimulatorOptions.standingStill()
            .vocabulary(Vocabulary.OPENAPI);

    private WordRules() {}

    static List<Rule> rules() {
        return List.of(
                documented("Initializing", Phase.INITIALIZING, Harbour::initializing),
                documented("ReceivingFiles", Phase.RECEIVING_FILES, Harbour::receiving),
                documented("ImportInProgress", Phase.IMPORT_IN_PROGRESS, Harbour::importing),
                documented("MigrationDone", Phase.MIGRATION_DONE, Harbour::done),
                documented("CleaningUpFiles", Phase.CLEANING_UP_FILES, WordRules::cleaningUp),
                documented("Closed", Phase.CLOSED, Harbour::closed),
                openApi("INITIALIZING", Phase.INITIALIZING, Harbour::initializing),
                openApi("READY", Phase.RECEIVING_FILES, Harbour::receiving),
                openApi("STARTING", Phase.STARTING, WordRules::starting),
                openApi("IN_PROGRESS", Phase.IMPORT_IN_PROGRESS, Harbour::importing),
                openApi("DONE", Phase.MIGRATION_DONE, Harbour::done),
                openApi("ERROR", Phase.FAILED, harbour -> harbour.failed(false)),
                guessed("paus", Phase.PAUSED, Harbour::paused, "Paused", "PAUSING", "import_paused"),
                guessed("abort", Phase.ABORTED, Harbour::aborted, "Aborted", "ABORTING", "ImportAborted"),
                guessed("fail", Phase.FAILED, harbour -> harbour.failed(true), "Failed", "MIGRATION_FAILED"),
                errors(),
                unknown(),
                exact());
    }

    private static MigrationRef cleaningUp(Harbour harbour) {
        var migration = harbour.receiving();
        harbour.post(migration, "cleanup");
        harbour.advance(Duration.ofMinutes(5));
        return migration;
    }

    /** One minute long nothing but the launch is known: its report comes after three, its end after two. */
    private static MigrationRef starting(Harbour harbour) {
        var migration = harbour.receiving();
        harbour.post(migration, "launch");
        harbour.advance(Duration.ofMinutes(4));
        return migration;
    }

    private static Rule documented(String word, Phase phase, Function<Harbour, MigrationRef> scene) {
        return Rule.that("The documentation's word " + word + " means " + phase)
                .simulator(harbour -> assertThat(harbour.word(scene.apply(harbour))).isEqualTo(word))
                .client(harbour -> assertThat(
                        Harbour.value(harbour.client().status(scene.apply(harbour))).status())
                        .isEqualTo(new Status.Known(phase, word)))
                .model(_ -> assertThat(Status.of(word)).isEqualTo(new Status.Known(phase, word)));
    }

    private static Rule openApi(String word, Phase phase, Function<Harbour, MigrationRef> scene) {
        return Rule.that("The OpenAPI document's word " + word + " means " + phase)
                .simulator(_ -> {
                    try (var other = Harbour.open(OPENAPI, Harbour.CONNECTOR)) {
                        assertThat(other.word(scene.apply(other))).isEqualTo(word);
                    }
                })
                .client(_ -> {
                    try (var other = Harbour.open(OPENAPI, Harbour.CONNECTOR)) {
                        assertThat(Harbour.value(other.client().status(scene.apply(other))).status())
                                .isEqualTo(new Status.Known(phase, word));
                    }
                })
                .model(_ -> assertThat(Status.of(word)).isEqualTo(new Status.Known(phase, word)));
    }

    private static Rule guessed(String part, Phase phase, Function<Harbour, MigrationRef> scene, String... words) {
        return Rule.that("A word that contains " + part + " in any case is taken for " + phase)
                .simulator(harbour -> assertThat(harbour.word(scene.apply(harbour))).containsIgnoringCase(part))
                .client(harbour -> assertThat(
                        Harbour.value(harbour.client().status(scene.apply(harbour))).status().is(phase))
                        .isTrue())
                .model(_ -> assertThat(List.of(words)).allMatch(word -> Status.of(word).is(phase)));
    }

    private static Rule errors() {
        return Rule.that("A word that contains error in any case is taken for a failure")
                .client(_ -> assertThat(Wiretap.status("{\"status\":\"import-Error\"}").status())
                        .isEqualTo(new Status.Known(Phase.FAILED, "import-Error")))
                .model(_ -> assertThat(List.of("Error", "IMPORT_ERROR", "ERRORED"))
                        .allMatch(word -> Status.of(word).is(Phase.FAILED)));
    }

    private static Rule unknown() {
        return Rule.that("A word nobody knows is shown as it came and counts as unknown")
                .simulator(harbour -> {
                    harbour.simulator().faults().inject(new Fault.StatusWord("Hibernating"), Aim.any());
                    assertThat(harbour.get(harbour.receiving()).at("status")).isEqualTo("Hibernating");
                })
                .client(harbour -> {
                    harbour.simulator().faults().inject(new Fault.StatusWord("Hibernating"), Aim.any());
                    assertThat(Harbour.value(harbour.client().status(harbour.receiving())).status())
                            .isEqualTo(new Status.Unknown("Hibernating"));
                })
                .model(_ -> {
                    for (var action : Action.values()) {
                        assertThat(Rulings.of(action, "Hibernating")).isEqualTo("UNKNOWN_STATUS");
                    }
                });
    }

    private static Rule exact() {
        return Rule.that("A word is never mapped to a near one")
                .client(_ -> assertThat(Wiretap.status("{\"status\":\"receivingfiles\"}").status())
                        .isEqualTo(new Status.Unknown("receivingfiles")))
                .model(_ -> assertThat(List.of("Ready", "done", "CLOSED", "Closed ", "InProgress", "Initialised", ""))
                        .allMatch(word -> Status.of(word).equals(new Status.Unknown(word))));
    }
}
