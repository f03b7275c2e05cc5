package dev.longshore.cli;

import dev.longshore.model.MigrationRef;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The options as they stand on the command line: text that picocli has taken apart and nobody has judged yet. */
@Command(
        name = "longshore",
        header = "A desktop console for Astra DB Sideloader migrations.%n",
        customSynopsis = {
            "longshore [--demo [--speed N]] [--data-dir DIR] [--connect URL [--watch DBID/MIGRATIONID]...]",
            "       longshore --simulator PORT [--speed N]",
            "       longshore --version | --help"
        },
        sortOptions = false,
        usageHelpAutoWidth = false)
final class CommandLineOptions {

    @Option(names = "--demo", description = "Start the built-in simulator, in a data folder of its own.") boolean demo;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Keep list, journal, settings and log in DIR.")
    @Nullable String dataFolder;

    @Option(
            names = "--connect",
            paramLabel = "URL",
            description = "Open a connection to that endpoint; its token is taken from the environment variable "
                    + Arguments.TOKEN_VARIABLE + " and kept in memory only.")
    @Nullable String connect;

    @Option(
            names = "--watch",
            paramLabel = "DBID/MIGRATIONID",
            description = "Put a migration of that connection on the list; can be given several times.") List<String> watch = new ArrayList<>();

    @Option(
            names = "--simulator",
            paramLabel = "PORT",
            description = "Run the simulator alone, without a window, on that loopback port (0: any free one).")
    @Nullable String simulator;

    @Option(names = "--speed", paramLabel = "N", description = "Let the simulator run N times as fast as life.")
    @Nullable String speed;

    @Option(names = "--version", versionHelp = true, description = "Print the version.") boolean version;

    @Option(names = "--help", usageHelp = true, description = "Print this help.") boolean help;

    static CommandLineOptions read(List<String> arguments) throws InvalidArgumentsException {
        var options = new CommandLineOptions();
        try {
            new CommandLine(options).setExpandAtFiles(false).parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            throw new InvalidArgumentsException(sentence(e));
        }
        return options;
    }

    Arguments toArguments(Map<String, String> environment) throws InvalidArgumentsException {
        if (help) {
            return new Arguments.ShowHelp(new CommandLine(this).getUsageMessage());
        }
        if (version) {
            return new Arguments.ShowVersion();
        }
        return simulator == null ? window(environment) : simulatorAlone(simulator);
    }

    private Arguments simulatorAlone(String port) throws InvalidArgumentsException {
        var others = optionsOfTheWindow();
        if (!others.isEmpty()) {
            throw new InvalidArgumentsException(
                    "--simulator runs the simulator alone: leave out " + String.join(" and ", others) + ".");
        }
        return new Arguments.RunSimulator(NumberArgument.port(port), speed == null ? 1 : NumberArgument.speed(speed));
    }

    private List<String> optionsOfTheWindow() {
        var given = new ArrayList<String>();
        if (demo) {
            given.add("--demo");
        }
        if (dataFolder != null) {
            given.add("--data-dir");
        }
        if (connect != null) {
            given.add("--connect");
        }
        if (!watch.isEmpty()) {
            given.add("--watch");
        }
        return given;
    }

    private Arguments window(Map<String, String> environment) throws InvalidArgumentsException {
        if (!watch.isEmpty() && connect == null) {
            throw new InvalidArgumentsException("--watch needs --connect, which says whose migration it is.");
        }
        if (speed != null && !demo) {
            throw new InvalidArgumentsException("--speed is for the simulator: it needs --demo or --simulator.");
        }
        var connection = connect == null
                ? Optional.<Arguments.ConnectOption>empty()
                : Optional.of(EndpointArgument.connectTo(connect, environment));
        return new Arguments.OpenWindow(demo, folder(), connection, migrations(), demoSpeed());
    }

    private OptionalDouble demoSpeed() throws InvalidArgumentsException {
        return speed == null ? OptionalDouble.empty() : OptionalDouble.of(NumberArgument.speed(speed));
    }

    private Optional<Path> folder() throws InvalidArgumentsException {
        if (dataFolder == null) {
            return Optional.empty();
        }
        if (dataFolder.isBlank()) {
            throw new InvalidArgumentsException("--data-dir needs the path of a folder.");
        }
        try {
            return Optional.of(Path.of(dataFolder).toAbsolutePath());
        } catch (InvalidPathException e) {
            throw new InvalidArgumentsException(
                    "\"" + dataFolder + "\" after --data-dir is no path: " + e.getReason() + ".");
        }
    }

    private List<MigrationRef> migrations() throws InvalidArgumentsException {
        var migrations = new ArrayList<MigrationRef>();
        for (var text : watch) {
            try {
                migrations.add(MigrationRef.parse(text));
            } catch (IllegalArgumentException e) {
                throw new InvalidArgumentsException("--watch: " + e.getMessage());
            }
        }
        return migrations;
    }

    // picocli's own messages can run over several lines and repeat what was typed, a token by mistake included.
    private static String sentence(ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException unmatched -> unknown(unmatched);
            case MissingParameterException missing ->
                name(missing.getMissing().getFirst()) + " needs a value; --help shows how.";
            case OverwrittenOptionException twice -> name(twice.getOverwritten()) + " can be given only once.";
            default -> "The arguments cannot be read; --help shows how they are written.";
        };
    }

    private static String unknown(UnmatchedArgumentException e) {
        var first = e.getUnmatched().getFirst();
        if (!first.startsWith("-")) {
            return "There is one argument too many; --help shows which there are.";
        }
        return "There is no option " + first.replaceFirst("=.*", "") + "; --help shows which there are.";
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : "An argument";
    }
}
