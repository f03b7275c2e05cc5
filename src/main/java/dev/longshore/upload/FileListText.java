package dev.longshore.upload;

import dev.longshore.upload.FileList.ListedFile;
import dev.longshore.upload.FileList.ListedSize;
import dev.longshore.upload.FileList.SizeKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Files of one node as lines, to be kept and read again: size, margin, kind, table and file, with tabs between them. */
public final class FileListText {
    private static final int PARTS = 5;

    private FileListText() {}

    /** The lines; the node is not among what they tell. */
    public static String write(List<ListedFile> files) {
        return files.stream()
                .map(each -> each.size().bytes() + "\t" + each.size().margin() + "\t" + each.size().kind() + "\t"
                        + each.table() + "\t" + each.file())
                .collect(Collectors.joining("\n"));
    }

    /** The files of {@code node}; a line that was not written by this program is left out. */
    public static List<ListedFile> read(String node, String lines) {
        return lines.lines().flatMap(line -> file(node, line.split("\t", PARTS)).stream()).toList();
    }

    private static Optional<ListedFile> file(String node, String[] parts) {
        try {
            return parts.length < PARTS ? Optional.empty()
                    : Optional.of(new ListedFile(node, parts[3], parts[4], new ListedSize(
                            Long.parseLong(parts[0]), Long.parseLong(parts[1]), SizeKind.valueOf(parts[2]))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
