package dev.longshore.model.forecast;

import static dev.longshore.model.ModelSamples.hours;
import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Forecast;
import dev.longshore.model.Phase;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.forecast.DatabaseForecast.DatabaseImport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatabaseForecastTest {
    private static final Forecast END = new Forecast.Range(hours(6), hours(9), Fact.recorded("From its pace."));

    @Test
    void isTheEndOfTheLastImport() {
        assertThat(DatabaseForecast.of(of(Phase.IMPORT_IN_PROGRESS, Phase.MIGRATION_DONE, Phase.CLOSED)))
                .isEqualTo(END);
    }

    @Test
    void isNotKnownWhileOthersWait() {
        assertThat(reason(of(Phase.IMPORT_IN_PROGRESS, Phase.RECEIVING_FILES, Phase.FAILED)))
                .isEqualTo("2 imports have yet to run; how long one takes is known only once it runs.");
    }

    @Test
    void saysThatEverythingHasEnded() {
        assertThat(reason(of(Phase.MIGRATION_DONE, Phase.CLOSED))).isEqualTo("No import is left to run.");
    }

    @Test
    void isNotKnownWhereTheStatusOfOneIsNot() {
        assertThat(reason(List.of(new DatabaseImport(Optional.empty(), END))))
                .isEqualTo("The status of one migration is unknown.");
    }

    private static List<DatabaseImport> of(Phase... phases) {
        return Stream.of(phases).map(each -> new DatabaseImport(Optional.of(each), END)).toList();
    }

    private static String reason(List<DatabaseImport> imports) {
        return say(((Forecast.NoForecast) DatabaseForecast.of(imports)).reason());
    }
}
