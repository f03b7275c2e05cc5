import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the cache with which Java starts the program faster: the packaged program itself walks through its window on the
 * built-in simulator, Java notes what it loads, and a second run puts that into one file beside the jars.
 */
final class Training {
    private static final String CACHE = "longshore.aot";

    private final Target.Parts image;
    private final Path work;

    Training(Target.Parts image, Path work) {
        this.image = image;
        this.work = work.toAbsolutePath();
    }

    void run() throws Exception {
        var folder = Tree.makeAnew(work.resolve("training"));
        var recorded = folder.resolve("recorded.aotconf");
        var cache = image.app().toAbsolutePath().resolve(CACHE);
        start(folder, "-XX:AOTMode=record -XX:AOTConfiguration=" + recorded + " -Dlongshore.rehearsal=tour" + screen());
        start(folder, "-XX:AOTMode=create -XX:AOTConfiguration=" + recorded + " -XX:AOTCache=" + cache);
        if (!Files.exists(cache)) {
            throw new IllegalStateException("The training made no cache; see the files in " + folder + ".");
        }
        Files.delete(recorded);
        use();
    }

    /** Tells the launcher of the cache, which it must not know while it is made. */
    private void use() throws IOException {
        try (var files = Files.list(image.app())) {
            var options = files.filter(each -> each.toString().endsWith(".cfg")).findFirst().orElseThrow();
            Files.writeString(options, "\njava-options=-XX:AOTCache=$APPDIR/" + CACHE + "\n",
                    StandardOpenOption.APPEND);
        }
    }

    // A window on a real display, or a virtual one, also notes what belongs to that display.
    private static String screen() {
        var needsOne = Target.ofThisComputer() == Target.LINUX && System.getenv("DISPLAY") == null;
        return needsOne ? " -Dglass.platform=Headless -Dprism.order=sw" : "";
    }

    private void start(Path folder, String options) throws Exception {
        var said = folder.resolve("said.txt");
        var command = new ArrayList<>(List.of(image.launcher().toAbsolutePath().toString(), "--demo"));
        command.addAll(List.of("--data-dir", folder.resolve("data").toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()));
        builder.environment().put("JAVA_TOOL_OPTIONS", options + " -Xlog:disable -Xlog:all=error:stderr");
        var code = builder.start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("The training ended with code " + code + ":\n" + Files.readString(said));
        }
    }
}
