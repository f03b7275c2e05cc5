package dev.longshore.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiRequest;
import dev.longshore.devops.InitializeRequest;
import dev.longshore.model.ProxyChoice;
import dev.longshore.support.FakeWatch.RequestedInitialize;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.text.Texts;
import dev.longshore.ui.connect.ProxyViewModel.ProxyMode;
import dev.longshore.ui.context.UiContext;
import java.math.BigDecimal;
import java.net.URI;
import java.text.NumberFormat;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The number that is typed is the number that is sent, in the region of whoever types; anything else is refused. */
class NumbersAsTypedTest {
    private static final URI ENDPOINT = URI.create("https://api.example.com");

    private final TestWindow window = new TestWindow(TestOrganisation.empty());

    @Property
    void theNumberOfJobsIsSentAsItWasTyped(@ForAll @IntRange(min = 1, max = 99_999) int jobs,
            @ForAll("regions") Locale region) {
        for (var typed : forms(BigDecimal.valueOf(jobs), region)) {
            assertThat(sent(region, typed, "")).as(typed).contains("concurrency=" + jobs);
        }
    }

    @Property
    void theSizeOfASubsetIsSentAsItWasTyped(
            @ForAll @BigRange(min = "0.001", max = "999999") @Scale(3) BigDecimal gigabytes,
            @ForAll("regions") Locale region) {
        for (var typed : forms(gigabytes, region)) {
            assertThat(sent(region, "", typed)).as(typed)
                    .contains("targetSubsetSizeGB=" + gigabytes.stripTrailingZeros().toPlainString());
        }
    }

    /** As the region writes it, with groups and without, and in ASCII digits. */
    private static List<String> forms(BigDecimal number, Locale region) {
        var format = NumberFormat.getInstance(region);
        format.setMaximumFractionDigits(3);
        var grouped = format.format(number);
        format.setGroupingUsed(false);
        return List.of(grouped, format.format(number), " " + format.format(number) + "\u00a0");
    }

    @Property
    void whateverIsTypedIsSentAsThatOrRefusedWithASentence(@ForAll("typed") String jobs, @ForAll("typed") String size,
            @ForAll("regions") Locale region) {
        var sent = sent(region, jobs, size);

        if (sent.contains("concurrency=")) {
            assertThat(digits(jobs).replaceFirst("^0+", "")).as(jobs).isEqualTo(number(sent, "concurrency"));
        }
        if (sent.contains("targetSubsetSizeGB=")) {
            assertThat(significant(digits(size))).as(size)
                    .isEqualTo(significant(number(sent, "targetSubsetSizeGB").replace(".", "")));
        }
    }

    /** The digits alone: whatever a sign between them means, none is lost. */
    private static String digits(String text) {
        var digits = new StringBuilder();
        text.codePoints().filter(Character::isDigit).forEach(each -> digits.append(Character.digit(each, 10)));
        return digits.toString();
    }

    private static String significant(String digits) {
        return digits.replaceFirst("^0+", "").replaceFirst("0+$", "");
    }

    private static String number(String query, String name) {
        return query.replaceFirst("^(?:.*&)?" + name + "=", "").replaceFirst("&.*", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.12345678901234567890123", "5\u00b2", "6,5,", "1e3", "\u00bd", "0x10", "7%", "--7", "1 0"})
    void aSizeThatCannotBeSentAsItStandsIsRefused(String typed) {
        assertThat(sent(Locale.US, "", typed)).isEmpty();
    }

    @Property
    void thePortOfAProxyIsTheOneThatWasTyped(@ForAll @IntRange(min = 1, max = 65_535) int port,
            @ForAll("around") String around) {
        var proxy = new ConnectViewModel(context(Locale.US), Runnable::run, URI::create, _ -> Optional.empty(),
                Optional.empty()).proxy();
        proxy.modeProperty().set(ProxyMode.PROXY);
        proxy.proxyProperty().set(around + "proxy.example.com:" + port + around);

        assertThat(proxy.choice()).isEqualTo(new ProxyChoice.Http("proxy.example.com", port));
    }

    /** The query of the request that goes out; empty where none does. */
    private String sent(Locale region, String jobs, String size) {
        window.watch.initialized.clear();
        var snapshot = TestOrganisation.of();
        var model = new InitializeViewModel(context(region), snapshot, Optional.empty());
        model.databaseProperty().set(TestOrganisation.PROD_EU);
        model.concurrencyProperty().set(jobs);
        model.subsetSizeProperty().set(size);

        model.initialize();

        assertThat(model.stateProperty().get()).isNotNull();
        return window.watch.initialized.stream().map(RequestedInitialize::request)
                .map(NumbersAsTypedTest::query).findFirst().orElse("");
    }

    private static String query(InitializeRequest request) {
        return String.valueOf(ApiRequest.initialize(request).at(ENDPOINT).getQuery());
    }

    private UiContext context(Locale region) {
        return window.context(new SameThreadUi(), new Texts(Locale.ENGLISH), ZoneOffset.UTC, region);
    }

    @Provide
    Arbitrary<Locale> regions() {
        return Arbitraries.of("en-US", "de-DE", "de-CH", "fr-FR", "tr-TR", "ja-JP", "th-TH-u-nu-thai", "ar-EG", "sv-SE")
                .map(Locale::forLanguageTag);
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.of("0", "1", "7", "000", "12", "999", ".", ",", " ", "'", "\u2019", "\u00a0", "-", "+", "e",
                "\u0665", "\uff15", "\u066b", "\u066c", "\u00b2", "x", "\u200b").list().ofMaxSize(6)
                .map(each -> String.join("", each));
    }

    @Provide
    Arbitrary<String> around() {
        return Arbitraries.of("", " ", "\u00a0", "\u200b", "\ufeff", "\u2060 ");
    }
}
