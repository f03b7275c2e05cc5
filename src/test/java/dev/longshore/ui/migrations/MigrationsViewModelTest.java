package dev.longshore.ui.migrations;

import static dev.longshore.model.Deadline.Cause.CLEANUP_IDLE;
import static dev.longshore.model.Deadline.Cause.CLEANUP_SCHEDULED;
import static dev.longshore.model.Deadline.Cause.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Environment;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.QueuedUi;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.ui.migrations.MigrationsViewModel.TableMode;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsViewModelTest {
    private static final WatchedMigration LATER = paused("later", Duration.ofHours(48)).build();

    private final TestWindow window = new TestWindow(
            TestOrganisation.of(paused("orders", Duration.ofHours(48)).build()));
    private final SnapshotFeed feed = new SnapshotFeed(window.context(new SameThreadUi()));
    private final MigrationsViewModel model = new MigrationsViewModel(window.context(new SameThreadUi()), feed);

    @Test
    void deadlineThatComesNearWithoutNewsNeedsMeWithinAMinute() {
        model.modeProperty().set(TableMode.NEEDS_ME);
        assertThat(shown()).isEmpty();

        pass(60 + 3);

        assertThat(shown()).containsExactly("orders");
        assertThat(model.countsProperty().get().needingAttention()).isEqualTo(1);
    }

    @Test
    void deadlineThatComesNearWhileTheWindowIsMinimisedIsCountedWithinHalfAMinute() {
        window.clock.advance(Duration.ofSeconds(63));
        IntStream.range(0, 30).forEach(_ -> feed.tick(false));

        assertThat(model.countsProperty().get().needingAttention()).isEqualTo(1);
    }

    @Test
    void whatCameNearMeanwhileIsCountedOnceTheWindowIsSeenAgain() {
        feed.tick(false);
        window.clock.advance(Duration.ofSeconds(63));
        feed.tick(false);
        assertThat(model.countsProperty().get().needingAttention()).isZero();

        feed.tick();

        assertThat(model.countsProperty().get().needingAttention()).isEqualTo(1);
    }

    @Test
    void eachOfManyIsLookedAtWithinAMinute() {
        window.watch
                .publish(TestOrganisation
                        .of(IntStream.range(0, 143).mapToObj(i -> paused("m" + i, Duration.ofHours(48)).build())
                                .toArray(WatchedMigration[]::new)));

        pass(60);

        assertThat(model.countsProperty().get().needingAttention()).isEqualTo(143);
    }

    @Test
    void deadlineThatComesNearWithoutNewsTurnsRedAtOnce() {
        var columnContents = new ColumnContents(window.context(new SameThreadUi()), feed);
        assertThat(token(columnContents)).isNotEqualTo(ColorRole.DANGER);

        pass(1);

        assertThat(token(columnContents)).isEqualTo(ColorRole.DANGER);
    }

    @Test
    void selectionOutlastsTheLookingAgain() {
        model.select(List.of(model.row(paused("orders", Duration.ZERO).key()).orElseThrow()));

        pass(60);

        assertThat(model.selectionProperty().get()).containsExactly(paused("orders", Duration.ZERO).key());
    }

    @Test
    void oneOfThousandsThatTheFilterHidesIsAskedForWhenItIsThereAgain() {
        var frames = new QueuedUi();
        var many = IntStream.range(0, 5000).mapToObj(i -> paused("m" + i, Duration.ofHours(48)).build()).toList();
        window.watch.publish(TestOrganisation.of(many.toArray(WatchedMigration[]::new)));
        var slow = new MigrationsViewModel(window.context(frames), feed);
        slow.filterProperty().set("m7");
        frames.runAll();

        slow.open(many.getLast().key());
        frames.runAll();

        assertThat(slow.row(many.getLast().key())).isPresent();
        assertThat(slow.wantedProperty().get()).contains(many.getLast().key());
    }

    @Test
    void oneThatIsNotThereYetIsAskedForWhenItComes() {
        model.open(LATER.key());
        assertThat(model.wantedProperty().get()).isEmpty();

        window.watch.publish(TestOrganisation.of(paused("orders", Duration.ofHours(48)).build(), LATER));

        assertThat(model.wantedProperty().get()).contains(LATER.key());
    }

    @Test
    void whoSelectsAnotherOneMeanwhileKeepsThatOne() {
        model.open(LATER.key());
        model.select(List.of(model.row(paused("orders", Duration.ZERO).key()).orElseThrow()));

        window.watch.publish(TestOrganisation.of(paused("orders", Duration.ofHours(48)).build(), LATER));

        assertThat(model.wantedProperty().get()).isEmpty();
    }

    @Test
    void nothingMovesInTheTableWhileOnlyTimePasses() {
        List<ListChangeListener.Change<?>> moves = new ArrayList<>();
        model.rows().addListener((ListChangeListener<MigrationRow>) change -> {
            while (change.next()) {
                if (!change.wasUpdated()) {
                    moves.add(change);
                }
            }
        });
        model.filterProperty().set("");

        pass(60);

        assertThat(moves).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "orders", "prod-eu", "aws", "eu-central-1", "ImportInProgress", "importing", "subset 124", "6–9 h",
        "in 4 d", "idle", "41 min", "8 s ago", "production", "m-orders", "ORDERS aws", "2 d"})
    void filtersByEveryColumn(String typed) {
        window.watch.publish(TestOrganisation.of(
                TestOrganisation.migration("orders").status("ImportInProgress", Duration.ofHours(51))
                        .progress("Importing subset 124 of 200", 62)
                        .ends(Duration.ofHours(6), Duration.ofHours(9))
                        .due(CLEANUP_IDLE, Duration.ofHours(100)).build(),
                new MigrationBuilder(
                        TestOrganisation.NOW, "customers", TestOrganisation.PRODUCTION, TestOrganisation.PROD_EU)
                        .status("ReceivingFiles", Duration.ofHours(51)).due(CREDENTIALS, Duration.ofMinutes(41))
                        .build(),
                new MigrationBuilder(
                        TestOrganisation.NOW, "ledger", TestOrganisation.connection("test", Environment.TEST, false),
                        TestOrganisation.ARCHIVE)
                        .status("Closed", Duration.ofHours(1)).observed(Duration.ofMinutes(3)).build()));

        model.filterProperty().set(typed);

        assertThat(shown()).isNotEmpty().doesNotContain("ledger");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "tag:\"wave 5\"|ledger-1", "\"wave 5\"|ledger-1", "status:importing|orders", "status:ImportInProgress|orders",
        "STATUS:receiving|customers", "tag:wave3|orders",
        "database:PROD-EU|orders,customers,ledger-1", "connection:prod|orders,customers", "name:orders|orders",
        "name:\"ledger-1\"|ledger-1", "cleanup:<24h|customers", "cleanup:>3d|orders", "cleanup:24h|customers",
        "cleanup:>2d24h|orders", "cleanup:\"> 3 days\"|orders",
        "cleanup:risk|customers", "cleanup:unknown|ledger-1", "connection:prod import|orders",
        "status:importing tag:wave4|", "sometime:else status:importing|orders", "cleanup:<24 name:orders|orders",
        "\"ledger-1\"|ledger-1", "8 s ago|orders,customers"})
    void filtersByConditionsAndFreeWords(String typed, @Nullable String expected) {
        window.watch.publish(TestOrganisation.of(
                TestOrganisation.migration("orders").status("ImportInProgress", Duration.ofHours(51)).tags("wave3")
                        .due(CLEANUP_IDLE, Duration.ofHours(100)).build(),
                TestOrganisation.migration("customers").status("ReceivingFiles", Duration.ofHours(51)).tags("wave4")
                        .due(CLEANUP_SCHEDULED, Duration.ofHours(20)).build(),
                new MigrationBuilder(
                        TestOrganisation.NOW, "ledger-1", TestOrganisation.connection("test", Environment.TEST, false),
                        TestOrganisation.PROD_EU)
                        .status("Closed", Duration.ofHours(1)).tags("wave 5").observed(Duration.ofMinutes(3)).build()));

        model.filterProperty().set(typed);

        assertThat(shown()).containsExactlyInAnyOrder(
                expected == null ? new String[0] : expected.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"statsu:paused", "cleanup:soon", "cleanup:<24", "status:", "cleanup:<x"})
    void aWordThatLooksLikeAConditionAndIsNoneIsNamed(String typed) {
        model.filterProperty().set("name:orders " + typed);

        assertThat(model.unknownWords()).containsExactly(typed);
        assertThat(shown()).containsExactly("orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12:30", "https://x", "prod-eu", "\"status:x\""})
    void whatIsNoConditionIsAFreeWord(String typed) {
        model.filterProperty().set(typed);

        assertThat(model.unknownWords()).isEmpty();
    }

    @Test
    void countsWhatNeedsAPersonOnAllConnectionsAndWhatIsElsewhereApart() {
        var test = TestOrganisation.connection("test", Environment.TEST, false);
        var elsewhere = new MigrationBuilder(TestOrganisation.NOW, "ledger", test, TestOrganisation.ARCHIVE)
                .status("Paused", Duration.ofHours(1)).due(CLEANUP_SCHEDULED, Duration.ofHours(3)).build();
        window.watch.publish(TestOrganisation.of(paused("orders", Duration.ofHours(20)).build(), elsewhere));
        assertThat(model.attentionProperty().get()).isEqualTo(2);

        feed.connectionProperty().set(Optional.of(TestOrganisation.PRODUCTION.id()));

        assertThat(shown()).containsExactly("orders");
        assertThat(model.attentionProperty().get()).isEqualTo(2);
        assertThat(model.riskProperty().get().atRisk()).isEqualTo(1);
        assertThat(model.riskProperty().get().elsewhere()).isEqualTo(1);
        assertThat(model.riskProperty().get().nextLoss()).map(each -> each.name()).contains("orders");
    }

    @Test
    void theFirstRowIsSelectedOnceAndNotAgainAfterItIsLeft() {
        assertThat(model.selectionProperty().get()).hasSize(1);

        model.select(List.of());
        window.watch.publish(TestOrganisation.of(paused("orders", Duration.ofHours(20)).build()));

        assertThat(model.selectionProperty().get()).isEmpty();
    }

    @Test
    void filterFollowsTheTimeWithinAMinute() {
        window.watch.publish(TestOrganisation.of(paused("orders", Duration.ofHours(3)).build()));
        model.filterProperty().set("2 h 58 min");
        assertThat(shown()).isEmpty();

        pass(120 + 3);

        assertThat(shown()).containsExactly("orders");
    }

    private ColorRole token(ColumnContents columnContents) {
        var migration = feed.snapshotProperty().get().migrations().getFirst();
        return Stream.ofNullable(columnContents.deadline(migration, feed.nowProperty().get()).colorRole()).findFirst()
                .orElse(ColorRole.NEUTRAL);
    }

    private List<String> shown() {
        return model.rows().stream().map(row -> row.migration().name()).toList();
    }

    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            window.clock.advance(Duration.ofSeconds(1));
            feed.tick();
        }
    }

    private static MigrationBuilder paused(String name, Duration cleanup) {
        return TestOrganisation.migration(name).status("Paused", Duration.ofHours(2)).due(CLEANUP_SCHEDULED, cleanup);
    }
}
