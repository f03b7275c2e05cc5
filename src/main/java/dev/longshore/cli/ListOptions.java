package dev.longshore.cli;

import dev.longshore.model.fact.StartFact;
import dev.longshore.text.Texts;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of {@code longshore list}. */
@Command(
        name = "longshore list",
        customSynopsis = {
            "longshore list [--data-dir DIR] [--journal JDBC-URL]",
            "                      [--format table|json|csv]"
        },
        sortOptions = false,
        usageHelpAutoWidth = false)
final class ListOptions {
    @Option(names = "--data-dir", paramLabel = "DIR", descriptionKey = "cli.help.list.dataDir")
    @Nullable String dataFolder;

    @Option(names = "--journal", paramLabel = "JDBC-URL", descriptionKey = "cli.help.journal")
    @Nullable String journal;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "cli.help.list.format")
    @Nullable String format;

    @Option(names = "--help", usageHelp = true, descriptionKey = "cli.help.help") boolean help;

    static String help(Texts texts) {
        return OptionReader.help(new ListOptions(), "cli.help.list.header", texts);
    }

    Arguments toArguments() {
        if (help) {
            return new Arguments.ShowHelp(Arguments.HelpedCommand.LIST);
        }
        return new Arguments.ListMigrations(
                new Arguments.Storage(OptionReader.folder(dataFolder), OptionReader.journal(journal)),
                format == null ? Arguments.ListFormat.TABLE : format(format));
    }

    private static Arguments.ListFormat format(String text) {
        var name = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(Arguments.ListFormat.values()).filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> OptionReader.exception(StartFact.FORMAT_MALFORMED, text));
    }
}
