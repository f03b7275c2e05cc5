package dev.longshore.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.journal.PurgeResult;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.StartFact;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.watch.Retention;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionViewModelTest {
    private final TestWindow window = new TestWindow(TestOrganisation.empty());
    private final RetentionViewModel model = new RetentionViewModel(
            window.context(new SameThreadUi()), window.preferences());
    private final List<String> asked = new ArrayList<>();

    @Test
    void keepsEverythingWhereNothingIsSet() {
        assertThat(model.retention()).isEqualTo(Retention.EVERYTHING);
    }

    @Test
    void saysHowMuchWouldGoBeforeAnythingDoes() {
        window.watch.purgeResult = new PurgeResult(1200, 3);

        model.preview(Retention.of(6), (sentence, _) -> asked.add(sentence));

        assertThat(asked).singleElement().asString()
                .startsWith("1,200 observations of 3 closed migrations would be deleted now, for good.")
                .contains("older than 6 months");
        assertThat(window.watch.disposed).isEmpty();
        assertThat(model.retention()).isEqualTo(Retention.EVERYTHING);
    }

    @Test
    void throwsAwayOnceThePersonAgrees() {
        window.watch.purgeResult = new PurgeResult(1, 1);

        model.preview(Retention.of(6), (_, yes) -> yes.run());

        assertThat(window.watch.disposed).singleElement()
                .satisfies(before -> assertThat(Duration.between(before, TestOrganisation.NOW).toDays()).isBetween(181L,
                        184L));
        assertThat(model.progressProperty().get().sentence()).isEqualTo("One observation was deleted.");
        assertThat(model.retention()).isEqualTo(Retention.of(6));
    }

    @Test
    void isOnDiskBeforeAnythingIsThrownAway() {
        model.preview(Retention.of(6), (_, yes) -> yes.run());
        assertThat(window.savedAtOnce).containsEntry(Retention.KEY, "6");

        model.keepEverything();
        assertThat(window.savedAtOnce).containsEntry(Retention.KEY, "");
    }

    @Test
    void throwsNothingAwayAndSaysSoWhereItCannotBeSet() {
        window.savingTrouble = Optional.of(Fact.of(StartFact.SETTINGS_NOT_WRITTEN, "settings.json", "disk full"));

        model.preview(Retention.of(6), (_, yes) -> yes.run());

        assertThat(window.watch.disposed).isEmpty();
        assertThat(model.retention()).isEqualTo(Retention.EVERYTHING);
        assertThat(model.progressProperty().get().sentence()).contains("settings.json (disk full)");
    }

    @Test
    void saysWhereItCannotKeepEverythingAgain() {
        model.preview(Retention.of(6), (_, yes) -> yes.run());
        window.savingTrouble = Optional.of(Fact.of(StartFact.SETTINGS_NOT_WRITTEN, "settings.json", "disk full"));

        model.keepEverything();

        assertThat(model.retention()).isEqualTo(Retention.of(6));
        assertThat(model.progressProperty().get().sentence()).contains("settings.json (disk full)");
    }

    @Test
    void keepsEverythingAgainWithoutAQuestion() {
        model.preview(Retention.of(6), (_, yes) -> yes.run());

        model.keepEverything();

        assertThat(model.retention()).isEqualTo(Retention.EVERYTHING);
        assertThat(model.progressProperty().get().sentence()).isEmpty();
    }
}
