package dev.longshore.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is written finds no room after so many bytes, for each number of them until it succeeds. */
class FullDiskTest {
    @TempDir private Path folder;

    @Test
    void afterAWriteThatFoundNoRoomOldOrNewIsThere() throws IOException, InterruptedException {
        var program = new ProcessBuilder(List.of(
                ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData",
                "-cp", System.getProperty("java.class.path"), FullDiskProgram.class.getName(), folder.toString()))
                .redirectErrorStream(true).start();

        var printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).as(printed).isZero();
        assertThat(printed).containsPattern("journal \\d+").containsPattern("backup \\d+")
                .containsPattern("settings \\d+").containsPattern("export \\d+")
                .containsPattern("file \\d+");
        System.out.println("full disk, tries until it succeeded: " + String.join(", ", printed.lines()
                .filter(line -> line.matches("[a-z]+ \\d+")).toList()));
    }
}
