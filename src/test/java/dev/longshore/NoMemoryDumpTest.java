package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory holds tokens, so a program that dies, or has none left, leaves no image of it on disk. */
class NoMemoryDumpTest {
    private static final Path OPTIONS = Path.of("packaging", "program.txt");
    private static final String JAVA_OPTION = "--java-options ";

    @Test
    void aProgramThatCrashesLeavesNoCore() throws IOException {
        assertThat(flag("CreateCoredumpOnCrash")).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HeapDumpOnOutOfMemoryError", "CrashOnOutOfMemoryError", "HeapDumpBeforeFullGC"})
    void aProgramThatRunsOutOfMemoryLeavesNoImageOfIt(String flag) throws IOException {
        assertThat(flag(flag)).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"longshore.service", "longshore-user.service"})
    void aServiceMayWriteNoCoreWhateverKillsIt(String unit) throws IOException {
        assertThat(Files.readAllLines(Path.of("packaging", "linux", unit))).contains("LimitCORE=0");
    }

    /** What the Java of a package makes of the options of the package. */
    private static String flag(String name) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        options().forEach(command::add);
        command.addAll(List.of("-XX:+PrintFlagsFinal", "-version"));
        var java = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return printed.lines().map(String::strip).filter(each -> each.startsWith("bool " + name + " "))
                .map(each -> each.replaceFirst(".*?= *(\\w+) .*", "$1")).findFirst().orElse("no such flag: " + printed);
    }

    private static Stream<String> options() throws IOException {
        return Files.readAllLines(OPTIONS).stream().filter(each -> each.startsWith(JAVA_OPTION))
                .map(each -> each.substring(JAVA_OPTION.length())).filter(each -> each.startsWith("-XX"));
    }
}
