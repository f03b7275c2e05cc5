import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Puts the licences of the program and of its libraries, and the list of its parts, beside the jars. */
final class Legal {
    private Legal() {}

    static void collect(Jars jars, Path work) throws IOException {
        var folder = Tree.makeAnew(jars.application().resolve("legal"));
        Files.copy(Path.of("LICENSE"), folder.resolve("LICENSE"));
        for (var name : List.of("THIRD-PARTY.txt", "bom.json")) {
            Files.copy(work.resolve(name), folder.resolve(name));
        }
        for (var jar : jars.onClassPath()) {
            collect(jar, folder.resolve(jar.getFileName().toString().replaceFirst("\\.jar$", "")));
        }
    }

    private static void collect(Path jar, Path folder) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().filter(Legal::isLicence).toList()) {
                var file = folder.resolve(Path.of(entry.getName()).getFileName().toString());
                try (var in = zip.getInputStream(entry)) {
                    Files.write(Tree.ready(file), in.readAllBytes());
                }
            }
        }
    }

    private static boolean isLicence(ZipEntry entry) {
        return entry.getName().matches("(META-INF/)?(licen[cs]es?/)?[^/]*(?i:licen[cs]e|notice|copying)[^/]*")
                && !entry.isDirectory()
                && !entry.getName().endsWith(".class");
    }
}
