package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.cli.Arguments;
import dev.longshore.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ManualTest {
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

    @Test
    void theManualPageHasTheOptionsOfTheHelp() throws IOException {
        assertThat(options(manual())).isEqualTo(options(help()));
    }

    @Test
    void theManualPageSaysOfEachOptionWhatTheHelpSays() throws IOException {
        var manual = words(manual());

        assertThat(help().lines().map(String::strip).filter(line -> line.startsWith("--")))
                .allSatisfy(line -> assertThat(manual).contains(words(line.replaceFirst("^\\S+ *", ""))));
    }

    @Test
    void theReadmeHasTheOptionsOfTheWindow() throws IOException {
        assertThat(options(Files.readString(Path.of("README.md"))))
                .containsAll(options(Arguments.help(new Texts(Locale.ENGLISH))));
    }

    /** Of every command. */
    private static String help() {
        return Arrays.stream(Arguments.HelpedCommand.values())
                .map(command -> Arguments.help(command, new Texts(Locale.ENGLISH))).collect(Collectors.joining("\n"));
    }

    private static String manual() throws IOException {
        return Files.readString(Path.of("packaging/linux/longshore.1")).replace("\\-", "-");
    }

    private static Set<String> options(String text) {
        var found = new TreeSet<String>();
        OPTION.matcher(text.replaceAll("\\\\f[A-Z]", "")).results().forEach(each -> found.add(each.group()));
        return found;
    }

    private static String words(String text) {
        return text.replaceAll("\\\\f[A-Z]", "").replaceAll("\\s+", " ").strip();
    }
}
