package dev.longshore.start;

import dev.longshore.cli.Arguments;
import dev.longshore.model.JournalAddress;
import dev.longshore.model.MigrationRef;
import dev.longshore.platform.Folders;
import dev.longshore.platform.SingleInstance;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the program begins with, in a window or without one.
 *
 * @param home where the watch lives
 * @param storage where it works
 * @param demonstration the speed of the simulator, where one is set; empty where the program is no demonstration
 * @param target what to connect to and watch besides what is kept
 * @param tokens the tokens that come with the start
 */
public record ProgramStart(
        SingleInstance.Home home, ProgramStorage storage, Optional<OptionalDouble> demonstration, Target target,
        StartTokens tokens) {
    /**
     * Where it works.
     *
     * @param folders its folders
     * @param journal the journal of a team; empty for the one in the data folder
     */
    public record ProgramStorage(Folders folders, Optional<JournalAddress> journal) {}

    /**
     * What to connect to and watch besides what is kept.
     *
     * @param endpoint that of a connection to open
     * @param migrations those of that connection to put on the list, in their order
     * @param routes the file of the routes of notifications
     */
    public record Target(Optional<URI> endpoint, List<MigrationRef> migrations, Optional<Path> routes) {
        public Target {
            migrations = List.copyOf(migrations);
        }
    }

    /** For a window; {@code usual} is the usual data folder. */
    public static ProgramStart of(Arguments.OpenWindow start, Folders usual, Map<String, String> environment) {
        var given = start.connect().map(each -> StartTokens.of(Optional.of(each.token())))
                .orElseGet(() -> StartTokens.of(environment));
        return new ProgramStart(
                SingleInstance.Home.WINDOW, new ProgramStorage(start.folders(usual), start.storage().journal()),
                start.demo() ? Optional.of(start.demoSpeed()) : Optional.empty(),
                new Target(start.connect().map(Arguments.ConnectOption::endpoint), start.watch(), Optional.empty()),
                given);
    }

    /** For a watch without a window; {@code usual} is the usual data folder. */
    public static ProgramStart of(Arguments.RunWatch start, Folders usual, StartTokens tokens) {
        return new ProgramStart(
                SingleInstance.Home.CONSOLE,
                new ProgramStorage(start.storage().dataFolder().map(Folders::new).orElse(usual),
                        start.storage().journal()),
                Optional.empty(),
                new Target(start.connect(), start.watch(), start.files().routes()), tokens);
    }

    /** Its folders. */
    public Folders folders() {
        return storage.folders();
    }

    /** True for the built-in simulator, in a data folder of its own. */
    public boolean isDemonstration() {
        return demonstration.isPresent();
    }
}
