import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of a package for Linux, in the places that the file system hierarchy has for them. The package manager knows
 * all of them and needs no scripts, which is why jpackage does not make the package: jpackage places files in one folder
 * only and leaves menu entries to scripts.
 */
record LinuxFiles(Path root) {
    private static final String ID = "dev.longshore.Longshore";
    private static final Path OURS = Path.of("packaging/linux");
    private static final Path MONITORING = Path.of("packaging/monitoring");
    private static final Path ICONS = Path.of("src/main/resources/dev/longshore/icons");

    /** Places the files of an app-image, menu entry, icons, manual and metainfo below an empty folder. */
    static LinuxFiles of(Path image, Path folder, Release release) throws Exception {
        var files = new LinuxFiles(Tree.makeAnew(folder));
        files.program(image);
        files.share("applications/" + ID + ".desktop", Files.readAllBytes(OURS.resolve(ID + ".desktop")));
        files.share("metainfo/" + ID + ".metainfo.xml", Metainfo.filled(release).getBytes(UTF_8));
        files.share("doc/longshore/copyright", Files.readAllBytes(OURS.resolve("copyright")));
        files.share("icons/hicolor/scalable/apps/" + ID + ".svg", Files.readAllBytes(Path.of("icons/icon.svg")));
        files.icons();
        files.zip("man/man1/longshore.1", Files.readAllBytes(OURS.resolve("longshore.1")));
        files.services();
        files.monitoring(release);
        return files;
    }

    /** Off until the user turns them on. */
    private void services() throws IOException {
        copy("longshore.service", "usr/lib/systemd/system/longshore.service");
        copy("longshore-user.service", "usr/lib/systemd/user/longshore.service");
    }

    private void copy(String file, String name) throws IOException {
        Files.copy(OURS.resolve(file), Tree.ready(root.resolve(name)));
    }

    private void monitoring(Release release) throws IOException {
        for (var name : List.of("longshore-alerts.yml", "longshore-dashboard.json")) {
            var text = Files.readString(MONITORING.resolve(name)).replace("VERSION", release.version());
            share("longshore/monitoring/" + name, text.getBytes(UTF_8));
        }
    }

    void share(String name, byte[] content) throws IOException {
        Files.write(Tree.ready(root.resolve("usr/share").resolve(name)), content);
    }

    /** As small as it can be and without a time. */
    void zip(String name, byte[] content) throws Exception {
        share(name, content);
        Command.run(List.of("gzip", "-9", "--no-name", root.resolve("usr/share").resolve(name).toString()));
    }

    private void program(Path image) throws IOException {
        for (var file : Tree.files(image)) {
            Files.createLink(Tree.ready(root.resolve("opt/longshore").resolve(image.relativize(file))), file);
        }
        var link = Tree.ready(root.resolve("usr/bin/longshore"));
        Files.createSymbolicLink(link, Path.of("/opt/longshore/bin/longshore"));
    }

    private void icons() throws IOException {
        for (var icon : Tree.files(ICONS)) {
            var side = icon.getFileName().toString().replaceAll("\\D", "");
            share("icons/hicolor/%sx%s/apps/%s.png".formatted(side, side, ID), Files.readAllBytes(icon));
        }
    }

}
