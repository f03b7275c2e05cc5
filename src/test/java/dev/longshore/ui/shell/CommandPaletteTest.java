package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.MigrationKey;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.actions.ActionAvailability;
import dev.longshore.ui.context.KeyCommand;
import dev.longshore.ui.context.KeyCommand.CommandGroup;
import dev.longshore.ui.context.KeyShortcut;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.migrations.MigrationsViewModel;
import dev.longshore.ui.shell.CommandPalette.PaletteMigrations;
import dev.longshore.watch.WatchedMigration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandPaletteTest {
    private final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
    private final UiContext context = window.context(new SameThreadUi());
    private final List<MigrationKey> opened = new ArrayList<>();
    private final List<String> requested = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final SnapshotFeed feed = new SnapshotFeed(context);
    private final MigrationsViewModel migrations = new MigrationsViewModel(context, feed);
    private final CommandPalette palette = new CommandPalette(context,
            () -> List.of(command("Refresh", KeyCommand.POLL.usual(),
                    new ActionAvailability(true, "")),
                    command("Abort the selected migration…", List.of(),
                            new ActionAvailability(false, "It is closed."))),
            feed, new PaletteMigrations() {
                @Override
                public void open(MigrationKey key) {
                    opened.add(key);
                }

                @Override
                public ActionAvailability availability(Action action, WatchedMigration migration) {
                    return migrations.actions().availability(action, migration);
                }

                @Override
                public void request(Action action, MigrationKey key) {
                    requested.add(action + " " + key.ref());
                }

                @Override
                public List<WatchedMigration> urgent(int most) {
                    return migrations.urgent(most);
                }
            });

    @ParameterizedTest
    @CsvSource({"refresh,Refresh", "FRE re,Refresh", "f5,Refresh", "abort,Abort the selected migration…",
        "orders,orders", "billing eu,billing", "importing orders,orders"})
    void findsByEveryTypedWordInAnyOrder(String typed, String label) {
        assertThat(palette.find(typed)).extracting(CommandPalette.PaletteMatch::label).contains(label);
    }

    @Test
    void findsTheMostUrgentStepsAllThatCanBeDoneAndAllMigrationsWhileNothingIsTyped() {
        var found = palette.find(" ");

        assertThat(found).hasSize(3 + 2 + 12);
        assertThat(found.getFirst().label()).isEqualTo("inventory: Schedule a later cleanup.");
        assertThat(found.getLast().label()).startsWith("Abort");
    }

    @Test
    void findsNothingForWhatIsNowhere() {
        assertThat(palette.find("poll nowhere")).isEmpty();
    }

    @Test
    void saysLastWhatCannotBeDoneAndWhy() {
        assertThat(palette.find("abort").getLast().availability())
                .isEqualTo(new ActionAvailability(false, "It is closed."));
    }

    @Test
    void aMigrationThatIsFoundIsOpened() {
        palette.find("orders prod").getFirst().action().run();

        assertThat(opened)
                .contains(TestOrganisation.migration("orders").build().key());
        assertThat(done).isEmpty();
    }

    @Test
    void anActionIsAskedForByItsVerbAndTheNameOfItsMigration() {
        palette.find("pause orders").getFirst().action().run();

        assertThat(requested)
                .containsExactly("PAUSE " + TestOrganisation.migration("orders").build().key().ref());
    }

    @Test
    void findsLettersInTheirOrderAndWhatWasDoneLastFirst() {
        palette.find("refresh").getFirst().action().run();

        assertThat(palette.find("rfr").getFirst().label()).isEqualTo("Refresh");
        assertThat(palette.find("re").getFirst().label()).isEqualTo("Refresh");
    }

    private WindowCommands.WindowCommand command(String label, List<KeyShortcut> keys,
            ActionAvailability availability) {
        return new WindowCommands.WindowCommand(label, CommandGroup.EVERYWHERE, keys, () -> availability,
                () -> done.add(label));
    }
}
