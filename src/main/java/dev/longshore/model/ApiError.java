package dev.longshore.model;

import dev.longshore.model.fact.Fact;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a call brought no good answer. Each carries one text for the user: what happened, what it means, what to do.
 * Texts never hold a token, a credential or a whole body.
 */
public sealed interface ApiError {
    /** What happened, what it means for the migration, and what to do: for the user. */
    Fact fact();

    /**
     * True when a call that changes something may have been carried out all the same: only an observation can tell.
     * False when the service said no or the request certainly never reached it.
     */
    default boolean mayHaveHappened() {
        return switch (this) {
            case BadRequest _,Unauthorized _,Forbidden _,NotFound _,Conflict _,RateLimited _,Redirected _,Tls _ ->
                false;
            case Server _,Malformed _ -> true;
            case Network(var _, var mayHaveArrived) -> mayHaveArrived;
        };
    }

    /** 400: the service does not understand the request. */
    record BadRequest(Fact fact) implements ApiError {}

    /** 401, or 403 with an error about the token: the service itself rejects the token. */
    record Unauthorized(Fact fact) implements ApiError {}

    /** 403 in the service's own form: the token's role lacks the permission. */
    record Forbidden(Fact fact) implements ApiError {}

    /** 404 in the service's own form: no such database or migration. */
    record NotFound(Fact fact) implements ApiError {}

    /** 409: the migration's state does not allow it. */
    record Conflict(Fact fact) implements ApiError {}

    /**
     * 429: too many calls.
     *
     * @param retryAfter how long the service asks to wait, or empty where it does not say
     */
    record RateLimited(Fact fact, Optional<Duration> retryAfter) implements ApiError {}

    /** 3xx: the address is another; never followed to another host, and never for a call that changes something. */
    record Redirected(Fact fact, @Nullable String location) implements ApiError {}

    /**
     * 5xx, any other status code nobody documents, and a refusal that is not in the service's own form: a gateway's.
     *
     * @param code the HTTP status code
     * @param retryAfter how long the service asks to wait, or empty where it does not say
     */
    record Server(Fact fact, int code, Optional<Duration> retryAfter) implements ApiError {}

    /**
     * No answer: name unknown, refused, reset, timed out, cancelled.
     *
     * @param mayHaveArrived false when the request certainly never reached the service
     */
    record Network(Fact fact, boolean mayHaveArrived) implements ApiError {}

    /** The service's certificate is not trusted, or its name does not fit. */
    record Tls(Fact fact) implements ApiError {}

    /** An answer came that cannot be read: HTML, nothing, broken JSON, no status, too large, another migration's. */
    record Malformed(Fact fact) implements ApiError {}
}
