package dev.longshore.model.fact;

import java.util.EnumSet;
import java.util.Set;

/** What the service, or the way to it, answered; what that means; and what to do. */
public enum ServiceFact implements FactKind {
    // Why no reply came.
    /** The call was given up. */
    CALL_STOPPED,
    /** No reply in time. Figure: the time allowed. */
    NO_REPLY,
    /** Figures: the origin, the time allowed. */
    CONNECT_TIMEOUT,
    /** Figure: the host. */
    HOST_NOT_FOUND,
    /** Figure: the origin. */
    CONNECTION_REFUSED,
    /** Figure: the origin. */
    NETWORK_UNREACHABLE,
    /** Figures: the origin, the proxy's words. */
    PROXY_REFUSED,
    /** Figure: the origin. */
    CONNECTION_CUT,
    /** Figure: the origin. */
    NOT_HTTP,
    /** Figures: the host, the issuer of its certificate. */
    UNTRUSTED_ISSUER,
    /** Figures: the host, the beginning of the validity of its certificate, the end of it. */
    INVALID_CERTIFICATE,
    /** Figure: the host. */
    WRONG_CERTIFICATE_NAME,
    /** Figure: the host. */
    TLS_FAILED,
    /** The token cannot be sent. */
    TOKEN_MALFORMED,
    /** Two different tokens where one is expected. */
    SEVERAL_TOKENS,
    /** Figure: the type of the exception. */
    UNEXPECTED_ERROR,

    // A reply with an error.
    /** A status code and the service's words for it; stands within a sentence. Figures: the code, the words. */
    CODE_AND_WORDS,
    /** A status code and the IDs of the service's errors; stands within a sentence. Figures: the code, the IDs. */
    CODE_AND_ERROR_ID,
    /** Figures: the operation, the code. */
    REFUSED,
    /** A refusal that is not in the service's own form. Figures: the operation, the code. */
    GATEWAY_REFUSED,
    /** Figure: the code. */
    TOKEN_REJECTED,
    /** The service got no token. Figure: the code. */
    TOKEN_NOT_RECEIVED,
    /** The token does not have a token's form. Figure: the code. */
    TOKEN_OF_OTHER_FORM,
    /** The token is not whole. Figure: the code. */
    TOKEN_DAMAGED,
    /** The service does not know the token. Figure: the code. */
    TOKEN_UNKNOWN,
    /** Figure: the code. */
    RATE_LIMIT,
    /** Figures: the operation, the code. */
    API_ERROR,
    /** Figures: the operation, the code. */
    UNDOCUMENTED_CODE,
    /** Figure: the code, with the new address where the service says one. */
    MOVED,

    // A reply that cannot be read.
    /** Figures: the JSON type that came, the one that was expected. */
    REPLY_OF_OTHER_TYPE,
    /** Figure: the largest size in KiB. */
    REPLY_TOO_LARGE,
    /** Figure: the number of bytes that came. */
    REPLY_CUT_OFF,
    /** JSON without its end. */
    REPLY_TRUNCATED,
    /** Nothing but blanks. */
    REPLY_EMPTY,
    /** XML. */
    REPLY_XML,
    /** HTML without a title. */
    REPLY_HTML,
    /** Figure: the title. */
    REPLY_HTML_TITLED,
    /** It begins like JSON. */
    REPLY_BROKEN_JSON,
    /** Any other text. */
    REPLY_NOT_JSON,
    /** Figure: the type of the exception. */
    REPLY_UNREADABLE,
    /** Figure: the ID that came. */
    OTHER_MIGRATION,
    /** Figure: the ID that came. */
    OTHER_DATABASE,
    /** The status of a migration is missing. */
    NO_STATUS,
    /** The ID of a new migration is missing. */
    NO_NEW_ID,
    /** Figure: what came instead of an ID. */
    INVALID_NEW_ID,
    /** A new migration's ID, where the rest of the reply cannot be read. Figure: the ID. */
    NEW_ID,
    /** A list of databases that is too long. Figure: how many were read. */
    LIST_CUT,

    // Fields that cannot be read.
    /** Figures: the field, the JSON type it should have, the one it has. */
    FIELD_OF_OTHER_TYPE,
    /** Figure: the field. */
    FIELD_NO_TIME,
    /** Figure: the field. */
    FIELD_CUT_AT_QUERY,
    /** Figure: the field. */
    FIELD_TOO_LONG,
    /** Figure: the field. */
    FIELD_WITH_CONTROLS,
    /** Figure: the field. */
    FIELD_NO_BUCKET,
    /** Figure: the field. */
    FIELD_INCOMPLETE_CREDENTIALS,
    /** A JSON type; stands within a sentence, as do the next ones. */
    JSON_OBJECT,
    /** A JSON array. */
    JSON_LIST,
    /** A JSON string. */
    JSON_TEXT,
    /** A JSON number. */
    JSON_NUMBER,
    /** A JSON number without a fraction. */
    JSON_WHOLE_NUMBER,
    /** A JSON number where one of another kind was expected. */
    JSON_OTHER_NUMBER,
    /** A JSON boolean. */
    JSON_BOOLEAN,
    /** JSON's null. */
    JSON_NULL,

    // What it means.
    /** Figure: the operation, which reads. */
    NOT_READ,
    /** Figure: the operation, which changes something. */
    NOT_DONE,
    /** A refused change. */
    NOTHING_CHANGED,
    /** Figure: the operation. */
    MAYBE_DONE,
    /** A migration may have been created. */
    MAYBE_CREATED,

    // What to do.
    /** For calls that only read. */
    TRY_LATER,
    /** For a call that was given up. */
    TRY_AGAIN_IF_NEEDED,
    /** Figure: the seconds the service asks to wait. */
    WAIT,
    /** Where the service does not say how long. */
    WAIT_A_MOMENT,
    /** A change is sent once. */
    NOT_SENT_AGAIN,
    /** A request for a new migration is sent once. */
    INITIALIZE_NOT_SENT_AGAIN,
    /** The status of a new migration cannot be read at first. */
    DIRECTORY_BEING_MADE,
    /** After an answer that cannot be read. */
    IF_IT_PERSISTS,
    /** For a connection that does not come about. */
    CHECK_NETWORK,
    /** The proxy wants a login. */
    CHECK_PROXY,
    /** The connection's address. */
    CHECK_ENDPOINT,
    /** The path of the connection's address. */
    CHECK_PATH,
    /** The address, or what stands before it. */
    CHECK_ENDPOINT_AND_PROXY,
    /** For a certificate that is not valid now. */
    CHECK_CLOCK,
    /** For a certificate of another issuer. */
    CHECK_ISSUER,
    /** For a certificate of another name. */
    CHECK_HOST,
    /** The token is sent to the endpoint only. Figure: the origin. */
    CHECK_ORIGIN,
    /** For a token that did not arrive. */
    CHECK_TOKEN_REMOVED,
    /** For a 401 that does not say why. */
    MAYBE_ROLE,
    /** For a migration that is not there. */
    MIGRATION_UNKNOWN,
    /** For a token that is rejected or malformed. */
    PASTE_TOKEN,
    /** For a database and its datacenter. */
    CHECK_DATACENTER_ID,
    /** For a migration. */
    CHECK_IDS,
    /** The parameters of a new migration. */
    CHECK_PARAMETERS,
    /** The parameter of a scheduled cleanup. */
    CHECK_CLEANUP_TIME,
    /** For something that is not there. */
    CHECK_ORGANISATION,
    /** For a role that may not list databases. */
    ROLE_TO_VIEW,
    /** For a role that may not migrate. */
    ROLE_TO_MIGRATE,
    /** To see PCU groups takes more rights than a migration does. */
    ROLE_TO_SEE_PCU_GROUPS,
    /** Why a migration is not created. */
    DATABASE_NOT_ACTIVE,
    /** Why an import is not launched. */
    LAUNCH_CONFLICT,
    /** Why an import is not paused. */
    PAUSE_CONFLICT,
    /** Why an import is not resumed. */
    RESUME_CONFLICT,
    /** Why an import is not aborted. */
    ABORT_CONFLICT,
    /** Why a migration is not cleaned up. */
    CLEAN_UP_CONFLICT,
    /** Why a cleanup is not scheduled. */
    SCHEDULE_CONFLICT,

    // A connection as it is entered.
    /** No URL. */
    ENDPOINT_NOT_URL,
    /** A user name or password in the URL. */
    ENDPOINT_WITH_LOGIN,
    /** A query or fragment in the URL. */
    ENDPOINT_WITH_QUERY,
    /** An empty part in the path of the URL. */
    ENDPOINT_WITH_EMPTY_PART,
    /** Plain HTTP to another computer. */
    ENDPOINT_NOT_HTTPS,
    /** A host in other letters than ASCII, or with percent escapes. Figure: the host as it is read. */
    ENDPOINT_HOST_ENCODED,
    /** A user name or password for the proxy. */
    PROXY_WITH_LOGIN,
    /** No host and port. */
    PROXY_MALFORMED,
    /** A proxy of the environment that cannot be used. Figure: the name of the variable. */
    PROXY_UNUSABLE,
    /** The certificates of the Java runtime. */
    CERTIFICATES_UNREADABLE,
    /** Only the runtime's own list was asked about an issuer. */
    RUNTIME_ASKED,
    /** Figure: the files and stores that were asked about an issuer besides the runtime's own list. */
    STORES_ASKED,
    /** Figure: the files and stores of certificates that could not be read. */
    STORES_UNREADABLE;

    private static final Set<ServiceFact> ERRORS = EnumSet.range(REFUSED, MOVED);

    /**
     * True where {@code why} nothing was changed is that somebody answered no; false where nothing was sent. A text
     * that was recorded before facts were counts as an answer, since it says which it is.
     */
    public static boolean isAnswered(Fact why) {
        return why.says(CommonFact.RECORDED) || ERRORS.stream().anyMatch(why::says);
    }
}
