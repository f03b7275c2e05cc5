package dev.longshore.cli;

import dev.longshore.model.ApplicationToken;
import dev.longshore.model.JournalAddress;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.StartFact;
import dev.longshore.platform.Folders;
import dev.longshore.text.Texts;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What the program was started for, as its arguments say. */
public sealed interface Arguments {
    /** The environment variable of the token for {@code --connect}; the name the Astra CLI uses. */
    String TOKEN_VARIABLE = "ASTRA_DB_APPLICATION_TOKEN";

    /** Exit code after wrong arguments. */
    int WRONG_ARGUMENTS = 2;

    /**
     * Where everything is kept.
     *
     * @param dataFolder the data folder, when it is not the usual one
     * @param journal the journal of a team; empty for the one in the data folder
     */
    record Storage(Optional<Path> dataFolder, Optional<JournalAddress> journal) {}

    /**
     * Open the window.
     *
     * @param demo start the simulator with its sample organisation, in a data folder of its own
     * @param storage where everything is kept
     * @param connect the connection to open besides those that are kept
     * @param watch migrations of that connection to put on the list, in the order given
     * @param demoSpeed simulated seconds per second for the simulator of {@code demo}; above 0
     * @param show the migration to select, as a link names it
     */
    record OpenWindow(
            boolean demo,
            Storage storage,
            Optional<ConnectOption> connect,
            List<MigrationRef> watch,
            OptionalDouble demoSpeed,
            Optional<MigrationRef> show)
            implements
                Arguments {
        /** Copies the list. */
        public OpenWindow {
            watch = List.copyOf(watch);
        }

        /** One that shows no certain migration. */
        public OpenWindow(boolean demo, Optional<Path> dataFolder, Optional<ConnectOption> connect,
                List<MigrationRef> watch, OptionalDouble demoSpeed) {
            this(demo, new Storage(dataFolder, Optional.empty()), connect, watch, demoSpeed, Optional.empty());
        }

        /** The data folder, when it is not the usual one. */
        public Optional<Path> dataFolder() {
            return storage.dataFolder();
        }

        /**
         * The folders to work in.
         *
         * @param usual those to work in when nothing else is said
         */
        public Folders folders(Folders usual) {
            return dataFolder().map(Folders::new).orElseGet(() -> demo ? usual.forDemo() : usual);
        }
    }

    /**
     * Run the simulator alone, without a window.
     *
     * @param port the loopback port, 0 for any that is free
     * @param speed simulated seconds per second; above 0
     */
    record RunSimulator(int port, double speed) implements Arguments {}

    /** Print the version. */
    record ShowVersion() implements Arguments {}

    /**
     * Print the help.
     *
     * @param command of which command
     */
    record ShowHelp(HelpedCommand command) implements Arguments {
        /** That of the program as a whole. */
        public ShowHelp() {
            this(HelpedCommand.PROGRAM);
        }
    }

    /** What there is help for. */
    enum HelpedCommand {
        /** {@code longshore}. */
        PROGRAM,
        /** {@code longshore watch}. */
        WATCH,
        /** {@code longshore list}. */
        LIST
    }

    /**
     * Watch without a window until the process is told to stop.
     *
     * @param storage where everything is kept
     * @param connect the endpoint of a connection to open besides those that are kept
     * @param watch migrations of that connection to put on the list, in the order given
     * @param files what else it reads
     * @param listen where it answers over HTTP; empty where it does not
     */
    record RunWatch(
            Storage storage, Optional<URI> connect, List<MigrationRef> watch, WatchFiles files,
            Optional<ListenAddress> listen)
            implements
                Arguments {
        /** Copies the list. */
        public RunWatch {
            watch = List.copyOf(watch);
        }
    }

    /**
     * Files that a watch without a window reads, and what it is handed.
     *
     * @param token the file of the token
     * @param routes the file of the routes
     * @param tokensOnInput whether a window hands tokens over on the standard input
     */
    record WatchFiles(Optional<Path> token, Optional<Path> routes, boolean tokensOnInput) {}

    /**
     * Where a watch answers over HTTP.
     *
     * @param address its own; a loopback address unless there is a file of a token
     * @param port its own; 0 for any that is free
     * @param tokenFile the file of the token that a caller has to show; empty where none is needed
     */
    record ListenAddress(InetAddress address, int port, Optional<Path> tokenFile) {}

    /**
     * Print what is last known, without asking the service.
     *
     * @param storage where that is kept
     */
    record ListMigrations(Storage storage, ListFormat format) implements Arguments {}

    /** How a list is printed. */
    enum ListFormat {
        /** For people. */
        TABLE,
        /** An array of objects; times are ISO 8601. */
        JSON,
        /** RFC 4180; times are ISO 8601. */
        CSV
    }

    /**
     * Nothing; they are wrong. Goes to standard error, with {@link #WRONG_ARGUMENTS} as exit code.
     *
     * @param why what is wrong, in one sentence on one line
     */
    record InvalidArguments(Fact why) implements Arguments {}

    /**
     * A connection given at the start.
     *
     * @param endpoint base URL without a trailing slash; https, or http to a loopback address
     * @param token from {@link #TOKEN_VARIABLE}; kept in memory only
     */
    record ConnectOption(URI endpoint, Secret token) {
        static ConnectOption of(String url, Map<String, String> environment, Function<String, URI> endpoints) {
            return new ConnectOption(OptionReader.endpoint(url, endpoints), token(environment));
        }

        private static Secret token(Map<String, String> environment) {
            try {
                return ApplicationToken.in(environment.getOrDefault(TOKEN_VARIABLE, "").toCharArray())
                        .orElseThrow(() -> new FactException(Fact.of(StartFact.TOKEN_NOT_SET)));
            } catch (FactException e) {
                throw e.fact().kind() == StartFact.TOKEN_NOT_SET ? e
                        : new FactException(Fact.of(StartFact.TOKEN_MALFORMED, e.fact()), e);
            }
        }
    }

    /** The help, all of it, with its line ends. */
    static String help(Texts texts) {
        return help(HelpedCommand.PROGRAM, texts);
    }

    /** The help of one command, with its line ends. */
    static String help(HelpedCommand command, Texts texts) {
        return switch (command) {
            case PROGRAM -> CommandLineOptions.help(texts);
            case WATCH -> WatchOptions.help(texts);
            case LIST -> ListOptions.help(texts);
        };
    }

    /**
     * Reads the arguments. Never throws; touches neither disk nor network.
     *
     * @param environment the environment variables
     * @param endpoints reads the address of an endpoint, or throws a {@link FactException}
     */
    static Arguments parse(
            List<String> arguments, Map<String, String> environment, Function<String, URI> endpoints) {
        if (arguments.isEmpty()) {
            // As nearly every start from a menu; the classes that read options need a tenth of it.
            return new OpenWindow(false, Optional.empty(), Optional.empty(), List.of(), OptionalDouble.empty());
        }
        try {
            return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
                case "watch" -> OptionReader.read(new WatchOptions(), arguments.subList(1, arguments.size()))
                        .toArguments(endpoints);
                case "list" -> OptionReader.read(new ListOptions(), arguments.subList(1, arguments.size()))
                        .toArguments();
                default -> CommandLineOptions.read(arguments).toArguments(environment, endpoints);
            };
        } catch (FactException e) {
            return new InvalidArguments(e.fact());
        }
    }
}
