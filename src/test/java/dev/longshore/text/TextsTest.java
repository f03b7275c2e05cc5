package dev.longshore.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final Texts texts = new Texts(Locale.ENGLISH);

    @Test
    void putsArgumentsIn() {
        assertThat(texts.get("fx.time.in", "6 d 4 h")).isEqualTo("in 6 d 4 h");
    }

    @Test
    void aMissingKeyIsAMistakeAndNotAText() {
        assertThatThrownBy(() -> texts.get("no.such.key")).isInstanceOf(MissingResourceException.class);
    }

    @Test
    void aLanguageWithoutTextsIsEnglishWhateverTheDefault() {
        assertThat(new Texts(Locale.JAPAN).locale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void everyTextIsAPatternThatCanBeRead() {
        var bundle = texts.bundle();

        assertThat(bundle.keySet()).isNotEmpty().allSatisfy(
                key -> assertThat(new MessageFormat(bundle.getString(key), Locale.ENGLISH).toPattern()).isNotBlank());
    }
}
