package dev.longshore.platform;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.StartFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldersTest {

    private static final Path HOME = Path.of("/home/ada");

    @TempDir Path temporary;

    @ParameterizedTest
    @CsvSource({
        "LINUX,   /home/ada/.local/share/longshore",
        "MACOS,   /home/ada/Library/Application Support/Longshore",
        "WINDOWS, /home/ada/AppData/Local/Longshore",
    })
    void liesWhereTheSystemKeepsSuchFolders(OperatingSystem system, Path expected) {
        assertThat(Folders.usual(system, Map.of(), HOME).data()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "LINUX,   XDG_DATA_HOME, /mnt/data, /mnt/data/longshore",
        "LINUX,   XDG_DATA_HOME, data,      /home/ada/.local/share/longshore",
        "LINUX,   XDG_DATA_HOME, ' ',       /home/ada/.local/share/longshore",
        "WINDOWS, LOCALAPPDATA,  /mnt/data, /mnt/data/Longshore",
        "MACOS,   XDG_DATA_HOME, /mnt/data, /home/ada/Library/Application Support/Longshore",
    })
    void followsTheEnvironmentWhereTheSystemSaysSo(OperatingSystem system, String variable, String value,
            Path expected) {
        assertThat(Folders.usual(system, Map.of(variable, value), HOME).data()).isEqualTo(expected);
    }

    @Test
    void keepsADemonstrationApart() {
        assertThat(Folders.usual(OperatingSystem.LINUX, Map.of(), HOME).forDemo().data())
                .isEqualTo(HOME.resolve(".local/share/longshore-demo"));
    }

    @Test
    void keepsEveryFileBelowTheDataFolder() {
        var folders = new Folders(temporary);

        assertThat(List.of(folders.journal(), folders.settings(), folders.logs()))
                .allMatch(file -> file.startsWith(temporary));
    }

    @Test
    void isForTheOwnerOnly() throws IOException {
        var folders = new Folders(temporary.resolve("share/longshore"));

        folders.create(false);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folders.data()))).isEqualTo("rwx------");
    }

    @Test
    void makesTheFolderOfTheLog() throws IOException {
        var folders = new Folders(temporary);

        folders.create(false);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folders.logs()))).isEqualTo("rwx------");
    }

    @Test
    void leavesAFolderThatIsThereAsItIs() throws IOException {
        var there = Files.createDirectory(temporary.resolve("there"));
        Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rwxr-xr-x"));

        new Folders(there).create(false);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(there))).isEqualTo("rwxr-xr-x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxrwx", "rwxrwxr-x", "rwxr-xrwx", "rwx----w-"})
    void aFolderThatOthersCanWriteToIsNotUsed(String permissions) throws IOException {
        var there = Files.createDirectory(temporary.resolve("there"));
        Files.setPosixFilePermissions(there, PosixFilePermissions.fromString(permissions));

        assertRefused(there, false, StartFact.FOLDER_NOT_PRIVATE);
        assertRefused(there, true, StartFact.FOLDER_NOT_PRIVATE);
        assertThat(there).isEmptyDirectory();
    }

    @Test
    void aFolderOfAnotherUserIsNotUsed() throws IOException {
        var folder = Files.createDirectory(temporary.resolve("there"));

        assertThat(FolderTrust.openToOthers(folder, System.getProperty("user.name"))).isEmpty();
        assertThat(FolderTrust.openToOthers(folder, "nobody")).contains(folder);
    }

    @Test
    void aFolderThatAnybodyCouldRenameIsNotUsed() throws IOException {
        var shared = Files.createDirectories(temporary.toRealPath().resolve("shared"));
        var there = Files.createDirectories(shared.resolve("mine/there"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertRefused(there, false, StartFact.FOLDER_NOT_PRIVATE);
        assertRefused(Files.createSymbolicLink(temporary.resolve("link"), there), false, StartFact.FOLDER_NOT_PRIVATE);

        Files.setAttribute(shared, "unix:mode", 01777);

        assertThat(FolderTrust.openToOthers(there, System.getProperty("user.name"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal.db", "notes.txt", "backup", ".hidden"})
    void aDemonstrationRefusesAFolderThatNoneMade(String name) throws IOException {
        var there = Files.createDirectory(temporary.resolve("there"));
        Files.createFile(there.resolve(name));

        assertRefused(there, true, StartFact.FOLDER_NOT_OF_DEMONSTRATION);
        assertThat(there).isDirectoryNotContaining("glob:**demonstration.txt");
    }

    @Test
    void aDemonstrationFollowsNoLinkToAMark() throws IOException {
        var there = Files.createDirectory(temporary.resolve("there"));
        Files.createSymbolicLink(there.resolve("demonstration.txt"), Files.createFile(temporary.resolve("mark")));

        assertRefused(there, true, StartFact.FOLDER_NOT_OF_DEMONSTRATION);
    }

    @Test
    void theFolderOfADemonstrationIsForNothingElse() throws IOException {
        var folders = new Folders(temporary.resolve("demo"));
        folders.create(true);

        folders.create(true);

        assertRefused(folders.data(), false, StartFact.FOLDER_OF_DEMONSTRATION);
    }

    private static void assertRefused(Path folder, boolean demo, StartFact reason) {
        assertThatThrownBy(() -> new Folders(folder).create(demo)).isInstanceOfSatisfying(FactException.class,
                fault -> {
                    assertThat(fault.fact().kind()).isEqualTo(reason);
                    assertThat(fault.fact().figures().getFirst()).isEqualTo(folder.toString());
                });
    }

    @Test
    void saysWhyTheFolderCannotBeMade() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> new Folders(file).create(false))
                .isInstanceOfSatisfying(FactException.class, fault -> assertThat(fault.fact())
                        .isEqualTo(Fact.of(StartFact.FOLDER_BEHIND_FILE, file.toString(), file.toString())));
    }

    @Test
    void saysWhyAFolderInsideAFileCannotBeMade() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> new Folders(file.resolve("data")).create(false))
                .isInstanceOf(FactException.class)
                .satisfies(fault -> assertThat(say(fault))
                        .startsWith("The data folder " + file.resolve("data") + " cannot be created: ")
                        .endsWith("."));
    }

    @ParameterizedTest
    @CsvSource({"Linux,LINUX", "FreeBSD,LINUX", "Mac OS X,MACOS", "Windows 11,WINDOWS", "Darwin,MACOS"})
    void knowsTheSystemByItsName(String name, OperatingSystem system) {
        assertThat(OperatingSystem.named(name)).isEqualTo(system);
    }
}
