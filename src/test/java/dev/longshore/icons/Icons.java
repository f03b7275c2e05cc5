package dev.longshore.icons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes every file of the icon from its drawing: {@code ./mvnw -Picons}. */
final class Icons {
    /** The sizes that a window offers to its system, in pixels; they lie beside the window's code. */
    static final List<Integer> OF_WINDOW = List.of(16, 24, 32, 48, 64, 128, 256);

    static final Path WINDOW_FOLDER = Path.of("src/main/resources/dev/longshore/icons");
    static final Path ICO = Path.of("icons/icon.ico");
    static final Path ICNS = Path.of("icons/icon.icns");

    private static final List<Integer> OF_WINDOWS = List.of(16, 24, 32, 48, 64, 256);

    private Icons() {}

    /** Writes them all into the project. */
    static void main() throws IOException {
        var drawing = new Drawing();
        Files.createDirectories(WINDOW_FOLDER);
        for (int pixels : OF_WINDOW) {
            Files.write(png(pixels), drawing.png(pixels));
        }
        Files.write(ICO, Containers.ico(each(OF_WINDOWS, drawing::png)));
        Files.write(ICNS, Containers.icns(ofMac(drawing)));
    }

    static Path png(int pixels) {
        return WINDOW_FOLDER.resolve("icon-" + pixels + ".png");
    }

    private static SequencedMap<String, byte[]> ofMac(Drawing drawing) {
        var pictures = new LinkedHashMap<String, byte[]>();
        pictures.put("icp4", drawing.png(16));
        pictures.put("icp5", drawing.png(32));
        pictures.put("icp6", drawing.png(64));
        pictures.put("ic07", drawing.png(128));
        pictures.put("ic08", drawing.png(256));
        pictures.put("ic09", drawing.png(512));
        pictures.put("ic10", drawing.png(1024));
        return pictures;
    }

    private static SequencedMap<Integer, byte[]> each(List<Integer> sizes, Function<Integer, byte[]> picture) {
        return sizes.stream()
                .collect(Collectors.toMap(Function.identity(), picture, (first, _) -> first, LinkedHashMap::new));
    }
}
