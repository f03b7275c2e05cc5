package dev.longshore.model.forecast;

import dev.longshore.model.Forecast;
import dev.longshore.model.Phase;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ForecastFact;
import java.util.List;
import java.util.Optional;

/** When all imports of a database are expected to have ended. They run one after the other. Pure. */
public final class DatabaseForecast {
    private DatabaseForecast() {}

    /**
     * One of its migrations.
     *
     * @param phase what was last seen of it; empty before the first answer and for an undocumented status
     * @param expectedEnd when its import is expected to end
     */
    public record DatabaseImport(Optional<Phase> phase, Forecast expectedEnd) {}

    /** The end of the import that runs, where it is the last one; else what is missing to tell. */
    public static Forecast of(List<DatabaseImport> imports) {
        var unclear = imports.stream().filter(each -> each.phase().isEmpty()).count();
        var waiting = imports.stream().filter(each -> each.phase().filter(DatabaseForecast::isToCome).isPresent())
                .count();
        var running = imports.stream().filter(each -> each.phase().filter(Phase::occupiesTheDatabase).isPresent())
                .findFirst();
        if (unclear > 0) {
            return new Forecast.NoForecast(Fact.of(ForecastFact.DATABASE_UNCLEAR, unclear));
        }
        if (waiting > 0) {
            return new Forecast.NoForecast(Fact.of(ForecastFact.DATABASE_WAITS, waiting));
        }
        return running.map(DatabaseImport::expectedEnd)
                .orElse(new Forecast.NoForecast(Fact.of(ForecastFact.DATABASE_DONE)));
    }

    /** How long an import takes is known only once it runs. */
    private static boolean isToCome(Phase phase) {
        return switch (phase) {
            case INITIALIZING, RECEIVING_FILES, FAILED -> true;
            case STARTING, IMPORT_IN_PROGRESS, PAUSED, MIGRATION_DONE, ABORTED, CLEANING_UP_FILES, CLOSED -> false;
        };
    }
}
