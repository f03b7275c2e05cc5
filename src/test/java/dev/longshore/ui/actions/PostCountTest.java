package dev.longshore.ui.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.Connection;
import dev.longshore.model.MigrationKey;
import dev.longshore.simulator.faults.FaultTarget;
import dev.longshore.support.QueuedUi;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.engine.ConfirmScenario;
import dev.longshore.watch.engine.SimulatedWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How many POSTs arrive at the service for what a person does, counted by the simulator; the watch is the real one. */
class PostCountTest {
    private static final Map<String, MigrationKey> KEYS = new HashMap<>();
    private static final QueuedUi THREAD = new QueuedUi();

    @TempDir private static Path folder;

    private static SimulatedWatch service;
    private static UiContext context;

    @BeforeAll
    static void begin() throws IOException {
        service = SimulatedWatch.begin(folder);
        context = service.ui(THREAD);
        var connection = service.connect("simulator", false);
        var wanted = new HashMap<String, Action>();
        for (var action : Action.values()) {
            names(action).forEach(name -> wanted.put(name, action));
        }
        KEYS.putAll(service.makeReady(connection, wanted));
        lookThroughAReadOnlyConnection(service.connect("read-only", true));
        service.settle();
        service.simulator.requests().clear();
    }

    private static Stream<String> names(Action action) {
        return Stream.concat(
                Arrays.stream(ConfirmScenario.values()).map(confirmScenario -> name(action, confirmScenario)),
                Stream.of(action + "-untouched"));
    }

    private static String name(Action action, ConfirmScenario confirmScenario) {
        return action + "-" + confirmScenario;
    }

    private static void lookThroughAReadOnlyConnection(Connection connection) {
        for (var action : Action.values()) {
            var key = new MigrationKey(connection.id(), key(action + "-untouched").ref());
            KEYS.put(action + "-read-only", service.add(key, action + "-read-only"));
        }
    }

    private static MigrationKey key(String name) {
        return Objects.requireNonNull(KEYS.get(name));
    }

    @AfterAll
    static void end() {
        service.close();
    }

    static Stream<Arguments> everyActionInEveryManner() {
        return Arrays.stream(Action.values()).flatMap(
                action -> Arrays.stream(ConfirmScenario.values())
                        .map(confirmScenario -> Arguments.of(action, confirmScenario)));
    }

    @ParameterizedTest
    @MethodSource("everyActionInEveryManner")
    void confirmedActionIsPostedOnce(Action action, ConfirmScenario confirmScenario) {
        var key = key(name(action, confirmScenario));
        confirmScenario.apply(service.simulator, FaultTarget.any().migration(service.id(key)).method("POST"));
        try (var testUser = new TestUser(key)) {
            testUser.asksAndConfirms(action, confirmScenario.presses());
            // Impatience: the same again before the answer is heard, and once more when it is there or lost, as long as
            // nothing was observed; what was refused can be asked for again, and a cleanup that was seen to be moved can
            // be moved once more.
            testUser.asksAndConfirms(action, 1);
            testUser.hearsTheAnswer();
            if (confirmScenario != ConfirmScenario.CONFLICT) {
                testUser.asksAndConfirms(action, 1);
            }
            testUser.waits();
        }

        assertThat(service.posts(key)).as("what is known: %s", service.watch.snapshot().migration(key)).isEqualTo(1);
    }

    static List<Action> guarded() {
        return List.of(Action.LAUNCH, Action.SCHEDULE_CLEANUP, Action.CLEAN_UP, Action.ABORT);
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void cancelledActionIsNotPosted(Action action) {
        var key = key(action + "-untouched");
        try (var testUser = new TestUser(key)) {
            testUser.asks(action, ConfirmScenario.KEY_REPEATS);
            testUser.fillsIn();
            testUser.cancels();
            testUser.waits();
        }

        assertThat(service.posts(key)).isZero();
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void actionWhoseGuardIsNotAnsweredIsNotPosted(Action action) {
        var key = key(action + "-untouched");
        try (var testUser = new TestUser(key)) {
            testUser.asks(action, 1);
            testUser.types("another name");
            testUser.proceeds(action == Action.SCHEDULE_CLEANUP ? 0 : ConfirmScenario.KEY_REPEATS);
            testUser.waits();
        }

        assertThat(service.posts(key)).isZero();
    }

    static Stream<Arguments> everyActionThatTheRulesForbid() {
        return Stream.of(
                Arguments.of(Action.PAUSE, "LAUNCH-untouched"), Arguments.of(Action.RESUME, "PAUSE-untouched"),
                Arguments.of(Action.LAUNCH, "PAUSE-untouched"), Arguments.of(Action.CLEAN_UP, "PAUSE-untouched"),
                Arguments.of(Action.ABORT, "LAUNCH-untouched"));
    }

    @ParameterizedTest
    @MethodSource("everyActionThatTheRulesForbid")
    void forbiddenActionIsNotPosted(Action action, String name) {
        try (var testUser = new TestUser(key(name))) {
            testUser.asksAndConfirms(action, ConfirmScenario.KEY_REPEATS);
            testUser.waits();
        }

        assertThat(service.posts(key(name))).isZero();
    }

    static Action[] actions() {
        return Action.values();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void nothingIsPostedThroughAReadOnlyConnection(Action action) {
        var key = key(action + "-read-only");
        try (var testUser = new TestUser(key)) {
            testUser.asksAndConfirms(action, ConfirmScenario.KEY_REPEATS);
            testUser.waits();
        }

        assertThat(service.posts(key)).isZero();
    }

    /** A person at the buttons of one migration. */
    private static final class TestUser implements AutoCloseable {
        private final SnapshotFeed feed = new SnapshotFeed(context);
        private final ActionsViewModel actions = new ActionsViewModel(context, feed);

        TestUser(MigrationKey key) {
            THREAD.runAll();
            actions.select(List.of(key));
        }

        void asks(Action action, int presses) {
            for (int press = 0; press < presses; press++) {
                actions.request(action);
            }
            if (actions.confirmationProperty().get().isPresent()) {
                // The status the dialog asks for.
                waits();
            }
        }

        void asksAndConfirms(Action action, int presses) {
            asks(action, presses);
            fillsIn();
            proceeds(presses);
        }

        void fillsIn() {
            actions.confirmationProperty().get().ifPresent(confirm -> {
                confirm.checklist().forEach(item -> item.tickedProperty().set(true));
                types(confirm.migration().name());
            });
        }

        void types(String name) {
            actions.confirmationProperty().get().ifPresent(confirm -> confirm.typedNameProperty().set(name));
        }

        void proceeds(int presses) {
            actions.confirmationProperty().get().ifPresent(confirm -> {
                for (int press = 0; press < presses; press++) {
                    confirm.proceed();
                }
                for (int second = 0; second < 12; second++) {
                    feed.tick();
                }
            });
        }

        /** The countdown of what deletes data is running by then. */
        void cancels() {
            actions.confirmationProperty().get().ifPresent(confirm -> {
                if (confirm.action() == Action.CLEAN_UP) {
                    confirm.proceed();
                    feed.tick();
                }
                confirm.cancel();
                confirm.proceed();
            });
        }

        void hearsTheAnswer() {
            service.answer();
            THREAD.runAll();
        }

        void waits() {
            service.passAMoment();
            THREAD.runAll();
        }

        @Override
        public void close() {
            actions.close();
            feed.close();
        }
    }
}
