package dev.longshore.cli;

import dev.longshore.model.fact.StartFact;
import dev.longshore.text.Texts;
import dev.longshore.usertext.NumberText;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of {@code longshore watch}. */
@Command(
        name = "longshore watch",
        customSynopsis = {
            "longshore watch [--data-dir DIR] [--journal JDBC-URL]",
            "                       [--connect URL [--watch DBID/MIGRATIONID]...]",
            "                       [--token-file FILE] [--routes FILE]",
            "                       [--listen [ADDRESS:]PORT [--listen-token FILE]]"
        },
        sortOptions = false,
        usageHelpAutoWidth = false)
final class WatchOptions {
    private static final int HIGHEST_PORT = 65_535;

    @Option(names = "--data-dir", paramLabel = "DIR", descriptionKey = "cli.help.dataDir")
    @Nullable String dataFolder;

    @Option(names = "--journal", paramLabel = "JDBC-URL", descriptionKey = "cli.help.journal")
    @Nullable String journal;

    @Option(names = "--connect", paramLabel = "URL", descriptionKey = "cli.help.watch.connect")
    @Nullable String connect;

    @Option(
            names = "--watch",
            paramLabel = "DBID/MIGRATIONID",
            descriptionKey = "cli.help.watch") List<String> watch = new ArrayList<>();

    @Option(names = "--token-file", paramLabel = "FILE", descriptionKey = "cli.help.watch.tokenFile")
    @Nullable String tokenFile;

    @Option(names = "--routes", paramLabel = "FILE", descriptionKey = "cli.help.watch.routes")
    @Nullable String routes;

    @Option(names = "--listen", paramLabel = "[ADDRESS:]PORT", descriptionKey = "cli.help.watch.listen")
    @Nullable String listen;

    @Option(names = "--listen-token", paramLabel = "FILE", descriptionKey = "cli.help.watch.listenToken")
    @Nullable String listenToken;

    /** How a window that closes hands over what it has in memory only; a user has nothing to hand over. */
    @Option(names = "--tokens-on-input", hidden = true) boolean tokensOnInput;

    @Option(names = "--help", usageHelp = true, descriptionKey = "cli.help.help") boolean help;

    static String help(Texts texts) {
        return OptionReader.help(new WatchOptions(), "cli.help.watch.header", texts);
    }

    Arguments toArguments(Function<String, URI> endpoints) {
        if (help) {
            return new Arguments.ShowHelp(Arguments.HelpedCommand.WATCH);
        }
        if (!watch.isEmpty() && connect == null) {
            throw OptionReader.exception(StartFact.WATCH_NEEDS_CONNECT);
        }
        return new Arguments.RunWatch(
                new Arguments.Storage(OptionReader.folder(dataFolder), OptionReader.journal(journal)),
                Optional.ofNullable(connect).map(url -> OptionReader.endpoint(url, endpoints)),
                OptionReader.migrations(watch), files(), address());
    }

    private Arguments.WatchFiles files() {
        return new Arguments.WatchFiles(
                OptionReader.file("--token-file", tokenFile), OptionReader.file("--routes", routes), tokensOnInput);
    }

    private Optional<Arguments.ListenAddress> address() {
        var token = OptionReader.file("--listen-token", listenToken);
        if (listen == null) {
            token.ifPresent(_ -> {
                throw OptionReader.exception(StartFact.LISTEN_TOKEN_ALONE);
            });
            return Optional.empty();
        }
        var colon = listen.lastIndexOf(':');
        var address = inet(colon < 0 ? "127.0.0.1" : listen.substring(0, colon).strip());
        if (!address.isLoopbackAddress() && token.isEmpty()) {
            throw OptionReader.exception(StartFact.LISTEN_NEEDS_TOKEN, listen);
        }
        return Optional.of(new Arguments.ListenAddress(address, port(listen.substring(colon + 1)), token));
    }

    /** Numbers only: the name of a host would have to be looked up, and may have several addresses. */
    private InetAddress inet(String text) {
        try {
            var isBracketed = text.startsWith("[") && text.endsWith("]");
            return "localhost".equals(text.toLowerCase(Locale.ROOT)) ? InetAddress.ofLiteral("127.0.0.1")
                    : InetAddress.ofLiteral(isBracketed ? text.substring(1, text.length() - 1) : text);
        } catch (IllegalArgumentException _) {
            throw malformed();
        }
    }

    private int port(String text) {
        return new NumberText(Locale.ROOT).readWhole(text, 0, HIGHEST_PORT).orElseThrow(this::malformed);
    }

    private RuntimeException malformed() {
        return OptionReader.exception(StartFact.LISTEN_MALFORMED, String.valueOf(listen));
    }
}
