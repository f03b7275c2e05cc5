package dev.longshore;

import dev.longshore.cli.Arguments;
import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.model.Redaction;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.StartFact;
import dev.longshore.platform.Display;
import dev.longshore.platform.Folders;
import dev.longshore.platform.SecondStartRequest;
import dev.longshore.platform.SingleInstance;
import dev.longshore.platform.Version;
import dev.longshore.simulator.SimulatorConsole;
import dev.longshore.text.FactText;
import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the program begins. It does not extend {@code Application}, so that Java starts it whether JavaFX lies on the
 * module path or on the class path.
 */
public final class Launcher {
    private Launcher() {}

    /** Does what the arguments say; ends with an exit code other than 0 where that is not possible. */
    public static void main(String... args) {
        // Until there is a log, and for good where none can be opened.
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> System.err.println(Redaction.of(trace(e))));
        // Java knows the system's proxy settings and leaves them alone unless told otherwise before its first call.
        System.setProperty("java.net.useSystemProxies", "true");
        var code = run(List.of(args), System.getenv());
        if (code != 0) {
            System.exit(code);
        }
    }

    private static String trace(Throwable e) {
        var text = new StringWriter();
        e.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static int run(List<String> args, Map<String, String> environment) {
        return switch (Arguments.parse(args, environment, OkHttpConnector::readEndpoint)) {
            case Arguments.ShowVersion _ -> print("Longshore " + Version.current());
            case Arguments.ShowHelp _ -> print(Arguments.help(texts()).stripTrailing());
            case Arguments.InvalidArguments(var why) -> printError(why, Arguments.WRONG_ARGUMENTS);
            case Arguments.RunSimulator(int port, double speed) ->
                SimulatorConsole.run(port, speed, System.out, System.err);
            case Arguments.OpenWindow start -> openWindow(start, args, environment);
        };
    }

    private static int openWindow(Arguments.OpenWindow start, List<String> args, Map<String, String> environment) {
        Folders folders;
        try {
            folders = start.folders(Folders.ofThisUser(environment));
            folders.check(start.demo());
        } catch (FactException e) {
            return printError(e.fact(), Arguments.WRONG_ARGUMENTS);
        } catch (IOException e) {
            return printError(LongshoreApp.fact(e), LongshoreApp.NOT_STARTED);
        }
        var missing = Display.ofThisComputer(environment).whatIsMissing(System.getProperty("glass.platform", ""));
        if (missing.isPresent()) {
            return printError(missing.get(), Display.NO_DISPLAY);
        }
        var other = sendToRunningInstance(start, folders.data());
        if (other.isPresent()) {
            return print(other.get());
        }
        return LongshoreApp.open(args).map(failure -> printError(failure, LongshoreApp.NOT_STARTED)).orElse(0);
    }

    /** What a program says that already works in that data folder, if there is one. */
    private static Optional<String> sendToRunningInstance(Arguments.OpenWindow start, Path data) {
        var raised = say(Fact.of(StartFact.ALREADY_RUNNING));
        if (start.connect().isEmpty() && start.show().isEmpty()) {
            return SingleInstance.raiseRunning(data) ? Optional.of(raised) : Optional.empty();
        }
        var endpoint = start.connect().map(Arguments.ConnectOption::endpoint);
        return SingleInstance
                .requestSecondStart(data, new SecondStartRequest(endpoint, start.watch(), start.show()))
                .map(answer -> raised + " " + answer);
    }

    private static int print(String text) {
        System.out.println(text);
        return 0;
    }

    private static int printError(Fact why, int code) {
        return printError(say(why), code);
    }

    private static int printError(String sentence, int code) {
        System.err.println(sentence);
        return code;
    }

    /** In the language of this computer. */
    static Texts texts() {
        return new Texts(Locale.getDefault(Locale.Category.DISPLAY));
    }

    private static String say(Fact fact) {
        return inLocalTime(texts(), InstantSource.system()).of(fact);
    }

    /** Sentences with the times of this computer. */
    static FactText inLocalTime(Texts texts, InstantSource clock) {
        return new FactText(
                texts, new TimeText(clock, ZoneId.systemDefault(), () -> TimeText.ZoneChoice.LOCAL, texts));
    }
}
