package dev.longshore.ui.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.StartFact;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeepWatchingTest {
    private final TestWindow window = new TestWindow(TestOrganisation.empty());

    @Test
    void whatWasDecidedIsKnownAgainAfterTheProgramIsKilled() {
        var keepWatching = new KeepWatching(window.preferences());

        assertThat(keepWatching.decide(true).join()).isEmpty();

        assertThat(window.savedAtOnce).containsValue("true");
        assertThat(keepWatching.isWanted()).isTrue();
    }

    @Test
    void isAsBeforeAndSaysWhyWhereItCannotBeKeptButForThisRun() {
        var keepWatching = new KeepWatching(window.preferences());
        window.savingTrouble = Optional.of(Fact.of(StartFact.SETTINGS_NOT_WRITTEN, "settings.json", "disk full"));

        assertThat(keepWatching.decide(true).join()).isEqualTo(window.savingTrouble);
        assertThat(keepWatching.decided()).isEmpty();

        keepWatching.decideForNow(true);
        assertThat(keepWatching.isWanted()).isTrue();
    }
}
