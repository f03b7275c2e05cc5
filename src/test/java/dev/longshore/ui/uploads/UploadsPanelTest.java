package dev.longshore.ui.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Secret;
import dev.longshore.model.UploadCredentials;
import dev.longshore.model.forecast.UploadPlan;
import dev.longshore.support.FxExtension;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.context.Preferences;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.SystemClipboard;
import dev.longshore.upload.SampleLists;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class UploadsPanelTest {
    private static final UploadCredentials KEYS = new UploadCredentials.Aws(
            "ASIA7", Secret.of("se+cret"), Secret.of("ses'sion"), null, "f");

    private final FxRobot robot = new FxRobot();
    private final WatchedMigration orders = receiving("orders");
    private final WatchedMigration customers = receiving("customers");
    private final TestWindow window = new TestWindow(TestOrganisation.of(orders, customers));
    private final SimpleObjectProperty<Optional<WatchedMigration>> selected = new SimpleObjectProperty<>(
            Optional.of(orders));
    private final Map<String, String> saved = new HashMap<>();
    private final SnapshotFeed feed = new SnapshotFeed(window.context(new SameThreadUi()));
    private Scene scene = new Scene(new Group());

    @BeforeEach
    void open() {
        robot.interact(() -> {
            SystemClipboard.clear();
            scene = new Scene(panel());
        });
    }

    @Test
    void saysWhatIsMissingBeforeThereAreCommands() {
        assertThat(text("uploadRefusal")).isEqualTo("Enter a node first.");
        type("uploadNodes", "n1\n-oProxyCommand=x");
        assertThat(text("uploadRefusal")).contains("cannot be a node");
        type("uploadNodes", "n1\nn2");
        assertThat(text("uploadRefusal")).isEqualTo("Enter the name of the snapshot first.");
        assertThat(node("copyUpload", Button.class).isDisabled()).isTrue();
    }

    @Test
    void copiesCommandsForAllNodesOrForOne() {
        fill();

        assertThat(copied("copyUpload")).contains("ssh -- \"$2\" sh", "run n1 n1", "run n2 cassandra@n2");
        robot.interact(() -> node("uploadPlace", ComboBox.class).getSelectionModel().select(2));
        assertThat(copied("copyUpload")).contains("node=n2").doesNotContain("ssh");
        assertThat(copied("copyDryRun")).contains("--dryrun");
        assertThat(copied("copyExpected")).contains("find \"$dir\"");
        assertThat(copied("copyCheck")).contains("aws s3 ls --recursive");
    }

    @Test
    void showsDotsAndCopiesSecrets() {
        fill();

        assertThat(node("uploadCommands", TextInputControl.class).getText()).contains("'•••'")
                .doesNotContain("se+cret");
        assertThat(copied("copyCredentials")).contains("'se+cret'", "'ses'\\''sion'");
    }

    @Test
    void findsWhatWasTypedAgainAtTheNextStartAndForEachMigration() {
        fill();
        robot.interact(() -> selected.set(Optional.of(customers)));
        assertThat(node("uploadNodes", TextInputControl.class).getText()).isEmpty();
        robot.interact(() -> selected.set(Optional.of(orders)));
        assertThat(node("uploadNodes", TextInputControl.class).getText()).isEqualTo("n1\ncassandra@n2");

        open();

        assertThat(node("uploadSnapshot", TextInputControl.class).getText()).isEqualTo("migrate");
        assertThat(node("uploadTables", TextInputControl.class).getText()).isEqualTo("shop, crm.notes");
    }

    @Test
    void wantsTheCredentialsOfTheSelectedMigrationAndOfNoneOnceThereIsNone() {
        window.watch.usedCredentials.clear();

        robot.interact(() -> selected.set(Optional.of(customers)));
        robot.interact(() -> selected.set(Optional.empty()));
        robot.interact(() -> selected.set(Optional.of(customers)));

        assertThat(window.watch.usedCredentials)
                .containsExactly(Optional.of(customers.key()), Optional.empty(), Optional.of(customers.key()));
    }

    @Test
    void fillsTheLedgerFromTwoPastedLists() {
        fill();
        type("uploadNodes", "dc1-node1\ndc1-node2\ndc1-node3");
        paste("pasteExpected", SampleLists.expected());
        paste("pasteFound", SampleLists.found());

        assertThat(text("ledgerSummary"))
                .isEqualTo("6 of 8 tables on nodes are complete; 1.25 TB of 1.5 TB have arrived."
                        + " Not known what these have: dc1-node3.");
        assertThat(node("ledgerTable", TableView.class).getItems().size()).isEqualTo(8);
    }

    @Test
    void findsTheLedgerAgainAtTheNextStartAndForgetsItWhereItIsCleared() {
        fill();
        type("uploadNodes", "dc1-node1\ndc1-node2\ndc1-node3");
        paste("pasteExpected", SampleLists.expected());
        paste("pasteFound", SampleLists.found());
        var before = text("ledgerSummary");

        open();
        assertThat(text("ledgerSummary")).isEqualTo(before);
        assertThat(feed.uploadKnowledge().ledgers()).containsKey(orders.key());

        robot.interact(() -> node("clearLedger", Button.class).fire());
        open();
        assertThat(text("ledgerSummary")).isNotEqualTo(before);
        assertThat(window.watch.fileLists).isEmpty();
    }

    @Test
    void whatHasArrivedAndHowFastIsTheExpectedEndOfTheUpload() {
        fill();
        paste("pasteExpected", SampleLists.expected());
        paste("pasteFound", SampleLists.found());

        assertThat(feed.uploads().get(orders.key())).isEqualTo(new UploadPlan(
                1_500_000_000_000L, 1_250_000_000_000L, 1_250_000_000_000L / Duration.ofHours(10).toSeconds(),
                TestOrganisation.NOW));
    }

    @Test
    void warnsOfATableThatTwoMigrationsUpload() {
        fill();
        paste("pasteExpected", SampleLists.expected());
        robot.interact(() -> selected.set(Optional.of(customers)));
        paste("pasteExpected", SampleLists.expected());
        paste("pasteFound", SampleLists.found());

        assertThat(text("ledgerSummary")).startsWith("0 of 8");
    }

    @Test
    void tellsTheLinesThatItCouldNotRead() {
        fill();
        paste("pasteFound", SampleLists.found() + "\nwhat\nis this");

        assertThat(text("ledgerNote")).isEqualTo("20 files read. 2 lines were not understood: 21, 22.");
    }

    @Test
    void saysAsWhatItReadNumbersOfDuAndReadsThemTheOtherWayByOneClick() {
        type("uploadNodes", "n1");
        paste("pasteExpected", "1048576\t/var/lib/cassandra/data/shop/orders/snapshots/migrate\n");
        assertThat(text("ledgerAssumed"))
                .isEqualTo("Numbers without a unit were read as KiB, as du writes them without -b.");
        assertThat(isShown("ledgerAssumed")).isTrue();
        assertThat(text("ledgerSummary")).contains("of 1.1 GB have arrived");

        robot.interact(() -> node("ledgerOtherUnit", Button.class).fire());

        assertThat(text("ledgerSummary")).contains("of 1 MB have arrived");
        assertThat(isShown("ledgerAssumed")).isFalse();
        paste("pasteExpected", "1048577\t/var/lib/cassandra/data/shop/orders/snapshots/migrate\n");
        assertThat(text("ledgerAssumed")).isEqualTo("Numbers without a unit were read as bytes, as du -b writes them.");
        assertThat(text("ledgerOtherUnit")).isEqualTo("Read as KiB");
    }

    @Test
    void asksWhoseLinesTheseAreWhereTheyDoNotSay() {
        fill();
        var lines = "1 /var/lib/cassandra/data/shop/orders/snapshots/migrate/manifest.json";
        paste("pasteExpected", lines);
        assertThat(text("ledgerNote")).startsWith("These lines name no node");

        robot.interact(() -> node("uploadPlace", ComboBox.class).getSelectionModel().select(1));
        paste("pasteExpected", lines);
        assertThat(text("ledgerNote")).isEqualTo("One file read.");
    }

    @Test
    void aNewAttemptUploadsWhatTheFailedOneWasGivenAndIsNoOtherMigrationOfIt() {
        fill();
        paste("pasteExpected", SampleLists.expected());
        var again = TestOrganisation.migration("orders-again").status("ReceivingFiles", Duration.ofHours(1))
                .receives("s3://ds-mig/m-again/sstables/", KEYS).follows(orders.key()).build();
        window.watch.publish(TestOrganisation.of(orders, customers, again));
        robot.interact(() -> selected.set(Optional.of(again)));

        assertThat(node("uploadNodes", TextInputControl.class).getText()).isEqualTo("n1\ncassandra@n2");
        assertThat(node("uploadTables", TextInputControl.class).getText()).isEqualTo("shop, crm.notes");
        paste("pasteExpected", SampleLists.expected());
        paste("pasteFound", SampleLists.found());
        assertThat(text("ledgerSummary")).startsWith("6 of 8");

        type("uploadNodes", "");
        robot.interact(() -> selected.set(Optional.of(orders)));
        robot.interact(() -> selected.set(Optional.of(again)));
        assertThat(node("uploadNodes", TextInputControl.class).getText()).isEmpty();
    }

    @Test
    void saysWhereAzcopyShowsTheSignature() {
        fill();
        assertThat(node("uploadAzure", Labeled.class).isVisible()).isFalse();
        var azure = new UploadCredentials.Azure("https://x.blob.core.windows.net/c", Secret.of("sig=x"), null, "f");
        var other = TestOrganisation.migration("azure").status("ReceivingFiles", Duration.ofHours(1))
                .receives("https://x.blob.core.windows.net/c/m/", azure).build();
        robot.interact(() -> selected.set(Optional.of(other)));

        assertThat(node("uploadAzure", Labeled.class).isVisible()).isTrue();
    }

    @Test
    void onlyTheListingIsLeftOnceTheDirectoryIsSealed() {
        fill();
        robot.interact(() -> selected.set(Optional.of(TestOrganisation.migration("orders")
                .status("ImportPaused", Duration.ofHours(1)).receives("s3://ds-mig/m-orders/sstables/", KEYS)
                .build())));

        for (var gone : List.of("uploadNodes", "copyUpload", "copyCredentials", "ledgerTable", "pasteFound")) {
            assertThat(isShown(gone)).as(gone).isFalse();
        }
        assertThat(copied("copyListing")).contains("aws s3 ls --recursive", "ds-mig/m-orders/sstables")
                .doesNotContain("aws s3 cp");
        assertThat(node("uploadCommands", TextInputControl.class).getText()).doesNotContain("se+cret");

        robot.interact(() -> selected.set(Optional.of(orders)));
        assertThat(isShown("copyUpload")).isTrue();
        assertThat(isShown("copyListing")).isFalse();
    }

    private boolean isShown(String id) {
        return Stream.<Node>iterate(node(id, Node.class), Objects::nonNull, Node::getParent)
                .allMatch(Node::isVisible);
    }

    @Test
    void theTimeSinceTheListsWereKeptIsNoTimeInWhichFilesArrived() {
        fill();
        paste("pasteExpected", SampleLists.expected());
        paste("pasteFound", SampleLists.found());
        var before = feed.uploads().get(orders.key());
        window.clock.advance(Duration.ofHours(5));

        open();

        assertThat(feed.uploads().get(orders.key())).isEqualTo(before);
    }

    private void fill() {
        type("uploadNodes", "n1\ncassandra@n2");
        type("uploadSnapshot", "migrate");
        type("uploadTables", "shop, crm.notes");
    }

    private void type(String id, String text) {
        robot.interact(() -> node(id, TextInputControl.class).setText(text));
    }

    private void paste(String button, String text) {
        robot.interact(() -> {
            SystemClipboard.copy(text);
            node(button, Button.class).fire();
        });
    }

    private String copied(String button) {
        var copied = new StringBuilder();
        robot.interact(() -> {
            node(button, Button.class).fire();
            copied.append(SystemClipboard.text());
        });
        return copied.toString();
    }

    private String text(String id) {
        return node(id, Labeled.class).getText();
    }

    private <T> T node(String id, Class<T> type) {
        return type.cast(scene.lookup("#" + id));
    }

    private UploadsPanel panel() {
        return new UploadsPanel(
                window.context(new SameThreadUi()), feed, new SecretClipboard(), preferences(), selected);
    }

    private Preferences preferences() {
        return new Preferences() {
            @Override
            public Optional<String> find(String key) {
                return Optional.ofNullable(saved.get(key));
            }

            @Override
            public void save(String key, String value) {
                saved.put(key, value);
            }
        };
    }

    private static WatchedMigration receiving(String name) {
        MigrationBuilder builder = TestOrganisation.migration(name).status("ReceivingFiles", Duration.ofHours(10));
        return builder.receives("s3://ds-mig/m-" + name + "/sstables/", KEYS).build();
    }
}
