import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Puts beside each stylesheet of the program's jar what JavaFX makes of it, which takes a start a good deal of time:
 * where there is such a file JavaFX reads it by itself.
 */
final class Stylesheets {
    private static final String COMPILER = "javafx.graphics/com.sun.javafx.css.parser.Css2Bin";

    private final Path javafx;
    private final Path work;

    Stylesheets(Path javafx, Path work) {
        this.javafx = javafx;
        this.work = work;
    }

    void compileIn(Path jar) throws Exception {
        var folder = Tree.makeAnew(work.resolve("stylesheets"));
        try (var zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            for (var sheet : sheets(zip)) {
                var text = folder.resolve("sheet.css");
                var compiled = folder.resolve("sheet.bss");
                Files.writeString(text, Files.readString(sheet));
                compile(text, compiled);
                var target = zip.getPath(sheet.toString().replaceFirst("css$", "bss"));
                Files.write(target, Files.readAllBytes(compiled));
                Files.setLastModifiedTime(target, Files.getLastModifiedTime(sheet));
            }
        }
    }

    private static List<Path> sheets(FileSystem zip) throws IOException {
        try (var files = Files.walk(zip.getPath("/"))) {
            return files.filter(each -> each.toString().endsWith(".css")).sorted().toList();
        }
    }

    private void compile(Path text, Path compiled) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java" + (File.separatorChar == '/' ? "" : ".exe"));
        var code = new ProcessBuilder(java.toString(), "-XX:TieredStopAtLevel=1", "--module-path", javafx.toString(),
                "--module", COMPILER, text.toString(), compiled.toString()).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("The stylesheet " + text + " could not be compiled.");
        }
    }
}
