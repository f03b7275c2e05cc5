package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.MigrationKey;
import dev.longshore.support.Estate;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.actions.Offer;
import dev.longshore.ui.text.MigrationText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteTest {
    private final TestWindow window = new TestWindow(Estate.dozen(Estate.PRODUCTION));
    private final Ui ui = window.ui(new SameThreadUi());
    private final List<MigrationKey> opened = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Commands commands = new Commands(ui.texts());
    private final Palette palette = new Palette(
            commands, new Feed(ui), new MigrationText(ui.texts(), ui.times()), opened::add);

    PaletteTest() {
        commands.add("F5", "shell.key.poll", () -> done.add("poll"));
        commands.add(
                Optional.empty(), "shell.key.ABORT", () -> new Offer(false, "It is closed."), () -> done.add("abort"));
    }

    @ParameterizedTest
    @CsvSource({"poll now,Poll now", "NOW po,Poll now", "f5,Poll now", "abort,Abort the selected migration…",
        "orders,orders", "billing eu,billing", "importinprogress orders,orders"})
    void findsByEveryTypedWordInAnyOrder(String typed, String label) {
        assertThat(palette.find(typed)).extracting(Palette.Found::label).contains(label);
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
        assertThat(palette.find("abort")).singleElement().extracting(Palette.Found::offer)
                .isEqualTo(new Offer(false, "It is closed."));
    }

    @Test
    void aMigrationThatIsFoundIsOpened() {
        palette.find("orders").getFirst().action().run();

        assertThat(opened).containsExactly(Estate.migration("orders").build().key());
        assertThat(done).isEmpty();
    }
}
