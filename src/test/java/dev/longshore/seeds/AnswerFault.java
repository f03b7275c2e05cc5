package dev.longshore.seeds;

import dev.longshore.simulator.faults.SimulatedFault;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A way in which an answer of the service goes wrong, with its name in the figures. */
record AnswerFault(String name, SimulatedFault fault) {
    private static final int TEN_MB = 10_000_000;

    static final List<AnswerFault> ALL = List.of(
            new AnswerFault("odd word", new SimulatedFault.StatusWord("Hibernating")),
            new AnswerFault("odd word", new SimulatedFault.StatusWord("PAUSED_BY_OPERATOR")),
            new AnswerFault("odd word", new SimulatedFault.StatusWord("")),
            new AnswerFault("no JSON", new SimulatedFault.NotJson(200)),
            new AnswerFault("no JSON", new SimulatedFault.NotJson(503)),
            new AnswerFault("404 page", SimulatedFault.PlainFault.PAGE_NOT_FOUND),
            new AnswerFault("404", new SimulatedFault.ErrorStatus(404, "Migration was not found")),
            new AnswerFault("empty reply", SimulatedFault.PlainFault.EMPTY_REPLY),
            new AnswerFault("reset", SimulatedFault.PlainFault.CONNECTION_RESET),
            new AnswerFault("lost answer", SimulatedFault.PlainFault.LOST_ANSWER),
            new AnswerFault("429", new SimulatedFault.TooManyRequests(Duration.ofSeconds(90), false)),
            new AnswerFault("429", new SimulatedFault.TooManyRequests(Duration.ofMinutes(7), true)),
            new AnswerFault("401", new SimulatedFault.ErrorStatus(401, "The token is unknown")),
            new AnswerFault("403", new SimulatedFault.ErrorStatus(403, "The role may not")),
            new AnswerFault("403 of a gateway", new SimulatedFault.GatewayError(403, false)),
            new AnswerFault("409", new SimulatedFault.ErrorStatus(409, "The database is not in a valid state")),
            new AnswerFault("500", new SimulatedFault.ErrorStatus(500, "Something is broken")),
            new AnswerFault("502 after the work", new SimulatedFault.GatewayError(502, true)),
            new AnswerFault("504", new SimulatedFault.GatewayError(504, false)),
            new AnswerFault("half a body", SimulatedFault.PlainFault.TRUNCATED_BODY),
            new AnswerFault("empty body", SimulatedFault.PlainFault.EMPTY_BODY),
            new AnswerFault("huge body", new SimulatedFault.HugeBody(TEN_MB)),
            new AnswerFault("field missing", new SimulatedFault.MissingField("status")),
            new AnswerFault("field missing", new SimulatedFault.MissingField("expectedCleanupTime")),
            new AnswerFault("field null", new SimulatedFault.NullField("status")),
            new AnswerFault("field null", new SimulatedFault.NullField("progressInfo")),
            new AnswerFault("field null", new SimulatedFault.NullField("migrationID")),
            new AnswerFault("unknown field", new SimulatedFault.UnknownField("region")),
            new AnswerFault("wrong type", new SimulatedFault.WrongType("expectedCleanupTime")),
            new AnswerFault("wrong type", new SimulatedFault.WrongType("uploadCredentials")),
            new AnswerFault("wrong Date", new SimulatedFault.WrongClock(Duration.ofHours(5))),
            new AnswerFault("wrong Date", new SimulatedFault.WrongClock(Duration.ofMinutes(-20))),
            new AnswerFault("redirect", new SimulatedFault.Redirect(307, URI.create("http://elsewhere.invalid/x"))),
            new AnswerFault("301 page", SimulatedFault.PlainFault.MOVED_PERMANENTLY));

    static AnswerFault number(int number) {
        return ALL.get(Math.floorMod(number, ALL.size()));
    }
}
