package dev.longshore.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Status;
import dev.longshore.model.fact.Distance;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactKind;
import dev.longshore.support.ExpectedFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactJsonTest {
    private static final Path FACTS = Path.of("src/main/java/dev/longshore/model/fact");

    private static Stream<Enum<?>> constants() {
        return FactJson.ENUMS.stream().flatMap(each -> Arrays.stream(each.getEnumConstants()));
    }

    private static List<FactKind> kinds() {
        return constants().flatMap(each -> each instanceof FactKind kind ? Stream.of(kind) : Stream.empty()).toList();
    }

    @Test
    void knowsEveryKindOfFact() throws IOException {
        try (var files = Files.list(FACTS)) {
            var enums = files.filter(file -> isAKind(file))
                    .map(file -> file.getFileName().toString().replace(".java", ""));

            assertThat(FactJson.ENUMS.stream().filter(FactKind.class::isAssignableFrom).map(Class::getSimpleName))
                    .containsExactlyInAnyOrderElementsOf(enums.toList());
        }
    }

    private static boolean isAKind(Path file) {
        try {
            return Files.readString(file).contains("implements FactKind");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void eachKindComesBackAsItWas() {
        for (var kind : kinds()) {
            comesBack(Fact.of(kind, "a name", 3));
        }
    }

    @Property(tries = 500)
    void factsComeBackAsTheyWere(@ForAll("facts") Fact fact) {
        comesBack(fact);
    }

    private static void comesBack(Fact fact) {
        assertThat(FactJson.write(fact).flatMap(FactJson::read)).contains(fact);
    }

    @Provide
    Arbitrary<Fact> facts() {
        return fact(Arbitraries.lazyOf(FactJsonTest::simpleFigure, FactJsonTest::simpleFigure, this::facts));
    }

    private static Arbitrary<Fact> fact(Arbitrary<Object> figure) {
        return Arbitraries.of(kinds()).flatMap(kind -> figure.list().ofMaxSize(3).map(all -> new Fact(kind, all)));
    }

    private static Arbitrary<Object> simpleFigure() {
        return Arbitraries.oneOf(
                Arbitraries.strings().asGeneric(),
                Arbitraries.integers().asGeneric(),
                Arbitraries.longs().asGeneric(),
                Arbitraries.doubles().asGeneric(),
                Arbitraries.of(constants().toList()).asGeneric(),
                Arbitraries.strings().ofMaxLength(20).map(Status::of).asGeneric(),
                times().asGeneric(),
                times().map(Distance::new).asGeneric(),
                Arbitraries.longs().map(Duration::ofNanos).asGeneric());
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L).map(Instant::ofEpochMilli);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "{", "[]", "null", "{}", "{\"fact\": \"WatchFact.UNHEARD_OF\", \"figures\": []}",
                "{\"fact\": \"Action.PAUSE\", \"figures\": []}", "{\"fact\": \"WatchFact.NOT_ADDED\"}",
                "{\"fact\": \"WatchFact.NOT_ADDED\", \"figures\": [\"text\"]}",
                "{\"fact\": \"WatchFact.NOT_ADDED\", \"figures\": [{}]}",
                "{\"fact\": \"WatchFact.NOT_ADDED\", \"figures\": [{\"colour\": \"red\"}]}",
                "{\"fact\": \"WatchFact.NOT_ADDED\", \"figures\": [{\"time\": \"noon\"}]}",
                "{\"fact\": \"WatchFact.NOT_ADDED\", \"figures\": [{\"integer\": \"three\"}]}",
                "{\"fact\": \"WatchFact.NOT_ADDED\", \"figures\": [{\"constant\": \"Action.FLY\"}]}"
            })
    void whatCannotBeReadIsNotRead(String json) {
        assertThat(FactJson.read(json)).isEmpty();
    }

    @Test
    @ExpectedFault("A fact is recorded as text only")
    void aFigureOfAnotherTypeIsRecordedAsTextOnly() {
        assertThat(FactJson.write(Fact.of(kinds().getFirst(), new Object()))).isEmpty();
    }
}
