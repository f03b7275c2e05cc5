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
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatabaseForecastTest {
    private static final Forecast END = new Forecast.Range(hours(6), hours(9), Fact.recorded("From its pace."));

    @Test
    void isTheEndOfTheLastImport() {
        assertThat(DatabaseForecast.of(of(Phase.IMPORT_IN_PROGRESS, Phase.MIGRATION_DONE, Phase.CLOSED), hours(0)))
                .isEqualTo(END);
    }

    @Test
    void isNotKnownWhileOthersWait() {
        assertThat(reason(of(Phase.IMPORT_IN_PROGRESS, Phase.RECEIVING_FILES, Phase.FAILED)))
                .isEqualTo("Expected end unknown: 2 imports have yet to run. Enter the sizes under Uploads.");
    }

    @Test
    void saysThatEverythingHasEnded() {
        assertThat(reason(of(Phase.MIGRATION_DONE, Phase.CLOSED))).isEqualTo("No import is left to run.");
    }

    @Test
    void isNotKnownWhereTheStatusOfOneIsNot() {
        assertThat(reason(
                List.of(new DatabaseImport(Optional.empty(), END, OptionalDouble.empty(), OptionalLong.empty()))))
                .isEqualTo("Expected end unknown: the status of one migration is unknown.");
    }

    @Test
    void addsThoseThatWaitByTheirSizesAndThePaceOfTheOneThatRuns() {
        // Half of 10 TB takes 6 to 9 hours more, so that 5 TB take as long again.
        var running = new DatabaseImport(Optional.of(Phase.IMPORT_IN_PROGRESS), END, OptionalDouble.of(50),
                OptionalLong.of(10_000));
        var waiting = new DatabaseImport(Optional.of(Phase.RECEIVING_FILES), new Forecast.NoForecast(
                Fact.recorded("Not launched.")), OptionalDouble.empty(), OptionalLong.of(5_000));

        var range = (Forecast.Range) DatabaseForecast.of(List.of(running, waiting), hours(0));

        assertThat(range.earliest()).isEqualTo(hours(12));
        assertThat(range.latest()).isEqualTo(hours(18));
        assertThat(say(range.basis())).startsWith("By the pace of the import that runs and the sizes of one more");
    }

    @Test
    void isNotKnownWhereOneThatWaitsHasNoSize() {
        var running = new DatabaseImport(Optional.of(Phase.IMPORT_IN_PROGRESS), END, OptionalDouble.of(50),
                OptionalLong.of(10_000));

        assertThat(reason(Stream.concat(Stream.of(running), of(Phase.RECEIVING_FILES).stream()).toList()))
                .startsWith("Expected end unknown: one import has yet to run");
    }

    private static List<DatabaseImport> of(Phase... phases) {
        return Stream.of(phases).map(each -> new DatabaseImport(Optional.of(each), END, OptionalDouble.empty(),
                OptionalLong.empty())).toList();
    }

    private static String reason(List<DatabaseImport> imports) {
        return say(((Forecast.NoForecast) DatabaseForecast.of(imports, hours(0))).reason());
    }
}
