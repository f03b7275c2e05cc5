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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandPaletteTest {
    private final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
    private final UiContext context = window.context(new SameThreadUi());
    private final List<MigrationKey> opened = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final WindowCommands commands = new WindowCommands(context.texts());
    private final CommandPalette palette = new CommandPalette(
            commands, new SnapshotFeed(context), new MigrationText(context.texts(), context.times()), opened::add);

    CommandPaletteTest() {
        commands.add("F5", "shell.key.poll", () -> done.add("poll"));
        commands.add(
                Optional.empty(), "shell.key.ABORT", () -> new ActionAvailability(false, "It is closed."),
                () -> done.add("abort"));
    }

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
}
