package dev.longshore.cli;

import dev.longshore.model.JournalAddress;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.StartFact;
import dev.longshore.text.Texts;
import dev.longshore.usertext.CleanText;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the arguments of any command into its options, and those values that several commands take. */
final class OptionReader {
    private OptionReader() {}

    /** Fills {@code options}, which picocli knows how to read. */
    static <T> T read(T options, List<String> arguments) {
        try {
            var result = new CommandLine(options).setExpandAtFiles(false)
                    .parseArgs(arguments.toArray(String[]::new));
            // Beside --help, picocli does not complain of them.
            result.unmatched().stream().findFirst().ifPresent(first -> {
                throw unknown(first);
            });
        } catch (ParameterException e) {
            throw unreadable(e);
        }
        return options;
    }

    /** The help of the command with {@code options}, under a sentence of what it is for. */
    static String help(Object options, String headerKey, Texts texts) {
        var commandLine = new CommandLine(options).setResourceBundle(texts.bundle());
        commandLine.getCommandSpec().usageMessage()
                .header(texts.get(headerKey) + "%n").synopsisHeading(texts.get("cli.help.usage") + " ");
        return commandLine.getUsageMessage();
    }

    /** The folder after {@code --data-dir}. */
    static Optional<Path> folder(@Nullable String dataFolder) {
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

    /** The file after any other option. */
    static Optional<Path> file(String option, @Nullable String file) {
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(file).toAbsolutePath()).filter(_ -> !file.isBlank())
                    .or(() -> {
                        throw exception(StartFact.VALUE_MISSING, option);
                    });
        } catch (InvalidPathException e) {
            throw exception(StartFact.FILE_MALFORMED, file, option, e.getReason());
        }
    }

    /** The address after {@code --journal}. */
    static Optional<JournalAddress> journal(@Nullable String address) {
        return Optional.ofNullable(address).map(JournalAddress::of);
    }

    /** The endpoint after {@code --connect}. */
    static URI endpoint(String url, Function<String, URI> endpoints) {
        try {
            return endpoints.apply(url);
        } catch (FactException e) {
            throw new FactException(Fact.of(StartFact.CONNECT_UNUSABLE, e.fact()), e);
        }
    }

    /** The migrations after {@code --watch}, in the order given. */
    static List<MigrationRef> migrations(List<String> watch) {
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

    static FactException exception(StartFact kind, Object... figures) {
        return new FactException(Fact.of(kind, figures));
    }
}
