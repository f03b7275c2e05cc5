import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** The modules of the runtime: what {@code packaging/modules.txt} says, which must be what the jars need. */
final class Modules {
    private static final Path LIST = Path.of("packaging/modules.txt");

    private Modules() {}

    /** Stops the build when jdeps finds other modules than the list has. */
    static void check(Jars jars) throws IOException {
        var found = new TreeSet<>(found(jars));
        var listed = new TreeSet<>(listed());
        if (!found.equals(listed)) {
            throw new IllegalStateException(
                    "jdeps finds that the jars need " + found + ", but " + LIST + " lists " + listed
                            + ". Change the list when the change is meant.");
        }
    }

    /** Makes a runtime of the modules of the list, with the native libraries of JavaFX beside those of Java. */
    static Path link(Jars jars, Target target, Path runtime) throws IOException {
        Tree.makeAnew(runtime);
        Files.delete(runtime);
        // Not compressed: an installer packs the plain bytes smaller, and classes load faster.
        Jdk.run("jlink", List.of(
                "--module-path", jars.javafx().toString(), "--add-modules", String.join(",", with(target)),
                "--output", runtime.toString(), "--compress", "zip-0",
                "--strip-java-debug-attributes", "--strip-native-commands", "--no-man-pages", "--no-header-files"));
        for (var library : Tree.files(jars.natives())) {
            Files.copy(library, target.libraries(runtime).resolve(library.getFileName()));
        }
        return runtime;
    }

    /** Where a system's store of authorities is read by a module that no class of ours names. */
    private static List<String> with(Target target) throws IOException {
        var modules = new ArrayList<>(listed());
        modules.addAll(target.ofItsStore());
        return modules;
    }

    private static List<String> found(Jars jars) throws IOException {
        var modules = jars.javafx() + File.pathSeparator + jars.application();
        var arguments = new ArrayList<>(List.of(
                "--multi-release", "25", "--ignore-missing-deps", "--print-module-deps", "--module-path", modules));
        jars.onClassPath().forEach(jar -> arguments.add(jar.toString()));
        var lines = Jdk.run("jdeps", arguments).strip().lines().toList();
        return Arrays.asList(lines.getLast().split(","));
    }

    private static List<String> listed() throws IOException {
        return Files.readAllLines(LIST).stream().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    }
}
