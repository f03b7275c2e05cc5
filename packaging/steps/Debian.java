import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the {@code .deb} of an app-image. */
final class Debian {
    private static final Path OURS = Path.of("packaging/linux");

    private Debian() {}

    static Path make(Path image, Path work, Release release) throws Exception {
        var files = LinuxFiles.of(image, work.resolve("debian"), release);
        var changelog = Changelog.of(release.version()).debian(release.maintainer());
        files.zip("doc/longshore/changelog", changelog.getBytes(UTF_8));
        files.share("lintian/overrides/longshore", Files.readAllBytes(OURS.resolve("lintian-overrides")));
        var architecture = "aarch64".equals(System.getProperty("os.arch")) ? "arm64" : "amd64";
        var control = Files.readString(OURS.resolve("control"))
                .replace("VERSION", release.version())
                .replace("ARCHITECTURE", architecture)
                .replace("MAINTAINER", release.maintainer())
                .replace("KIBIBYTES", Long.toString(kibibytes(files.root())));
        Files.writeString(Tree.ready(files.root().resolve("DEBIAN/control")), control);
        var deb = Tree.makeAnew(work.resolve("deb"))
                .resolve("longshore_" + release.version() + "_" + architecture + ".deb");
        Command.run(
                List.of("dpkg-deb", "--root-owner-group", "-Zxz", "--build", files.root().toString(), deb.toString()));
        return deb;
    }

    private static long kibibytes(Path root) throws IOException {
        var bytes = 0L;
        for (var file : Tree.files(root)) {
            bytes += Files.size(file);
        }
        return bytes / 1024;
    }
}
