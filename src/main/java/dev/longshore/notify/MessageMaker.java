package dev.longshore.notify;

import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.OutgoingMessage;
import dev.longshore.model.advice.NextStep;
import dev.longshore.model.fact.Fact;
import dev.longshore.text.FactText;
import dev.longshore.text.MessageTimeText;
import dev.longshore.text.Texts;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the message about an alert, worded for now. */
final class MessageMaker {
    private final Texts texts;
    private final FactText facts;

    MessageMaker(Texts texts, MessageTimeText times) {
        this.texts = texts;
        this.facts = new FactText(texts, times);
    }

    /**
     * One moment by two clocks, in UTC.
     *
     * @param sent by this computer's
     * @param watch by the watch's
     */
    record Moments(Instant sent, Instant watch) {}

    /**
     * The message about an alert that stands.
     *
     * @param due what is to be told; its alert is there
     * @param snapshot tells the names, and the next step
     * @param connectionName the name of its connection
     */
    Message standing(MessagePlan.Due due, Snapshot snapshot, String connectionName, Moments moments) {
        var alert = Objects.requireNonNull(due.alert());
        var connection = snapshot.connection(alert.connection());
        var ref = alert.migration();
        var migration = Optional.ofNullable(ref)
                .flatMap(each -> snapshot.migration(new MigrationKey(alert.connection(), each)));
        var place = MessageRedaction.of(
                alert.connection().isRoute() ? alert.connection().routeName() : connectionName);
        return new Message(
                due.event(), alert.id(), Route.word(alert.alert().severity()), Route.word(alert.alert().kind()),
                place,
                ref == null ? null
                        : MessageRedaction.of(connection.map(each -> each.databaseLabel(ref.database()))
                                .orElse(ref.database().value())),
                ref == null ? null : ref.migration().value(),
                MessageRedaction.of(migration.map(WatchedMigration::name)
                        .orElse(ref == null ? place : ref.migration().value())),
                sentence(alert.alert().fact()), alert.raisedAt().truncatedTo(ChronoUnit.SECONDS), due(alert.alert()),
                next(alert, migration, moments.watch()),
                ref == null ? null : ref.database().value(), alert.isAcknowledged(), due.repeat(), moments.sent(),
                newId());
    }

    private String sentence(Fact fact) {
        return MessageRedaction.of(facts.of(fact));
    }

    private static @Nullable Instant due(Alert alert) {
        return switch (alert.kind()) {
            case COLLISION, CLEANUP_SOON, CREDENTIALS_END, OWN_DEADLINE -> alert.at();
            case CONNECTION_STOPPED, ROUTE_FAILING, FAILED, QUEUE_STOPPED, ABORTED_BY_OTHERS, CLEANED_UP_UNEXPECTEDLY,
                    CLEANUP_MOVED, MOVED_BY_POLICY, CHANGED_BY_OTHERS, COMMAND_FAILED, INITIALIZE_UNANSWERED,
                    UNKNOWN_STATUS, CONNECTION_TROUBLED,
                    NOT_ANSWERED, NEXT_CAN_START, STALLED, IMPORTED ->
                null;
        };
    }

    private String next(AlertRecord alert, Optional<WatchedMigration> migration, Instant now) {
        return switch (alert.alert().kind()) {
            case CONNECTION_STOPPED, ROUTE_FAILING, QUEUE_STOPPED, CLEANED_UP_UNEXPECTEDLY, COMMAND_FAILED,
                    INITIALIZE_UNANSWERED,
                    CONNECTION_TROUBLED, NOT_ANSWERED, CREDENTIALS_END, NEXT_CAN_START, OWN_DEADLINE ->
                texts.get("notify.next." + alert.alert().kind().name());
            case FAILED, ABORTED_BY_OTHERS, COLLISION, CLEANUP_SOON, CLEANUP_MOVED, MOVED_BY_POLICY,
                    CHANGED_BY_OTHERS, UNKNOWN_STATUS,
                    STALLED, IMPORTED ->
                migration.map(each -> sentence(NextStep.of(each.situation(), each.deadlines(), each.forecast(),
                        each.latest(), each.silence(now)).explained()))
                        .orElseGet(() -> texts.get("notify.next.usual"));
        };
    }

    /** The message that what was told is over. */
    Message resolved(Message told, Instant now) {
        var sentence = told.event() == Message.MessageEvent.RESOLVED ? told.sentence()
                : texts.get("notify.resolved", told.sentence());
        return new Message(
                Message.MessageEvent.RESOLVED, told.id(), told.severity(), told.kind(), told.connection(),
                told.database(),
                told.migration(), told.name(), sentence, told.since(), told.due(), null, told.databaseId(),
                told.acknowledged(), told.repeat(), now, newId());
    }

    /** The message with which a user tries a route. */
    Message test(Route route, Instant now) {
        return new Message(
                Message.MessageEvent.TEST, newId(), Route.word(Alert.Severity.LOG), "test", route.name(), null, null,
                route.name(), texts.get("notify.test"), now, null, null, null, false, 0, now, newId());
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    /** As it is kept in the journal. */
    static OutgoingMessage outgoing(Route route, Message message) {
        return new OutgoingMessage(message.delivery(), route.name(), message.id(), message.event().word(),
                message.at(), message.json(), Optional.empty());
    }
}
