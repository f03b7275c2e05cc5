package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.MigrationKey;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.text.MigrationText;
import dev.longshore.ui.actions.ActionAvailability;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandPaletteTest {
    private final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
    private final UiContext context = window.context(new SameThreadUi());
    private final List<MigrationKey> opened = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final CommandPalette palette = new CommandPalette(
            List.of(command("Refresh", Optional.of(KeyCombination.valueOf("F5")), new ActionAvailability(true, "")),
                    command("Abort the selected migration…", Optional.empty(),
                            new ActionAvailability(false, "It is closed."))),
            new SnapshotFeed(context), new MigrationText(context.texts(), context.times()), opened::add);

    @ParameterizedTest
    @CsvSource({"refresh,Refresh", "FRE re,Refresh", "f5,Refresh", "abort,Abort the selected migration…",
        "orders,orders", "billing eu,billing", "importinprogress orders,orders"})
    void findsByEveryTypedWordInAnyOrder(String typed, String label) {
        assertThat(palette.find(typed)).extracting(CommandPalette.PaletteMatch::label).contains(label);
    }

    @Test
    void findsAllThatCanBeDoneAndAllMigrationsWhileNothingIsTyped() {
        assertThat(palette.find(" ")).hasSize(2 + 12);
    }

    @Test
    void findsNothingForWhatIsNowhere() {
        assertThat(palette.find("poll nowhere")).isEmpty();
    }

    @Test
    void saysWhyWhatCannotBeDoneCannotBeDone() {
        assertThat(palette.find("abort")).singleElement().extracting(CommandPalette.PaletteMatch::availability)
                .isEqualTo(new ActionAvailability(false, "It is closed."));
    }

    @Test
    void aMigrationThatIsFoundIsOpened() {
        palette.find("orders").getFirst().action().run();

        assertThat(opened).containsExactly(TestOrganisation.migration("orders").build().key());
        assertThat(done).isEmpty();
    }

    private WindowCommands.WindowCommand command(String label, Optional<KeyCombination> keys,
            ActionAvailability availability) {
        return new WindowCommands.WindowCommand(label, keys, false, () -> availability, () -> done.add(label));
    }
}
