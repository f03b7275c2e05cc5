package dev.longshore.conformance;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sentence of the service's documentation, and who is held to it, how.
 *
 * @param sentence the rule, in words of our own
 * @param checks by the name of who is held to it
 */
record DocumentedRule(String sentence, Map<String, RuleCheck> checks) {
    /** Fails when the rule does not hold. */
    @FunctionalInterface
    interface RuleCheck {
        void holds(SimulatorFixture fixture) throws Exception;
    }

    static DocumentedRule that(String sentence) {
        return new DocumentedRule(sentence, Map.of());
    }

    /** The simulator, asked past the client. */
    DocumentedRule simulator(RuleCheck check) {
        return with("the simulator", check);
    }

    /** The client, with the simulator or a wiretap behind it. */
    DocumentedRule client(RuleCheck check) {
        return with("the client", check);
    }

    /** The rules of the model. */
    DocumentedRule model(RuleCheck check) {
        return with("the model", check);
    }

    private DocumentedRule with(String who, RuleCheck check) {
        var all = new LinkedHashMap<>(checks);
        all.put(who, check);
        return new DocumentedRule(sentence, all);
    }
}
