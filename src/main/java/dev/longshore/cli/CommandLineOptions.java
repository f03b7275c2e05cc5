package dev.longshore.cli;

import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.StartFact;
import dev.longshore.text.Texts;
import dev.longshore.usertext.NumberText;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options as they stand on the command line: text that picocli has taken apart and nobody has judged yet. */
@Command(
        name = "longshore",
        customSynopsis = {
            "longshore [--demo [--speed N]] [--data-dir DIR] [--journal JDBC-URL]",
            "                 [--connect URL [--watch DBID/MIGRATIONID]...] [LINK]",
            "       longshore watch | list [--help]",
            "       longshore --simulator PORT [--speed N]",
            "       longshore --version | --help"
        },
        sortOptions = false,
        usageHelpAutoWidth = false)
final class CommandLineOptions {
    private static final int HIGHEST_PORT = 65_535;

    private static final NumberText NUMBERS = new NumberText(Locale.ROOT);
    private static final double HIGHEST_SPEED = 1_000_000;

    @Option(names = "--demo", descriptionKey = "cli.help.demo") boolean demo;

    @Option(names = "--data-dir", paramLabel = "DIR", descriptionKey = "cli.help.dataDir")
    @Nullable String dataFolder;

    @Option(names = "--journal", paramLabel = "JDBC-URL", descriptionKey = "cli.help.journal")
    @Nullable String journal;

    @Option(
            names = "--connect",
            paramLabel = "URL",
            descriptionKey = "cli.help.connect")
    @Nullable String connect;

    @Option(
            names = "--watch",
            paramLabel = "DBID/MIGRATIONID",
            descriptionKey = "cli.help.watch") List<String> watch = new ArrayList<>();

    @Option(
            names = "--simulator",
            paramLabel = "PORT",
            descriptionKey = "cli.help.simulator")
    @Nullable String simulator;

    @Option(names = "--speed", paramLabel = "N", descriptionKey = "cli.help.speed")
    @Nullable String speed;

    @Option(names = "--version", descriptionKey = "cli.help.version") boolean version;

    @Option(names = "--help", usageHelp = true, descriptionKey = "cli.help.help") boolean help;

    @Parameters(arity = "0..1", paramLabel = "LINK", descriptionKey = "cli.help.link")
    @Nullable String link;

    static CommandLineOptions read(List<String> arguments) {
        return OptionReader.read(new CommandLineOptions(), arguments);
    }

    static String help(Texts texts) {
        return OptionReader.help(new CommandLineOptions(), "cli.help.header", texts);
    }

    Arguments toArguments(Map<String, String> environment, Function<String, URI> endpoints) {
        if ((help || version) && link != null) {
            throw OptionReader.exception(StartFact.TOO_MANY_ARGUMENTS);
        }
        if (help) {
            return new Arguments.ShowHelp();
        }
        if (version) {
            return new Arguments.ShowVersion();
        }
        return simulator == null ? window(environment, endpoints) : simulatorAlone(simulator);
    }

    private Arguments simulatorAlone(String port) {
        var others = optionsOfTheWindow();
        if (!others.isEmpty()) {
            throw OptionReader.exception(StartFact.SIMULATOR_ALONE, String.join(", ", others));
        }
        return new Arguments.RunSimulator(port(port), speed == null ? 1 : speed(speed));
    }

    private static int port(String text) {
        return NUMBERS.readWhole(text, 0, HIGHEST_PORT)
                .orElseThrow(() -> OptionReader.exception(StartFact.PORT_MALFORMED, text));
    }

    private static double speed(String text) {
        return NUMBERS.read(text).map(BigDecimal::doubleValue).filter(speed -> speed > 0 && speed <= HIGHEST_SPEED)
                .orElseThrow(() -> OptionReader.exception(StartFact.SPEED_MALFORMED, text));
    }

    private List<String> optionsOfTheWindow() {
        var given = new ArrayList<String>();
        if (demo) {
            given.add("--demo");
        }
        if (dataFolder != null) {
            given.add("--data-dir");
        }
        if (journal != null) {
            given.add("--journal");
        }
        if (connect != null) {
            given.add("--connect");
        }
        if (!watch.isEmpty()) {
            given.add("--watch");
        }
        if (link != null) {
            given.add("LINK");
        }
        return given;
    }

    private Arguments window(Map<String, String> environment, Function<String, URI> endpoints) {
        if (!watch.isEmpty() && connect == null) {
            throw OptionReader.exception(StartFact.WATCH_NEEDS_CONNECT);
        }
        if (journal != null && demo) {
            throw OptionReader.exception(StartFact.JOURNAL_OF_DEMONSTRATION);
        }
        if (speed != null && !demo) {
            throw OptionReader.exception(StartFact.SPEED_NEEDS_SIMULATOR);
        }
        var connection = connect == null
                ? Optional.<Arguments.ConnectOption>empty()
                : Optional.of(Arguments.ConnectOption.of(connect, environment, endpoints));
        return new Arguments.OpenWindow(
                demo, new Arguments.Storage(OptionReader.folder(dataFolder), OptionReader.journal(journal)), connection,
                OptionReader.migrations(watch), demoSpeed(), show());
    }

    private OptionalDouble demoSpeed() {
        return speed == null ? OptionalDouble.empty() : OptionalDouble.of(speed(speed));
    }

    /** What stands without an option is a link, or nothing that is understood; it is not repeated, as it may be a token. */
    private Optional<MigrationRef> show() {
        if (link == null) {
            return Optional.empty();
        }
        return Optional
                .of(MigrationRef.ofLink(link).orElseThrow(() -> OptionReader.exception(StartFact.LINK_MALFORMED)));
    }
}
