package dev.longshore.seeds;

import dev.longshore.devops.ApiConnector;
import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.Receipt;
import dev.longshore.journal.Journal;
import dev.longshore.model.Command;
import dev.longshore.model.MigrationStatus;
import dev.longshore.model.Observation;
import dev.longshore.model.OutgoingMessage;
import dev.longshore.model.OutgoingMessage.SendResult;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mistake made on purpose, by a faulty collaborator of an otherwise real program. */
enum Mutation {
    /** None. */
    NONE,
    /** A POST whose answer was lost is sent once more. */
    POST_RETRIED,
    /** What is asked for is recorded only after it was sent. */
    INTENT_AFTER_CALL,
    /** An observation that says nothing new is not recorded, so its time is forgotten. */
    HEARTBEAT_FORGOTTEN,
    /** Every start tells the alerts of the one before anew. */
    ALERT_TOLD_TWICE,
    /** The age of what is observed is counted from the service's clock. */
    AGE_FROM_WRONG_CLOCK,
    /** A dialog goes on showing the sentence it began with. */
    FIRST_VALUE_FOR_EVER,
    /** A message is on disk as sent before its receiver has answered. */
    SENT_BEFORE_ANSWER,
    /** A watch that has handed over goes on beside the next one. */
    WATCH_NOT_ENDED;

    /** The call of a method, as a proxy sees it. */
    private interface MethodReplacement {
        @Nullable
        Object call(String method, Object @Nullable [] values, Original original) throws Throwable;
    }

    /** What would have happened. */
    private interface Original {
        @Nullable
        Object call() throws Throwable;
    }

    /** The journal as this mistake makes it. */
    Journal in(Journal journal) {
        return switch (this) {
            case INTENT_AFTER_CALL -> intentAfterCall(journal);
            case HEARTBEAT_FORGOTTEN -> heartbeatForgotten(journal);
            case ALERT_TOLD_TWICE -> proxy(Journal.class, journal,
                    (method, _, original) -> method.equals("alerts") ? List.of() : original.call());
            case SENT_BEFORE_ANSWER -> proxy(Journal.class, journal, (method, values, original) -> {
                if (method.equals("saveMessages") && values != null && values[0] instanceof List<?> messages) {
                    journal.saveMessages(
                            messages.stream().map(OutgoingMessage.class::cast).map(Mutation::sent).toList());
                    return null;
                }
                return original.call();
            });
            case NONE, POST_RETRIED, AGE_FROM_WRONG_CLOCK, FIRST_VALUE_FOR_EVER, WATCH_NOT_ENDED -> journal;
        };
    }

    private static OutgoingMessage sent(OutgoingMessage message) {
        return message.ending().isPresent() ? message : message.ended(message.at(), SendResult.SENT, "");
    }

    private static Journal intentAfterCall(Journal journal) {
        Map<String, Command> unwritten = new HashMap<>();
        return proxy(Journal.class, journal, (method, values, original) -> {
            if (method.equals("recordIntent") && values != null && values[0] instanceof Command command) {
                unwritten.put(command.id(), command);
                return null;
            }
            if (method.equals("recordState") && values != null) {
                var command = unwritten.remove(values[0]);
                if (command != null) {
                    journal.recordIntent(command);
                }
            }
            return original.call();
        });
    }

    private static Journal heartbeatForgotten(Journal journal) {
        Map<Object, Observation> newest = new HashMap<>();
        return proxy(Journal.class, journal, (method, values, original) -> {
            if (values != null && values.length > 0 && values[0] instanceof Observation observation) {
                var before = newest.put(observation.key(), observation);
                if (before != null && observation.saysTheSameAs(before)) {
                    return null;
                }
            }
            return original.call();
        });
    }

    /** The client as this mistake makes it. */
    ApiConnector in(ApiConnector connector, InstantSource serviceClock) {
        return switch (this) {
            case POST_RETRIED -> (connection, token) -> proxy(DevOpsApi.class, connector.connect(connection, token),
                    (method, _, original) -> {
                        var result = original.call();
                        return method.equals("act") && result instanceof ApiResult.Failure<?> lost
                                && lost.error().mayHaveHappened() ? original.call() : result;
                    });
            case AGE_FROM_WRONG_CLOCK -> (connection, token) -> proxy(DevOpsApi.class,
                    connector.connect(connection, token), (method, _, original) -> {
                        var result = original.call();
                        return method.equals("status") && result instanceof ApiResult.Success<?> good
                                ? new ApiResult.Success<>((MigrationStatus) good.value(),
                                        byServiceClock(good.receipt(), serviceClock), good.oddities())
                                : result;
                    });
            case NONE, INTENT_AFTER_CALL, HEARTBEAT_FORGOTTEN, ALERT_TOLD_TWICE, FIRST_VALUE_FOR_EVER,
                    SENT_BEFORE_ANSWER, WATCH_NOT_ENDED ->
                connector;
        };
    }

    private static Receipt byServiceClock(Receipt receipt, InstantSource serviceClock) {
        return new Receipt(receipt.sentAt(), serviceClock.instant(), receipt.serviceDate(), receipt.took());
    }

    private static <T> T proxy(Class<T> type, T real, MethodReplacement behaviour) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (_, method, values) -> behaviour.call(method.getName(), values, () -> {
                    try {
                        return method.invoke(real, values);
                    } catch (InvocationTargetException fault) {
                        throw fault.getCause();
                    }
                })));
    }
}
