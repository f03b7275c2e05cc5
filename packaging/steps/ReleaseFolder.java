import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Makes the packages of this system and gathers what is handed out with a release. Started from the project's folder as
 * {@code java packaging/steps/ReleaseFolder.java WORK VERSION TIME MAINTAINER HOMEPAGE KEY OTHERS SIGNING-KEY UPDATE-FEED
 * UPDATE-KEY}: the folder of the packages,
 * the version, the time that files are to carry, who maintains it, the address of the project, the key that gpg signs with,
 * a folder of packages that other systems have made, the file of the key that signs the update feed, where that feed will
 * lie, and the public half of its key; the last five may be {@code none}. The folder {@code release} in WORK then holds the packages, an archive of the program, the list of its parts, the manifests
 * of the package managers whose packages were made, the update feed, SHA256SUMS and its signature.
 */
final class ReleaseFolder {
    private final Path work;
    private final Release release;
    private final Path folder;

    private ReleaseFolder(Path work, Release release) throws IOException {
        this.work = work;
        this.release = release;
        this.folder = Tree.makeAnew(work.resolve("release"));
    }

    public static void main(String... args) throws Exception {
        try {
            var release = new Release(args[1], args[3], args[4]);
            build(release, args[8], args[9]);
            new ReleaseFolder(Path.of(args[0]), release)
                    .fill(args[2], given(args[5]), given(args[6]), given(args[7]));
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static Optional<String> given(String argument) {
        return Optional.of(argument.strip()).filter(each -> !each.equals("none"));
    }

    private void fill(String time, Optional<String> key, Optional<String> others, Optional<String> updateKey)
            throws Exception {
        packages();
        if (others.isPresent()) {
            copy(Path.of(others.get()));
        }
        archive(time);
        Files.copy(work.resolve("bom.json"), folder.resolve("longshore-" + release.version() + ".cdx.json"));
        new Manifests(folder.resolve("manifests"), release).write(files());
        UpdateFeed.write(folder, release, LocalDate.now(ZoneOffset.UTC), updateKey);
        sums();
        sign(key);
        files().forEach(each -> System.out.println("Released " + each));
    }

    private static void build(Release release, String updateFeed, String updateKey) throws Exception {
        var maven = Path.of(Target.ofThisComputer() == Target.WINDOWS ? "mvnw.cmd" : "mvnw").toAbsolutePath();
        Command.run(List.of(maven.toString(), "-B", "-ntp", "-Ppackage", "verify",
                "-Dlongshore.maintainer=" + release.maintainer(), "-Dlongshore.homepage=" + release.homepage(),
                "-Dlongshore.update.feed=" + updateFeed, "-Dlongshore.update.key=" + updateKey));
    }

    private void packages() throws IOException {
        for (var type : List.of("deb", "rpm", "dmg", "msi")) {
            if (Files.isDirectory(work.resolve(type))) {
                copy(work.resolve(type));
            }
        }
    }

    private void copy(Path packages) throws IOException {
        for (var each : Tree.files(packages)) {
            Files.copy(each, folder.resolve(each.getFileName()));
        }
    }

    /** The app-image as an archive that is the same for the same files. */
    private void archive(String time) throws Exception {
        if (Target.ofThisComputer() != Target.LINUX) {
            return;
        }
        var name = "longshore-%s-linux-%s.tar.gz".formatted(release.version(), System.getProperty("os.arch"));
        Command.run(List.of("tar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--mtime=" + time, "-I",
                "gzip -n",
                "-cf", folder.resolve(name).toString(), "-C", work.resolve("app-image").toString(), "longshore"));
    }

    private void sums() throws IOException {
        var lines = new ArrayList<String>();
        for (var file : files()) {
            lines.add(sha256(file) + "  " + folder.relativize(file));
        }
        Files.writeString(folder.resolve("SHA256SUMS"), String.join("\n", lines) + "\n");
    }

    private void sign(Optional<String> key) throws Exception {
        if (key.isPresent()) {
            Command.run(List.of("gpg", "--batch", "--yes", "--armor", "--local-user", key.get(), "--detach-sign",
                    folder.resolve("SHA256SUMS").toString()));
        }
    }

    private List<Path> files() throws IOException {
        return Tree.files(folder);
    }

    static String sha256(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }
}
