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
        var iconDrawing = new IconDrawing();
        Files.createDirectories(WINDOW_FOLDER);
        for (int pixels : OF_WINDOW) {
            Files.write(png(pixels), iconDrawing.png(pixels));
        }
        Files.write(ICO, IconFileFormats.ico(each(OF_WINDOWS, iconDrawing::png)));
        Files.write(ICNS, IconFileFormats.icns(ofMac(iconDrawing)));
    }

    static Path png(int pixels) {
        return WINDOW_FOLDER.resolve("icon-" + pixels + ".png");
    }

    private static SequencedMap<String, byte[]> ofMac(IconDrawing iconDrawing) {
        var pictures = new LinkedHashMap<String, byte[]>();
        pictures.put("icp4", iconDrawing.png(16));
        pictures.put("icp5", iconDrawing.png(32));
        pictures.put("icp6", iconDrawing.png(64));
        pictures.put("ic07", iconDrawing.png(128));
        pictures.put("ic08", iconDrawing.png(256));
        pictures.put("ic09", iconDrawing.png(512));
        pictures.put("ic10", iconDrawing.png(1024));
        return pictures;
    }

    private static SequencedMap<Integer, byte[]> each(List<Integer> sizes, Function<Integer, byte[]> picture) {
        return sizes.stream()
                .collect(Collectors.toMap(Function.identity(), picture, (first, _) -> first, LinkedHashMap::new));
    }
}
