package dev.longshore.cli;

import dev.longshore.model.ApplicationToken;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.StartFact;
import dev.longshore.platform.Folders;
import dev.longshore.text.Texts;
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
     * Open the window.
     *
     * @param demo start the simulator with its estate, in a data folder of its own
     * @param dataFolder the data folder, when it is not the usual one
     * @param connect the connection to open besides those that are kept
     * @param watch migrations of that connection to put on the list, in the order given
     * @param demoSpeed simulated seconds per second for the simulator of {@code demo}; above 0
     * @param show the migration to select, as a link names it
     */
    record OpenWindow(
            boolean demo,
            Optional<Path> dataFolder,
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
            this(demo, dataFolder, connect, watch, demoSpeed, Optional.empty());
        }

        /**
         * The folders to work in.
         *
         * @param usual those to work in when nothing else is said
         */
        public Folders folders(Folders usual) {
            return dataFolder.map(Folders::new).orElseGet(() -> demo ? usual.forDemo() : usual);
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

    /** Print the help. */
    record ShowHelp() implements Arguments {}

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
            return new ConnectOption(endpoint(url, endpoints), token(environment));
        }

        private static URI endpoint(String url, Function<String, URI> endpoints) {
            try {
                return endpoints.apply(url);
            } catch (FactException e) {
                throw new FactException(Fact.of(StartFact.CONNECT_UNUSABLE, e.fact()), e);
            }
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
        return CommandLineOptions.help(texts);
    }

    /**
     * Reads the arguments. Never throws; touches neither disk nor network.
     *
     * @param environment the environment variables
     * @param endpoints reads the address of an endpoint, or throws a {@link FactException}
     */
    static Arguments parse(
            List<String> arguments, Map<String, String> environment, Function<String, URI> endpoints) {
        try {
            return CommandLineOptions.read(arguments).toArguments(environment, endpoints);
        } catch (FactException e) {
            return new InvalidArguments(e.fact());
        }
    }
}
