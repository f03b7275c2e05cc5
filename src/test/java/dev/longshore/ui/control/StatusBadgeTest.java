package dev.longshore.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.support.FxExtension;
import dev.longshore.text.Texts;
import dev.longshore.ui.look.IconStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.Ikon;

@ExtendWith(FxExtension.class)
class StatusBadgeTest {
    private final StatusBadge badge = new StatusBadge(new Texts(Locale.ENGLISH));

    @ParameterizedTest
    @CsvSource({
        "Initializing, Initializing, role-running",
        "READY, Receiving files, role-uploading",
        "STARTING, Starting, role-running",
        "IN_PROGRESS, Importing, role-running",
        "paused, Paused, role-waiting",
        "DONE, Done, role-good",
        "ERROR, Failed, role-danger",
        "Aborted, Aborted, role-risk",
        "CleaningUpFiles, Cleaning up, role-neutral",
        "Closed, Closed, role-neutral"})
    void saysAFriendlyWordAndTheServicesOwn(String raw, String word, String role) {
        badge.setStatus(Status.of(raw));

        assertThat(badge.getText()).isEqualTo(word);
        assertThat(badge.getStyleClass()).contains(role);
        assertThat(badge.getTooltip().getText()).isEqualTo(word + "\nThe service calls it “" + raw + "”.");
        assertThat(badge.getAccessibleText()).startsWith("Status: " + word + ". ").contains(raw);
    }

    @Test
    void anUnknownWordIsShownAsItCame() {
        badge.setStatus(Status.of("Reticulating"));

        assertThat(badge.getText()).isEqualTo("Reticulating");
        assertThat(badge.getTooltip().getText()).contains("“Reticulating”").contains("Undocumented status");
    }

    @Test
    void noStatusIsNotObservedYet() {
        badge.setStatus(Status.of("Closed"));
        badge.setStatus(null);

        assertThat(badge.getText()).isEqualTo("not checked yet");
        assertThat(badge.getAccessibleText()).contains("has not answered");
    }

    @Test
    void anOldStatusSaysSo() {
        badge.setStatus(Status.of("Closed"));
        badge.setStale(true);

        assertThat(badge.getText()).isEqualTo("Closed (old)");
        assertThat(badge.getPseudoClassStates()).anyMatch(each -> each.getPseudoClassName().equals("stale"));
        assertThat(badge.getAccessibleText()).contains("Out of date");
    }

    @Test
    void hasTheColoursOfOneStatusOnly() {
        List.of("Initializing", "ERROR", "DONE").forEach(each -> badge.setStatus(Status.of(each)));

        assertThat(badge.getStyleClass()).filteredOn(each -> each.startsWith("role-")).containsExactly("role-good");
    }

    @Test
    void noTwoStatusesHaveTheSameShape() {
        var shapes = Arrays.stream(Phase.values())
                .map(each -> IconStyle.of(new Status.KnownStatus(each, each.name())).icon())
                .toList();

        assertThat(shapes).doesNotHaveDuplicates();
        assertThat(shapes).doesNotContain(IconStyle.of(Status.of("Reticulating")).icon());
        assertThat(shapes).doesNotContain(new Ikon[]{IconStyle.of((Status) null).icon()});
    }
}
