package dev.longshore.journal;

import static dev.longshore.journal.Samples.ORDERS;
import static dev.longshore.journal.Samples.command;
import static dev.longshore.journal.Samples.observation;
import static dev.longshore.journal.Samples.registered;

import dev.longshore.model.CommandState;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Observation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/** A program of its own that writes into a journal until it is killed, and prints a line for each row that was acknowledged. */
final class JournalWriter {
    static final String END = " kept";

    private final Journal journal;
    private final PrintStream out;
    private final String run;

    private JournalWriter(Journal journal, PrintStream out, String run) {
        this.journal = journal;
        this.out = out;
        this.run = run;
    }

    /** Takes the data folder and the number of the run. */
    public static void main(String[] arguments) {
        System.out.println("opening");
        try (var journal = SqliteJournal.open(Path.of(arguments[0]), InstantSource.system())) {
            new JournalWriter(journal, System.out, arguments[1]).writeOn();
        }
    }

    static String line(Observation observation) {
        return "observation " + Objects.requireNonNull(observation.progress()).text() + END;
    }

    static String line(String command, CommandState state) {
        return "command " + command + " " + StateWord.of(state) + END;
    }

    private void writeOn() {
        journal.keep(registered(ORDERS));
        for (int number = 0; true; number++) {
            observe(number);
            ask(number);
        }
    }

    private void observe(int number) {
        var observation = observation(ORDERS, Instant.now(), "ImportInProgress", run + "-" + number);
        journal.observed(observation, LastKnown.first(observation));
        out.println(line(observation));
    }

    private void ask(int number) {
        var id = run + "-" + number;
        var command = command(id, ORDERS, Instant.now());
        journal.intent(command);
        out.println(line(id, command.state()));
        var accepted = new CommandState.Accepted(Instant.now());
        journal.reached(id, accepted);
        out.println(line(id, accepted));
    }
}
