package dev.longshore.conformance;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sentence of the service's documentation, and who is held to it, how.
 *
 * @param sentence the rule, in words of our own
 * @param checks by the name of who is held to it
 */
record Rule(String sentence, Map<String, Check> checks) {
    /** Fails when the rule does not hold. */
    @FunctionalInterface
    interface Check {
        void holds(Harbour harbour) throws Exception;
    }

    static Rule that(String sentence) {
        return new Rule(sentence, Map.of());
    }

    /** The simulator, asked past the client. */
    Rule simulator(Check check) {
        return with("the simulator", check);
    }

    /** The client, with the simulator or a wiretap behind it. */
    Rule client(Check check) {
        return with("the client", check);
    }

    /** The rules of the model. */
    Rule model(Check check) {
        return with("the model", check);
    }

    private Rule with(String who, Check check) {
        var all = new LinkedHashMap<>(checks);
        all.put(who, check);
        return new Rule(sentence, all);
    }
}
