package dev.longshore.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFileTest {

    private final LoggerContext loggers = new LoggerContext();

    @TempDir Path folder;

    @BeforeEach
    void prepareTheLoggers() {
        loggers.setMDCAdapter(new LogbackMDCAdapter());
    }

    @Test
    void writesWhatIsLoggedUntilItIsClosed() throws IOException {
        try (var log = LogFile.open(folder, loggers)) {
            loggers.getLogger("dev.longshore.watch").info("observed {}", "orders");
            assertThat(log).isNotNull();
        }
        loggers.getLogger("dev.longshore.watch").info("too late");

        assertThat(log()).contains("INFO", "dev.longshore.watch observed orders").doesNotContain("too late");
    }

    @Test
    void appendsToTheLogOfThisDay() throws IOException {
        write("first");
        write("second");

        assertThat(log()).contains("first", "second");
    }

    @Test
    void namesTheZoneOfItsTimes() throws IOException {
        write("first");

        assertThat(log()).containsPattern("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d) ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"50 % (new)", "a b", "%d", "ü"})
    void writesIntoAFolderOfAnyName(String name) throws IOException {
        var odd = Files.createDirectory(folder.resolve(name));
        try (var log = LogFile.open(odd, loggers)) {
            loggers.getLogger("dev.longshore").info("here");
            assertThat(log).isNotNull();
        }

        assertThat(odd.resolve("longshore.log")).content().contains("here");
    }

    @Test
    void leavesOutOtherPeoplesChatter() throws Exception {
        configureAsTheProgramIs();
        try (var log = LogFile.open(folder, loggers)) {
            loggers.getLogger("org.freedesktop.dbus").error("a message of the bus");
            loggers.getLogger("okhttp3").info("chatter");
            loggers.getLogger("dev.longshore").debug("detail");
            loggers.getLogger("dev.longshore").info("kept");
            assertThat(log).isNotNull();
        }

        assertThat(log()).contains("kept").doesNotContain("a message", "chatter", "detail");
    }

    @Test
    void takesOutATokenThatAnExceptionOfALibraryHolds() throws IOException {
        try (var log = LogFile.open(folder, loggers)) {
            loggers.getLogger("dev.longshore").error("failed", new IllegalStateException("at AstraCS:abc:def, sorry"));
            assertThat(log).isNotNull();
        }

        assertThat(log()).contains("IllegalStateException: at •••, sorry").doesNotContain("AstraCS");
    }

    @Test
    void keepsTheConsoleForWarnings() throws Exception {
        configureAsTheProgramIs();

        var console = loggers.getLogger("ROOT").getAppender("console");

        assertThat(console.getCopyOfAttachedFiltersList()).hasSize(1);
        assertThat(loggers.getLogger("dev.longshore").getEffectiveLevel()).isEqualTo(Level.INFO);
    }

    private void configureAsTheProgramIs() throws JoranException {
        var configurator = new JoranConfigurator();
        configurator.setContext(loggers);
        configurator.doConfigure(LogFile.class.getResource("/logback.xml"));
    }

    private void write(String text) {
        try (var log = LogFile.open(folder, loggers)) {
            loggers.getLogger("dev.longshore").info(text);
            assertThat(log).isNotNull();
        }
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("longshore.log"));
    }
}
