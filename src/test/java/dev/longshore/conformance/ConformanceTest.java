package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The documentation as a table: each of its sentences that can be checked, and who is held to it. */
class ConformanceTest {
    private static Stream<DocumentedRule> rules() {
        return Stream.of(
                RequestRules.rules(), DatabaseRules.rules(), StatusRules.rules(), CredentialRules.rules(),
                StatusWordRules.rules(), ImportRules.rules(), CleanupRules.rules(), ErrorRules.rules())
                .flatMap(List::stream);
    }

    @TestFactory
    Stream<DynamicContainer> theServiceIsAsDocumented() {
        return rules().map(rule -> dynamicContainer(
                rule.sentence(),
                rule.checks().entrySet().stream().map(check -> test(check.getKey(), check.getValue()))));
    }

    private static DynamicTest test(String who, DocumentedRule.RuleCheck check) {
        return dynamicTest(who, () -> {
            try (var fixture = SimulatorFixture.open()) {
                check.holds(fixture);
            }
        });
    }

    @Test
    void theTableIsWholeAndSaysNothingTwice() {
        assertThat(rules()).hasSizeGreaterThanOrEqualTo(80).allMatch(rule -> !rule.checks().isEmpty());
        assertThat(rules().map(DocumentedRule::sentence)).doesNotHaveDuplicates();
    }

    @Test
    void clientAndSimulatorAreBothHeldToMostOfIt() {
        var both = rules().filter(rule -> rule.checks().keySet().containsAll(List.of("the simulator", "the client")));

        assertThat(both.count()).isGreaterThan(rules().count() * 2 / 3);
    }
}
