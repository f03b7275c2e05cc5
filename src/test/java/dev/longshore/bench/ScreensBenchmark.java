package dev.longshore.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How long the packaged program takes from the click to the first frame of a screen or dialog that is opened first. */
final class ScreensBenchmark {
    private static final int STARTS = Integer.getInteger("bench.pairs", 5);
    private static final double FRAME = 16;
    private static final Pattern OPENED = Pattern.compile("Opened (\\w+) in ([\\d.]+) ms");

    private ScreensBenchmark() {}

    static List<Measurement> run(Path folder) throws Exception {
        var program = PackagedProgram.find();
        Map<String, List<Double>> times = new TreeMap<>();
        try (var service = ServiceProcess.start(100, 0)) {
            for (var start = 0; start < STARTS; start++) {
                var data = Files.createDirectory(folder.resolve("start-" + start));
                PackagedProgram.start(program.launcher(), data, service, "screens", service.arguments()).waitFor();
                OPENED.matcher(PackagedProgram.log(data)).results().forEach(
                        each -> times.computeIfAbsent(each.group(1), _ -> new ArrayList<>())
                                .add(Double.valueOf(each.group(2))));
            }
        }
        return times.entrySet().stream().map(each -> measured(each.getKey(), each.getValue())).toList();
    }

    private static Measurement measured(String id, List<Double> times) {
        var median = Measurement.median(times.stream().mapToDouble(Double::doubleValue).toArray());
        return new Measurement("second-screen: first opening of " + id + " / a frame", median, FRAME, "ms", 6.0);
    }
}
