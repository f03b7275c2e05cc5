import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The jars that Maven has gathered, sorted: JavaFX becomes part of the runtime, all others go on the class path. Native
 * libraries of other systems are left out; of this one, those of JavaFX and SQLite lie as files beside Java's and the jars,
 * so that nothing is unpacked into anybody's home or temporary folder.
 */
final class Jars {
    /** The program's own jar. */
    static final String MAIN = "longshore.jar";

    private final Path gathered;
    private final Path javafx;
    private final Path application;
    private final Path natives;
    private final Target target;

    Jars(Path work, Target target) {
        gathered = work.resolve("lib");
        javafx = work.resolve("javafx");
        application = work.resolve("app");
        natives = work.resolve("natives");
        this.target = target;
    }

    void sort() throws IOException {
        for (var folder : List.of(javafx, application, natives)) {
            Tree.makeAnew(folder);
        }
        for (var jar : Tree.files(gathered)) {
            var name = jar.getFileName().toString();
            if (!name.startsWith("javafx-")) {
                slim(jar, application.resolve(name), application);
            } else if (hasModule(jar)) {
                slim(jar, javafx.resolve(name), natives);
            }
        }
    }

    /** Adds the program's own jar, as it is. */
    void add(Path jar) throws IOException {
        Files.copy(jar, application.resolve(MAIN));
    }

    /** Jars with a module descriptor for the runtime. */
    Path javafx() {
        return javafx;
    }

    /** What goes on the class path. */
    Path application() {
        return application;
    }

    /** The native libraries of JavaFX. */
    Path natives() {
        return natives;
    }

    List<Path> onClassPath() throws IOException {
        return Tree.files(application).stream().filter(each -> each.toString().endsWith(".jar")).toList();
    }

    // JavaFX comes as two jars a module: one for all systems, which is empty, and one for this.
    private static boolean hasModule(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.getEntry("module-info.class") != null;
        }
    }

    private void slim(Path jar, Path slimmed, Path libraries) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            if (zip.stream().noneMatch(Jars::isNative)) {
                Files.copy(jar, slimmed, StandardCopyOption.COPY_ATTRIBUTES);
                return;
            }
            var isJavafx = libraries.equals(natives);
            try (var out = new ZipOutputStream(Files.newOutputStream(slimmed))) {
                for (var entry : zip.stream().toList()) {
                    if (!isNative(entry)) {
                        write(zip, entry, out);
                    } else if (isJavafx || target.owns(entry.getName())) {
                        unpack(zip, entry, libraries);
                    }
                }
            }
        }
    }

    private static boolean isNative(ZipEntry entry) {
        return entry.getName().matches(".*\\.(so|a|dll|dylib|jnilib)");
    }

    private static void write(ZipFile zip, ZipEntry entry, ZipOutputStream out) throws IOException {
        var copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        try (var in = zip.getInputStream(entry)) {
            in.transferTo(out);
        }
        out.closeEntry();
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
        var name = Path.of(entry.getName()).getFileName().toString();
        try (var in = zip.getInputStream(entry)) {
            var file = folder.resolve(name);
            Files.copy(in, file);
            file.toFile().setExecutable(true, false);
        }
    }
}
