package dev.longshore;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The watches that a window of the test has left in the background. */
final class BackgroundProcesses {
    private BackgroundProcesses() {}

    /** Those of a data folder that run. */
    static List<ProcessHandle> of(Path data) {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive)
                .filter(each -> arguments(each).contains(data.toString())
                        && arguments(each).contains("--tokens-on-input"))
                .toList();
    }

    /** Of whatever length; Java itself tells only short ones. */
    static String arguments(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }

    /** Ends one, and waits until it has. */
    static void end(ProcessHandle process) {
        process.destroy();
        await().until(() -> !process.isAlive());
    }
}
