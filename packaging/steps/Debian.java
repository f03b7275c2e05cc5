import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the {@code .deb} of an app-image. All its files are known to dpkg and it has no scripts, which is why jpackage does
 * not make it: jpackage places files in one folder only and leaves menu entries to scripts.
 */
final class Debian {
    private static final Path OURS = Path.of("packaging/linux");
    private static final Path ICONS = Path.of("src/main/resources/dev/longshore/icons");

    private final Path image;
    private final Path work;
    private final Path root;

    Debian(Path image, Path work) throws IOException {
        this.image = image;
        this.work = work;
        this.root = Tree.makeAnew(work.resolve("debian"));
    }

    Path make(String version) throws Exception {
        program();
        share("applications/longshore.desktop", Files.readAllBytes(OURS.resolve("longshore.desktop")));
        share("doc/longshore/copyright", Files.readAllBytes(OURS.resolve("copyright")));
        share("icons/hicolor/scalable/apps/longshore.svg", Files.readAllBytes(Path.of("icons/icon.svg")));
        icons();
        manual();
        return build(version.replace("-", "~"));
    }

    private void program() throws IOException {
        for (var file : Tree.files(image)) {
            Files.createLink(Tree.ready(root.resolve("opt/longshore").resolve(image.relativize(file))), file);
        }
        var link = Tree.ready(root.resolve("usr/bin/longshore"));
        Files.createSymbolicLink(link, Path.of("../../opt/longshore/bin/longshore"));
    }

    private void icons() throws IOException {
        for (var icon : Tree.files(ICONS)) {
            var side = icon.getFileName().toString().replaceAll("\\D", "");
            share("icons/hicolor/%sx%s/apps/longshore.png".formatted(side, side), Files.readAllBytes(icon));
        }
    }

    private void manual() throws IOException {
        var page = Tree.ready(root.resolve("usr/share/man/man1/longshore.1.gz"));
        try (var out = new GZIPOutputStream(Files.newOutputStream(page))) {
            Files.copy(OURS.resolve("longshore.1"), out);
        }
    }

    private void share(String name, byte[] content) throws IOException {
        Files.write(Tree.ready(root.resolve("usr/share").resolve(name)), content);
    }

    private Path build(String version) throws Exception {
        var architecture = "aarch64".equals(System.getProperty("os.arch")) ? "arm64" : "amd64";
        var control = Files.readString(OURS.resolve("control"))
                .replace("VERSION", version)
                .replace("ARCHITECTURE", architecture)
                .replace("KIBIBYTES", Long.toString(kibibytes()));
        Files.writeString(Tree.ready(root.resolve("DEBIAN/control")), control);
        var folder = Tree.makeAnew(work.resolve("deb"));
        var deb = folder.resolve("longshore_" + version + "_" + architecture + ".deb");
        run(List.of("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root.toString(), deb.toString()));
        return deb;
    }

    private long kibibytes() throws IOException {
        var bytes = 0L;
        for (var file : Tree.files(root)) {
            bytes += Files.size(file);
        }
        return bytes / 1024;
    }

    private static void run(List<String> command) throws Exception {
        var code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(command.getFirst() + " ended with code " + code + ".");
        }
    }
}
