package dev.longshore.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PseudoLocaleTest {
    @Test
    void accentsBracketsAndLengthens() {
        assertThat(PseudoLocale.transformed("a.key", "Pause")).isEqualTo("⟦Þáúšé~~⟧");
    }

    @Test
    void leavesPlaceholdersAlone() {
        assertThat(PseudoLocale.transformed("a.key", "in {0}: {1,number,percent}"))
                .isEqualTo("⟦íñ {0}: {1,number,percent}~⟧");
    }

    @Test
    void accentsTheTextsOfAChoice() {
        assertThat(PseudoLocale.transformed("a.key", "{0,choice,0#no|1<{0} all}"))
                .isEqualTo("⟦{0,choice,0#ñó|1<{0} áļļ}~~⟧");
    }

    @Test
    void leavesNamesOfFilesAndPatternsOfDatesAlone() {
        assertThat(PseudoLocale.transformed("a.file", "{0}-timeline.png")).isEqualTo("{0}-timeline.png");
        assertThat(PseudoLocale.transformed("text.time.pattern.day", "EEE d MMM")).isEqualTo("EEE d MMM");
    }

    @Test
    void isFoundAsALanguageOfItsOwn() {
        assertThat(PseudoLocale.texts().get("actions.pause")).startsWith("⟦").endsWith("⟧");
        assertThat(PseudoLocale.texts().locale()).isEqualTo(PseudoLocale.LOCALE);
    }
}
