package dev.longshore.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.model.fact.FactException;
import dev.longshore.platform.SettingsFile;
import dev.longshore.secret.KeyringTokenStore;
import dev.longshore.support.ExpectedFault;
import dev.longshore.ui.context.JournalChoice.JournalLogin;
import dev.longshore.ui.context.JournalChoice.JournalPlace;
import dev.longshore.ui.context.JournalChoice.JournalPlaceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed after it has said which journal it will use begins with that one. */
class JournalSwitchTest {
    private static final String TEAM = "jdbc:postgresql://db.example.com/longshore";
    private static final JournalLogin LOGIN = new JournalLogin(TEAM, Optional.empty());

    @TempDir Path folder;
    private Path file;
    private SettingsFile settings;
    private KeyringTokenStore tokens;
    private JournalSwitch journals;

    @BeforeEach
    void open() {
        file = folder.resolve("settings.json");
        settings = SettingsFile.open(file, Duration.ofDays(1));
        tokens = KeyringTokenStore.ofSystem("none", Map.of(), KeyringTokenStore.USUAL_DEADLINE);
        journals = new JournalSwitch(new JournalAccess(settings, tokens, Map.of()),
                new JournalPlace("journal.db", JournalPlaceKind.FILE), folder, Runnable::run, Object::toString);
    }

    @AfterEach
    void close() {
        settings.close();
        tokens.close();
    }

    @Test
    void theOneThatIsChosenIsOnDiskBeforeTheUserIsTold() {
        assertThat(journals.use(LOGIN).join()).isEmpty();
        assertThat(onDisk()).hasValue(TEAM);

        journals.goBack().join();
        assertThat(onDisk()).isEmpty();
    }

    @Test
    @ExpectedFault("The settings cannot be kept")
    void whatCannotBeKeptIsNotChosen() throws IOException {
        Files.createDirectories(file.resolve("in the way"));

        assertThatThrownBy(journals.use(LOGIN)::join).hasCauseInstanceOf(FactException.class);

        assertThat(journals.chosen()).isEmpty();
    }

    private Optional<String> onDisk() {
        try (var again = SettingsFile.open(file, Duration.ofDays(1))) {
            return JournalAccess.address(Optional.empty(), again::find).map(each -> each.url());
        }
    }
}
