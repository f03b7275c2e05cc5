import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.spi.ToolProvider;

/** The tools of the JDK that runs this. */
final class Jdk {
    private Jdk() {}

    /** Runs a tool and returns what it printed. */
    static String run(String tool, List<String> arguments) {
        var printed = new StringWriter();
        var out = new PrintWriter(printed);
        var code = ToolProvider.findFirst(tool)
                .orElseThrow(() -> new IllegalStateException("This JDK has no " + tool + "."))
                .run(out, out, arguments.toArray(String[]::new));
        out.flush();
        if (code != 0) {
            throw new IllegalStateException(tool + " failed:\n" + printed);
        }
        return printed.toString();
    }
}
