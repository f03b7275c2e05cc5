package dev.longshore.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageOwnerTest {
    private static final Path INSTALLED = Path.of("/opt/longshore/bin/longshore");

    @TempDir Path root;

    @Test
    void aProgramThatNoManagerKnowsIsNobodys() throws IOException {
        write("var/lib/dpkg/info/longshore.list", "/usr/share/doc/longshore\n");

        assertThat(owner(Path.of("/home/me/longshore/bin/longshore"))).isEqualTo(PackageOwner.NOBODY);
        assertThat(PackageOwner.of(Optional.empty(), Map.of(), root)).isEqualTo(PackageOwner.NOBODY);
    }

    @Test
    void aProgramInTheDatabaseOfDebianIsOfApt() throws IOException {
        write("var/lib/dpkg/info/longshore.list", "/opt\n/opt/longshore/bin/longshore\n");
        Files.createDirectories(root.resolve("var/lib/rpm"));

        assertThat(owner(INSTALLED)).isEqualTo(PackageOwner.DEB);
    }

    @Test
    void aProgramInItsPlaceBesideADatabaseOfRpmIsOfDnf() throws IOException {
        Files.createDirectories(root.resolve("usr/lib/sysimage/rpm"));

        assertThat(owner(INSTALLED)).isEqualTo(PackageOwner.RPM);
        assertThat(owner(Path.of("/srv/longshore/bin/longshore"))).isEqualTo(PackageOwner.NOBODY);
    }

    @Test
    void aSandboxOfFlatpakIsKnownByItsFile() throws IOException {
        write(".flatpak-info", "");

        assertThat(PackageOwner.of(Optional.empty(), Map.of(), root)).isEqualTo(PackageOwner.FLATPAK);
    }

    @Test
    void aSnapIsKnownByItsFolder() {
        var snap = Path.of("/snap/longshore/12");

        assertThat(PackageOwner.of(Optional.of(snap.resolve("bin/longshore")), Map.of("SNAP", snap.toString()), root))
                .isEqualTo(PackageOwner.SNAP);
        assertThat(PackageOwner.of(Optional.of(Path.of("/srv/longshore")), Map.of("SNAP", "/snap/terminal/3"), root))
                .isEqualTo(PackageOwner.NOBODY);
    }

    @Test
    void homebrewAndScoopAreKnownByTheirFolders() throws IOException {
        var mac = Path.of("/Applications/Longshore.app/Contents/MacOS/Longshore");
        assertThat(owner(mac)).isEqualTo(PackageOwner.NOBODY);
        Files.createDirectories(root.resolve("opt/homebrew/Caskroom/longshore"));

        assertThat(owner(mac)).isEqualTo(PackageOwner.HOMEBREW);
        assertThat(owner(Path.of("/users/me/scoop/apps/longshore/current/longshore.exe")))
                .isEqualTo(PackageOwner.SCOOP);
    }

    /** As the installers of macOS and Windows, winget and the archives leave it: none of them brings updates by itself. */
    @ParameterizedTest
    @ValueSource(strings = {
        "C:\\Users\\me\\AppData\\Local\\Longshore\\Longshore.exe", "C:\\Program Files\\Longshore\\Longshore.exe",
        "/Applications/Longshore.app/Contents/MacOS/Longshore",
        "/Users/me/Applications/Longshore.app/Contents/MacOS/Longshore",
        "/home/me/Downloads/longshore/bin/longshore", "/srv/scoop/apps/other/longshore.exe"})
    void anInstallerAndAnArchiveBringNoUpdates(String program) {
        assertThat(PackageOwner.of(Optional.of(Path.of(program)), Map.of("SCOOP", ""), root))
                .isEqualTo(PackageOwner.NOBODY);
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\Users\\me\\scoop\\apps\\longshore\\current\\Longshore.exe, ''",
        "C:\\ProgramData\\Scoop\\apps\\longshore\\1.0.0\\Longshore.exe, ''",
        "D:\\Tools\\apps\\longshore\\current\\Longshore.exe, D:\\tools"})
    void scoopIsKnownWhereverItsFoldersLie(String program, String variable) {
        assertThat(PackageOwner.of(Optional.of(Path.of(program)), Map.of("SCOOP", variable), root))
                .isEqualTo(PackageOwner.SCOOP);
    }

    private PackageOwner owner(Path program) {
        return PackageOwner.of(Optional.of(program), Map.of(), root);
    }

    private void write(String file, String text) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
