import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The manifests of package managers, each only where the file that it installs is part of the release. */
record Manifests(Path folder, Release release) {
    private static final Path TEMPLATES = Path.of("packaging/manifests");

    /** A package manager, the end of the name of what it installs, and how its manifest calls that. */
    private enum Manager {
        FLATPAK(".tar.gz", "TAR"),
        WINGET(".msi", "MSI"),
        HOMEBREW(".dmg", "DMG"),
        SCOOP(".zip", "ZIP");

        private final String ending;
        private final String word;

        Manager(String ending, String word) {
            this.ending = ending;
            this.word = word;
        }

        Optional<Path> installed(List<Path> artefacts) {
            return artefacts.stream().filter(each -> each.toString().endsWith(ending)).findFirst();
        }
    }

    void write(List<Path> artefacts) throws IOException {
        for (var manager : Manager.values()) {
            var installed = manager.installed(artefacts);
            if (installed.isPresent()) {
                write(manager, installed.get());
            }
        }
    }

    private void write(Manager manager, Path installed) throws IOException {
        var name = manager.name().toLowerCase(Locale.ROOT);
        var place = Files.createDirectories(folder.resolve(name));
        if (manager == Manager.FLATPAK) {
            menuEntry(place);
        }
        for (var template : Tree.files(TEMPLATES.resolve(name))) {
            var text = Files.readString(template)
                    .replace(manager.word + "_NAME", installed.getFileName().toString())
                    .replace(manager.word + "_SHA256", ReleaseFolder.sha256(installed))
                    .replace("DOWNLOADS", release.homepage() + "/releases/download/v" + release.version())
                    .replace("HOMEPAGE", release.homepage())
                    .replace("VERSION", release.version());
            Files.writeString(place.resolve(template.getFileName()),
                    manager == Manager.FLATPAK ? pinned(text, place) : text);
        }
    }

    private void menuEntry(Path place) throws IOException {
        var linux = Path.of("packaging/linux");
        Files.copy(linux.resolve("dev.longshore.Longshore.desktop"), place.resolve("dev.longshore.Longshore.desktop"));
        Files.copy(Path.of("icons/icon.svg"), place.resolve("dev.longshore.Longshore.svg"));
        Files.writeString(place.resolve("dev.longshore.Longshore.metainfo.xml"), Metainfo.filled(release));
    }

    private static String pinned(String text, Path place) throws IOException {
        return text
                .replace("DESKTOP_SHA256", ReleaseFolder.sha256(place.resolve("dev.longshore.Longshore.desktop")))
                .replace("METAINFO_SHA256", ReleaseFolder.sha256(place.resolve("dev.longshore.Longshore.metainfo.xml")))
                .replace("ICON_SHA256", ReleaseFolder.sha256(place.resolve("dev.longshore.Longshore.svg")));
    }
}
