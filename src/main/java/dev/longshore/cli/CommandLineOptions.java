package dev.longshore.cli;

import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.StartFact;
import dev.longshore.text.Texts;
import dev.longshore.usertext.CleanText;
import dev.longshore.usertext.NumberText;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** The options as they stand on the command line: text that picocli has taken apart and nobody has judged yet. */
@Command(
        name = "longshore",
        customSynopsis = {
            "longshore [--demo [--speed N]] [--data-dir DIR] [--connect URL [--watch DBID/MIGRATIONID]...] [LINK]",
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

    @Parameters(arity = "0..1", paramLabel = "LINK", descriptionKey = "cli.help.link")
    @Nullable String link;

    static CommandLineOptions read(List<String> arguments) {
        var options = new CommandLineOptions();
        try {
            new CommandLine(options).setExpandAtFiles(false).parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            throw unreadable(e);
        }
        return options;
    }

    static String help(Texts texts) {
        var commandLine = new CommandLine(new CommandLineOptions()).setResourceBundle(texts.bundle());
        commandLine.getCommandSpec().usageMessage()
                .header(texts.get("cli.help.header") + "%n").synopsisHeading(texts.get("cli.help.usage") + " ");
        return commandLine.getUsageMessage();
    }

    Arguments toArguments(Map<String, String> environment, Function<String, URI> endpoints) {
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
            throw exception(StartFact.SIMULATOR_ALONE, String.join(", ", others));
        }
        return new Arguments.RunSimulator(port(port), speed == null ? 1 : speed(speed));
    }

    private static int port(String text) {
        return NUMBERS.readWhole(text, 0, HIGHEST_PORT)
                .orElseThrow(() -> exception(StartFact.PORT_MALFORMED, text));
    }

    private static double speed(String text) {
        return NUMBERS.read(text).map(BigDecimal::doubleValue).filter(speed -> speed > 0 && speed <= HIGHEST_SPEED)
                .orElseThrow(() -> exception(StartFact.SPEED_MALFORMED, text));
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
        if (link != null) {
            given.add("LINK");
        }
        return given;
    }

    private Arguments window(Map<String, String> environment, Function<String, URI> endpoints) {
        if (!watch.isEmpty() && connect == null) {
            throw exception(StartFact.WATCH_NEEDS_CONNECT);
        }
        if (speed != null && !demo) {
            throw exception(StartFact.SPEED_NEEDS_SIMULATOR);
        }
        var connection = connect == null
                ? Optional.<Arguments.ConnectOption>empty()
                : Optional.of(Arguments.ConnectOption.of(connect, environment, endpoints));
        return new Arguments.OpenWindow(demo, folder(), connection, migrations(), demoSpeed(), show());
    }

    private OptionalDouble demoSpeed() {
        return speed == null ? OptionalDouble.empty() : OptionalDouble.of(speed(speed));
    }

    private Optional<Path> folder() {
        if (dataFolder == null) {
            return Optional.empty();
        }
        if (dataFolder.isBlank()) {
            throw exception(StartFact.DATA_DIR_EMPTY);
        }
        try {
            return Optional.of(Path.of(dataFolder).toAbsolutePath());
        } catch (InvalidPathException e) {
            throw exception(StartFact.DATA_DIR_MALFORMED, dataFolder, e.getReason());
        }
    }

    /** What stands without an option is a link, or nothing that is understood; it is not repeated, as it may be a token. */
    private Optional<MigrationRef> show() {
        if (link == null) {
            return Optional.empty();
        }
        return Optional.of(MigrationRef.ofLink(link).orElseThrow(() -> exception(StartFact.LINK_MALFORMED)));
    }

    private List<MigrationRef> migrations() {
        var migrations = new ArrayList<MigrationRef>();
        for (var text : watch) {
            migrations.add(migration(text).orElseThrow(() -> exception(StartFact.WATCH_MALFORMED, text)));
        }
        return migrations;
    }

    private static Optional<MigrationRef> migration(String text) {
        try {
            return Optional.of(MigrationRef.parse(CleanText.of(text))).filter(MigrationRef::hasServiceIds);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    // picocli's own messages can run over several lines and repeat what was typed, a token by mistake included.
    private static FactException unreadable(ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException unmatched -> unknown(unmatched.getUnmatched().getFirst());
            case MissingParameterException missing when missing.getMissing().getFirst() instanceof OptionSpec option ->
                exception(StartFact.VALUE_MISSING, option.longestName());
            case OverwrittenOptionException twice when twice.getOverwritten() instanceof OptionSpec option ->
                exception(StartFact.GIVEN_TWICE, option.longestName());
            default -> exception(StartFact.ARGUMENTS_UNREADABLE);
        };
    }

    private static FactException unknown(String first) {
        return first.startsWith("-")
                ? exception(StartFact.UNKNOWN_OPTION, first.replaceFirst("=.*", ""))
                : exception(StartFact.TOO_MANY_ARGUMENTS);
    }

    private static FactException exception(StartFact kind, Object... figures) {
        return new FactException(Fact.of(kind, figures));
    }
}
