import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the {@code .rpm} of an app-image. */
final class Rpm {
    private Rpm() {}

    static Path make(Path image, Path work, Release release) throws Exception {
        var files = LinuxFiles.of(image, work.resolve("redhat"), release);
        var spec = Files.writeString(work.resolve("longshore.spec"),
                Files.readString(Path.of("packaging/linux/longshore.spec"))
                        .replace("VERSION", release.version())
                        .replace("HOMEPAGE", release.homepage())
                        .replace("MAINTAINER", release.maintainer())
                        .replace("FILES", files.root().toAbsolutePath().toString()));
        var folder = Tree.makeAnew(work.resolve("rpm"));
        Command.run(List.of("rpmbuild", "-bb", "--quiet",
                "--define", "_topdir " + Tree.makeAnew(work.resolve("rpmbuild")).toAbsolutePath(),
                "--define", "_rpmdir " + folder.toAbsolutePath(),
                "--define", "_rpmfilename longshore-%{VERSION}-%{RELEASE}.%{ARCH}.rpm",
                spec.toString()));
        return Tree.files(folder).getFirst();
    }
}
