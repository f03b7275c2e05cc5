import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Folders and all that lies below them. */
final class Tree {
    private Tree() {}

    /** Makes an empty folder, whatever was there before. */
    static Path makeAnew(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    /** All files below {@code folder}, in the order of their names. */
    static List<Path> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Makes the folders above {@code file}. */
    static Path ready(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return file;
    }
}
