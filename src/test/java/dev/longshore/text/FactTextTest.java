package dev.longshore.text;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.longshore.model.Operation;
import dev.longshore.model.fact.CommonFact;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactKind;
import dev.longshore.model.fact.KeystoreFact;
import dev.longshore.model.fact.ServiceFact;
import dev.longshore.support.SourceFiles;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of fact has a sentence, and its sentence uses the figures its kind documents. */
class FactTextTest {
    private static final Path FACTS = Path.of("src/main/java/dev/longshore/model/fact");
    private static final String PREFIX = "text.fact.";
    private static final Pattern CONSTANT = Pattern.compile("/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*([A-Z][A-Z0-9_]*)");
    private static final Pattern FIGURES = Pattern.compile("Figures?: ([^.]*)");
    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|\\{@code [^}]*}|, (?=which|where|with|or)");

    private final ResourceBundle bundle = ResourceBundle.getBundle("dev.longshore.text.messages", Locale.ENGLISH);

    /** All but the common ones, which are worded without a text of their own. */
    static List<Class<? extends FactKind>> kinds() {
        return SourceFiles.below(FACTS, "Fact.java").stream()
                .map(FactTextTest::type)
                .filter(type -> type.isEnum() && type != CommonFact.class)
                .<Class<? extends FactKind>>map(type -> type.asSubclass(FactKind.class))
                .toList();
    }

    @Test
    void everyKindHasItsSentence() {
        var constants = kinds().stream()
                .flatMap(FactTextTest::constants)
                .map(kind -> PREFIX + kind.key())
                .collect(Collectors.toCollection(TreeSet::new));
        var keys = bundle.keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(keys).isEqualTo(constants);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noSentenceUsesMoreFiguresThanItsKindDocuments(Class<? extends FactKind> type) {
        var documented = CONSTANT.matcher(SourceFiles.read(FACTS.resolve(type.getSimpleName() + ".java"))).results()
                .collect(Collectors.toMap(found -> found.group(2), found -> figures(found.group(1))));

        assertThat(constants(type)).isNotEmpty().allSatisfy(kind -> {
            assertThat(documented).containsKey(kind.name());
            assertThat(used(kind)).as(kind.key()).isLessThanOrEqualTo(documented.get(kind.name()));
        });
    }

    @Test
    void wordsEachFigureByWhatItIs() {
        assertThat(say(Fact.of(ServiceFact.NO_REPLY, Duration.ofSeconds(90)))).isEqualTo("No reply within 1 min.");
        assertThat(say(Fact.of(ServiceFact.NOT_READ, Operation.READ_STATUS)))
                .isEqualTo("Could not read the migration's status.");
        assertThat(say(Fact.of(ServiceFact.REFUSED, Operation.PAUSE, Fact.of(ServiceFact.CODE_AND_WORDS, "403", "no"))))
                .isEqualTo("The service refused to pause the import (403: \"no\").");
        assertThat(say(Fact.of(
                ServiceFact.INVALID_CERTIFICATE, "h", Instant.EPOCH, Instant.parse("2026-11-21T13:30:00Z"))))
                .isEqualTo("The certificate of h is not valid now, only from Thu 1 Jan 1970, 00:00 UTC to"
                        + " Sat 21 Nov, 13:30 UTC.");
        assertThat(say(Fact.of(ServiceFact.REPLY_CUT_OFF, 1_234))).isEqualTo("The reply broke off after 1,234 bytes.");
        assertThat(say(Fact.of(ServiceFact.REPLY_CUT_OFF, 1))).isEqualTo("The reply broke off after one byte.");
    }

    @Test
    void tellsSentencesOneAfterTheOther() {
        assertThat(say(Fact.sentences(Fact.of(ServiceFact.NO_STATUS), Fact.of(ServiceFact.TRY_LATER))))
                .isEqualTo("The reply contains no status. Try again later.");
    }

    @ParameterizedTest
    @EnumSource
    void wordsEveryOperation(Operation operation) {
        assertThatCode(() -> say(Fact.of(ServiceFact.NOT_DONE, operation))).doesNotThrowAnyException();
    }

    @Test
    void saysWhatToDoAboutTheKeystore() {
        assertThat(say(Fact.of(KeystoreFact.NO_SESSION_BUS)))
                .startsWith("No keyring available (no D-Bus session). To store tokens, start Longshore");
        assertThat(say(Fact.of(KeystoreFact.STORED, "GNOME Keyring"))).isEqualTo(
                "Tokens are stored in GNOME Keyring.");
    }

    private int used(FactKind kind) {
        return new MessageFormat(bundle.getString(PREFIX + kind.key()), Locale.ENGLISH)
                .getFormatsByArgumentIndex().length;
    }

    private static int figures(String documentation) {
        var figures = FIGURES.matcher(documentation.replaceAll("\\s*\\n\\s*\\*?\\s*", " "));
        return figures.find() ? ASIDE.matcher(figures.group(1)).replaceAll("").split(",| and ").length : 0;
    }

    private static Stream<FactKind> constants(Class<? extends FactKind> type) {
        return Arrays.stream(type.getEnumConstants());
    }

    private static Class<?> type(Path file) {
        try {
            return Class.forName("dev.longshore.model.fact." + file.getFileName().toString().replace(".java", ""));
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }
}
