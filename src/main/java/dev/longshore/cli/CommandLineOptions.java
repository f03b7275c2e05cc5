package dev.longshore.cli;

import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.StartFact;
import dev.longshore.text.Texts;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The options as they stand on the command line: text that picocli has taken apart and nobody has judged yet. */
@Command(
        name = "longshore",
        customSynopsis = {
            "longshore [--demo [--speed N]] [--data-dir DIR] [--connect URL [--watch DBID/MIGRATIONID]...]",
            "       longshore --simulator PORT [--speed N]",
            "       longshore --version | --help"
        },
        sortOptions = false,
        usageHelpAutoWidth = false)
final class CommandLineOptions {

    @Option(names = "--demo", descriptionKey = "cli.help.demo") boolean demo;

    @Option(names = "--data-dir", paramLabel = "DIR", descriptionKey = "cli.help.dataDir")
    @Nullable String dataFolder;

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

    @Option(names = "--version", versionHelp = true, descriptionKey = "cli.help.version") boolean version;

    @Option(names = "--help", usageHelp = true, descriptionKey = "cli.help.help") boolean help;

    static CommandLineOptions read(List<String> arguments) throws InvalidArgumentsException {
        var options = new CommandLineOptions();
        try {
            new CommandLine(options).setExpandAtFiles(false).parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            throw exception(e);
        }
        return options;
    }

    static String help(Texts texts) {
        var commandLine = new CommandLine(new CommandLineOptions()).setResourceBundle(texts.bundle());
        commandLine.getCommandSpec().usageMessage().header(texts.get("cli.help.header") + "%n");
        return commandLine.getUsageMessage();
    }

    Arguments toArguments(Map<String, String> environment, Function<String, URI> endpoints)
            throws InvalidArgumentsException {
        if (help) {
            return new Arguments.ShowHelp();
        }
        if (version) {
            return new Arguments.ShowVersion();
        }
        return simulator == null ? window(environment, endpoints) : simulatorAlone(simulator);
    }

    private Arguments simulatorAlone(String port) throws InvalidArgumentsException {
        var others = optionsOfTheWindow();
        if (!others.isEmpty()) {
            throw new InvalidArgumentsException(StartFact.SIMULATOR_ALONE, String.join(", ", others));
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

    private Arguments window(Map<String, String> environment, Function<String, URI> endpoints)
            throws InvalidArgumentsException {
        if (!watch.isEmpty() && connect == null) {
            throw new InvalidArgumentsException(StartFact.WATCH_NEEDS_CONNECT);
        }
        if (speed != null && !demo) {
            throw new InvalidArgumentsException(StartFact.SPEED_NEEDS_SIMULATOR);
        }
        var connection = connect == null
                ? Optional.<Arguments.ConnectOption>empty()
                : Optional.of(Arguments.ConnectOption.of(connect, environment, endpoints));
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
            throw new InvalidArgumentsException(StartFact.DATA_DIR_EMPTY);
        }
        try {
            return Optional.of(Path.of(dataFolder).toAbsolutePath());
        } catch (InvalidPathException e) {
            throw new InvalidArgumentsException(StartFact.DATA_DIR_MALFORMED, dataFolder, e.getReason());
        }
    }

    private List<MigrationRef> migrations() throws InvalidArgumentsException {
        var migrations = new ArrayList<MigrationRef>();
        for (var text : watch) {
            try {
                migrations.add(MigrationRef.parse(text));
            } catch (IllegalArgumentException e) {
                throw new InvalidArgumentsException(StartFact.WATCH_MALFORMED, text);
            }
        }
        return migrations;
    }

    // picocli's own messages can run over several lines and repeat what was typed, a token by mistake included.
    private static InvalidArgumentsException exception(ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException unmatched -> unknown(unmatched.getUnmatched().getFirst());
            case MissingParameterException missing when missing.getMissing().getFirst() instanceof OptionSpec option ->
                new InvalidArgumentsException(StartFact.VALUE_MISSING, option.longestName());
            case OverwrittenOptionException twice when twice.getOverwritten() instanceof OptionSpec option ->
                new InvalidArgumentsException(StartFact.GIVEN_TWICE, option.longestName());
            default -> new InvalidArgumentsException(StartFact.ARGUMENTS_UNREADABLE);
        };
    }

    private static InvalidArgumentsException unknown(String first) {
        return first.startsWith("-")
                ? new InvalidArgumentsException(StartFact.UNKNOWN_OPTION, first.replaceFirst("=.*", ""))
                : new InvalidArgumentsException(StartFact.TOO_MANY_ARGUMENTS);
    }
}
