package dev.longshore;

import dev.longshore.cli.Arguments;
import dev.longshore.console.MigrationListing;
import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.journal.PostgresJournal;
import dev.longshore.journal.PostgresServer;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.journal.StoredList;
import dev.longshore.model.JournalAddress;
import dev.longshore.model.Redaction;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.StartFact;
import dev.longshore.platform.Display;
import dev.longshore.platform.Folders;
import dev.longshore.platform.SecondStartRequest;
import dev.longshore.platform.SettingsFile;
import dev.longshore.platform.SingleInstance;
import dev.longshore.platform.Version;
import dev.longshore.secret.KeyringTokenStore;
import dev.longshore.simulator.SimulatorConsole;
import dev.longshore.start.HandedTokens;
import dev.longshore.start.JournalAccess;
import dev.longshore.text.FactText;
import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the program begins. It does not extend {@code Application}, so that Java starts it whether JavaFX lies on the
 * module path or on the class path.
 */
public final class Launcher {
    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);
    /** Exit code when the program cannot start for another reason than its arguments or a missing display. */
    static final int NOT_STARTED = 1;
    /** Whoever stops a service waits for five seconds before it is ended by force. */
    private static final Duration PATIENCE_AT_END = Duration.ofMillis(4500);

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
            case Arguments.ShowHelp(var command) -> print(Arguments.help(command, texts()).stripTrailing());
            case Arguments.InvalidArguments(var why) -> printError(why, Arguments.WRONG_ARGUMENTS);
            case Arguments.RunSimulator(int port, double speed) ->
                SimulatorConsole.run(port, speed, System.out, System.err);
            case Arguments.RunWatch start -> watch(start, environment);
            case Arguments.ListMigrations start -> list(start, environment);
            case Arguments.OpenWindow start -> openWindow(start, args, environment);
        };
    }

    /** Ends with 0 when it is told to stop, as it then has done what it was started for. */
    private static int watch(Arguments.RunWatch start, Map<String, String> environment) {
        var stop = new CompletableFuture<Boolean>();
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (ended.getCount() > 0) {
                stop.complete(true);
                await(ended);
                Runtime.getRuntime().halt(0);
            }
        }, "watch-stop"));
        var console = new WatchConsole(start, environment, localTime(InstantSource.system()), System.out, System.err);
        try {
            return console.run(stop, start.files().tokensOnInput() ? read(System.in) : HandedTokens.none());
        } finally {
            ended.countDown();
        }
    }

    private static HandedTokens read(InputStream in) {
        try {
            return HandedTokens.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn("What the window hands over cannot be read: {}", e.toString());
            return HandedTokens.none();
        }
    }

    private static void await(CountDownLatch ended) {
        try {
            if (!ended.await(PATIENCE_AT_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The watch did not close in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int list(Arguments.ListMigrations start, Map<String, String> environment) {
        try {
            var folders = start.storage().dataFolder().map(Folders::new)
                    .orElseGet(() -> Folders.ofThisUser(environment));
            folders.checkIsFolder();
            var times = localTime(InstantSource.system());
            try (var settings = SettingsFile.open(folders.settings(), SettingsFile.USUAL_DELAY)) {
                // Which journal is meant may be among them.
                settings.notice().ifPresent(each -> System.err.println(say(each)));
                var journal = JournalAccess.address(start.storage().journal(), settings::find);
                var listing = new MigrationListing(
                        journal.map(each -> readTeamList(each, settings, environment))
                                .orElseGet(() -> SqliteJournal.readList(folders.data())),
                        times);
                return printAll(switch (start.format()) {
                    case TABLE -> listing.table().isEmpty()
                            ? times.texts().get("console.list.nothing", journal.map(JournalAddress::place)
                                    .orElseGet(() -> folders.data().toString()))
                            : listing.table();
                    case JSON -> listing.json();
                    case CSV -> listing.csv().stripTrailing();
                }, new FileOutputStream(FileDescriptor.out));
            }
        } catch (FactException e) {
            return printError(e.fact(), Arguments.WRONG_ARGUMENTS);
        }
    }

    private static StoredList readTeamList(
            JournalAddress address, SettingsFile settings, Map<String, String> environment) {
        try (var tokens = KeyringTokenStore.ofSystem(
                System.getProperty("os.name"), environment, KeyringTokenStore.USUAL_DEADLINE)) {
            var access = new JournalAccess(settings, tokens, environment);
            return PostgresJournal.readList(PostgresServer.forReading(address, access.environment(address)));
        }
    }

    private static int openWindow(Arguments.OpenWindow start, List<String> args, Map<String, String> environment) {
        Folders folders;
        try {
            folders = start.folders(Folders.ofThisUser(environment));
            folders.check(start.demo());
        } catch (FactException e) {
            return printError(e.fact(), Arguments.WRONG_ARGUMENTS);
        } catch (IOException e) {
            return printError(fact(e), NOT_STARTED);
        }
        var missing = Display.ofThisComputer(environment).whatIsMissing(System.getProperty("glass.platform", ""));
        if (missing.isPresent()) {
            return printError(missing.get(), Display.NO_DISPLAY);
        }
        var other = sendToRunningInstance(start, folders.data());
        if (other.isPresent()) {
            return print(other.get());
        }
        return LongshoreApp.open(args).map(failure -> printError(failure, NOT_STARTED)).orElse(0);
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

    /**
     * Prints what other programs read, and says where that is not possible: half a list on a full disk is no list. Who
     * closes the pipe ({@code | head}) has read all they want.
     */
    static int printAll(String text, OutputStream out) {
        try {
            out.write((text + System.lineSeparator()).getBytes(System.out.charset()));
            out.flush();
            return 0;
        } catch (IOException e) {
            var reason = Objects.requireNonNullElse(e.getMessage(), e.toString());
            return reason.toLowerCase(Locale.ROOT).contains("pipe") ? 0
                    : printError(Fact.of(StartFact.OUTPUT_NOT_WRITTEN, reason), NOT_STARTED);
        }
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
        return new FactText(texts, localTime(texts, clock));
    }

    private static TimeText localTime(InstantSource clock) {
        return localTime(texts(), clock);
    }

    private static TimeText localTime(Texts texts, InstantSource clock) {
        return new TimeText(clock, ZoneId.systemDefault(), () -> TimeText.ZoneChoice.LOCAL, texts);
    }

    /** What ended a start. */
    static Fact fact(Exception e) {
        return switch (e) {
            case FactException known -> known.fact();
            case FileSystemException file -> Fact.of(StartFact.FILE_NOT_USABLE, file.getFile(),
                    Objects.requireNonNullElse(file.getReason(), file.getClass().getSimpleName()));
            default -> Fact.of(StartFact.CANNOT_START, e.toString());
        };
    }
}
