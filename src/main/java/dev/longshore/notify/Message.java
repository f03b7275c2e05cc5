package dev.longshore.notify;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.longshore.model.Alert;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.OutgoingMessage;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a route is told of an alert; as JSON it is the body of the generic webhook. Holds no secret.
 *
 * @param event what happened to the alert
 * @param id the alert's own, the same for all its events
 * @param severity how urgent it is, or was
 * @param kind what sort of thing it is
 * @param connection the name of the connection; that of the route where it is about one
 * @param database the name of the database, or its ID where no name is known
 * @param migration the ID of the migration, or null where it is about a connection
 * @param name the user's name for the migration, else that of the connection or route
 * @param sentence what it is, with times in local time and UTC
 * @param since when it became known, in UTC
 * @param due when the service will do what it is about, in UTC, or null
 * @param next the next step, a sentence, or null where there is none
 * @param databaseId the ID of the database, or null
 * @param acknowledged true when a user has said that they know
 * @param repeat how often it was repeated
 * @param at when this message was made, in UTC
 * @param delivery this message's own ID: the same when it is sent twice
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Message(
        MessageEvent event,
        String id,
        @JsonProperty("class") String severity,
        String kind,
        String connection,
        @Nullable String database,
        @Nullable String migration,
        String name,
        String sentence,
        Instant since,
        @Nullable Instant due,
        @Nullable String next,
        @Nullable String databaseId,
        boolean acknowledged,
        int repeat,
        Instant at,
        String delivery) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What happened to an alert. */
    public enum MessageEvent {
        /** It became known, or is repeated because nobody has acknowledged it. */
        @JsonProperty("raised")
        RAISED,
        /** It has become more urgent, or somebody has acknowledged it. */
        @JsonProperty("changed")
        CHANGED,
        /** It is over. */
        @JsonProperty(OutgoingMessage.RESOLVED)
        RESOLVED,
        /** Nothing: a user tries the route. */
        @JsonProperty("test")
        TEST;

        /** As it stands in messages. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Alert.Severity urgency() {
        return Route.severity(severity).orElse(Alert.Severity.LOG);
    }

    /** True where people need not be told: they have just done it themselves. */
    @JsonIgnore
    boolean isAcknowledgement() {
        return event == MessageEvent.CHANGED && acknowledged;
    }

    /** The migration it is about; empty where it is about something else. */
    Optional<MigrationRef> ref() {
        return migration == null || databaseId == null ? Optional.empty()
                : Optional.of(new MigrationRef(new DatabaseId(databaseId), new MigrationId(migration)));
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static Optional<Message> read(String json) {
        try {
            return Optional.of(JSON.readValue(json, Message.class));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
