package dev.longshore;

import dev.longshore.cli.Arguments;
import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Redaction;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.StartFact;
import dev.longshore.platform.Folders;
import dev.longshore.platform.SecondStartRequest;
import dev.longshore.platform.Version;
import dev.longshore.secret.AstraCliProfiles;
import dev.longshore.simulator.SimulatedClock;
import dev.longshore.start.BackgroundWatch;
import dev.longshore.start.JournalSwitch;
import dev.longshore.start.SecondStart;
import dev.longshore.start.StoredPreferences;
import dev.longshore.start.SupportBundle;
import dev.longshore.text.FactText;
import dev.longshore.text.Texts;
import dev.longshore.ui.context.Appearance;
import dev.longshore.ui.context.HostEnvironment;
import dev.longshore.ui.context.JournalChoice;
import dev.longshore.ui.context.KeepWatching;
import dev.longshore.ui.context.SimulatorTime;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.context.UpdateNotice;
import dev.longshore.ui.fx.FxThread;
import dev.longshore.ui.fx.WindowTimes;
import dev.longshore.ui.look.Theme;
import dev.longshore.ui.shell.StartErrorWindow;
import dev.longshore.ui.shell.TrainingRun;
import dev.longshore.ui.shell.WindowAssembly;
import dev.longshore.ui.shell.WindowBounds;
import dev.longshore.ui.shell.WindowIcons;
import dev.longshore.update.PackageOwner;
import dev.longshore.update.UpdateChecks;
import dev.longshore.update.UpdateSource;
import dev.longshore.watch.Watch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JavaFX application: puts the program together, opens the one window, and takes everything down again. JavaFX calls
 * {@link #init} on a thread of its own, where the journal may be read, and the rest on the FX thread.
 */
public final class LongshoreApp extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(LongshoreApp.class);

    /** JavaFX makes the application itself and takes no result from it. */
    private static final AtomicReference<Optional<String>> FAILURE = new AtomicReference<>(Optional.empty());
    /** What is opened while JavaFX starts; handed over here, since JavaFX makes the application itself. */
    private static final AtomicReference<Optional<CompletableFuture<OpenedProgram>>> OPENING = new AtomicReference<>(
            Optional.empty());

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final List<String> arguments;
    private final Map<String, String> environment;
    private final InstantSource computerClock;
    private @Nullable AppContext context;
    private @Nullable WindowAssembly window;
    private @Nullable Fact trouble;
    private Optional<Path> dataFolder = Optional.empty();
    private Optional<MigrationRef> shownFirst = Optional.empty();

    /** What the window is about, or why there is none. */
    private record OpenedProgram(Optional<Arguments.OpenWindow> start, Optional<AppContext> context,
            Optional<Fact> trouble) {
        static OpenedProgram failed(Optional<Arguments.OpenWindow> start, Fact trouble) {
            return new OpenedProgram(start, Optional.empty(), Optional.of(trouble));
        }
    }

    /** The application with the arguments and the environment of this process; for JavaFX. */
    public LongshoreApp() {
        this(List.of(), System.getenv(), InstantSource.system());
    }

    /**
     * The application with other arguments, another environment and another clock.
     *
     * @param arguments used where JavaFX has none to offer
     * @param environment the environment variables
     * @param computerClock the clock of this computer
     */
    LongshoreApp(List<String> arguments, Map<String, String> environment, InstantSource computerClock) {
        this.computerClock = computerClock;
        this.arguments = List.copyOf(arguments);
        this.environment = Map.copyOf(environment);
    }

    /**
     * Opens the window and returns when it has been closed, with the sentence that it showed after a failed start. The
     * journal is read while JavaFX starts, since each takes about as long as the other.
     */
    static Optional<String> open(List<String> args) {
        OPENING.set(Optional.of(CompletableFuture.supplyAsync(
                () -> openProgram(args, System.getenv(), InstantSource.system()),
                task -> Thread.ofPlatform().daemon().name("open").start(task))));
        try {
            launch(LongshoreApp.class, args.toArray(String[]::new));
        } finally {
            // Still there where JavaFX did not start.
            OPENING.getAndSet(Optional.empty()).ifPresent(
                    opening -> opening.join().context().ifPresent(AppContext::close));
        }
        return FAILURE.get();
    }

    @Override
    public void init() {
        Thread.setDefaultUncaughtExceptionHandler(this::reportFault);
        var opened = OPENING.getAndSet(Optional.empty()).map(CompletableFuture::join)
                .orElseGet(() -> openProgram(arguments, environment, computerClock));
        context = opened.context().orElse(null);
        trouble = opened.trouble().orElse(null);
        dataFolder = opened.start().flatMap(Arguments.OpenWindow::dataFolder);
        shownFirst = opened.start().flatMap(Arguments.OpenWindow::show);
    }

    private static OpenedProgram openProgram(List<String> arguments, Map<String, String> environment,
            InstantSource computerClock) {
        return switch (Arguments.parse(arguments, environment, OkHttpConnector::readEndpoint)) {
            case Arguments.OpenWindow start -> openProgram(start, environment, computerClock);
            case Arguments.InvalidArguments(var why) -> OpenedProgram.failed(Optional.empty(), why);
            case Arguments.RunSimulator _,Arguments.RunWatch _,Arguments.ListMigrations _,Arguments.ShowHelp _,Arguments.ShowVersion _ ->
                OpenedProgram.failed(Optional.empty(), Fact.of(StartFact.NO_WINDOW_ARGUMENTS));
        };
    }

    private static OpenedProgram openProgram(Arguments.OpenWindow start, Map<String, String> environment,
            InstantSource computerClock) {
        try {
            return new OpenedProgram(Optional.of(start), Optional.of(
                    new AppContext(start, Folders.ofThisUser(environment), environment, computerClock)),
                    Optional.empty());
        } catch (IOException | RuntimeException e) {
            LOG.error("Longshore cannot start", e);
            return OpenedProgram.failed(Optional.of(start), Launcher.fact(e));
        }
    }

    /** The net below every handler: what nobody expected is logged, and shown as a sentence. */
    private void reportFault(Thread thread, Throwable fault) {
        LOG.error("Something unexpected happened on {}", thread.getName(), fault);
        try {
            Platform.runLater(() -> {
                if (window != null) {
                    window.showFault();
                }
            });
        } catch (IllegalStateException noWindowAnyMore) {
            LOG.debug("Nothing can be shown any more", noWindowAnyMore);
        }
    }

    @Override
    public void start(Stage stage) {
        var theme = new Theme();
        var texts = Launcher.texts();
        if (context == null) {
            showFailure(stage, theme, texts, Objects.requireNonNull(trouble));
            return;
        }
        stage.getIcons().setAll(WindowIcons.all());
        try {
            open(stage, context, theme, texts);
        } catch (RuntimeException e) {
            LOG.error("The window cannot be opened", e);
            showFailure(stage, theme, texts, Launcher.fact(e));
            return;
        }
        TrainingRun.requested(System.getProperty(TrainingRun.PROPERTY, ""), LongshoreApp::drawn).ifPresent(
                trainingRun -> trainingRun.begin(stage));
    }

    private static void showFailure(Stage stage, Theme theme, Texts texts, Fact fact) {
        var sentence = Redaction.of(sentence(texts, fact));
        FAILURE.set(Optional.of(sentence));
        StartErrorWindow.show(stage, theme, texts, sentence);
    }

    private static String sentence(Texts texts, Fact fact) {
        return Launcher.inLocalTime(texts, InstantSource.system()).of(fact);
    }

    /** In real time, whatever clock the program runs on: it is compared with when the process began. */
    private static void drawn() {
        LOG.info("Window drawn at {}", System.currentTimeMillis());
    }

    private void open(Stage stage, AppContext parts, Theme theme, Texts texts) {
        var preferences = new StoredPreferences(parts.settings());
        var times = new WindowTimes(
                parts.clock(), ZoneId.systemDefault(), texts, Locale.getDefault(Locale.Category.FORMAT));
        var context = new UiContext(
                parts.watch(), parts.clock(), new FxThread(), times, texts);
        window = new WindowAssembly(
                context, new Appearance(theme, preferences, parts.simulatorClock().map(LongshoreApp::simulatorTime)),
                firstStart(stage, parts, theme, texts));
        shownFirst.ifPresent(window::show);
        var scene = sceneThatFits(window.root(), stage);
        // Before it comes into a window that is shown, as after the welcome: it would be styled at once, without colours.
        theme.applyTo(scene);
        stage.setScene(scene);
        stage.titleProperty().bind(window.titleProperty());
        var place = new WindowBounds(stage, preferences);
        place.restore();
        stage.setOnHiding(_ -> place.save());
        stage.setOnCloseRequest(request -> {
            if (askBeforeClosing(stage)) {
                request.consume();
            }
        });
        stage.show();
        window.startTicking();
        parts.notifications().onShow(ref -> Platform.runLater(() -> {
            raise(stage);
            ref.ifPresent(Objects.requireNonNull(window)::show);
        }));
        parts.instance().onSecondStart(
                () -> Platform.runLater(() -> raise(stage)), answers(secondStart(parts.watch(), window), texts));
    }

    private static SimulatorTime simulatorTime(SimulatedClock clock) {
        return new SimulatorTime(clock::speed, clock::setSpeed, clock::advance);
    }

    private static Function<Optional<SecondStartRequest>, String> answers(SecondStart secondStart, Texts texts) {
        return request -> sentence(
                texts, request.map(secondStart::accept).orElse(Fact.of(StartFact.REQUEST_NOT_UNDERSTOOD)));
    }

    private static SecondStart secondStart(Watch watch, WindowAssembly window) {
        return new SecondStart(
                watch,
                endpoint -> Platform.runLater(() -> window.connect(endpoint)),
                connection -> Platform.runLater(() -> window.requestToken(connection)),
                key -> Platform.runLater(() -> window.show(key.ref())));
    }

    private HostEnvironment firstStart(Stage stage, AppContext parts, Theme theme, Texts texts) {
        var profiles = new AstraCliProfiles(environment, Path.of(System.getProperty("user.home")));
        return new HostEnvironment(() -> startDemo(stage, theme, texts), profiles::read, OkHttpConnector::readEndpoint,
                parts.proxies()::of, support(parts), parts.notifications(), updates(parts), journals(parts));
    }

    /** A demonstration asks nobody. */
    private UpdateNotice updates(AppContext parts) {
        var program = Optional.ofNullable(System.getProperty("jpackage.app-path")).map(Path::of);
        var checks = parts.isDemonstration() ? UpdateChecks.none(computerClock)
                : new UpdateChecks(UpdateSource.ofThisProgram(),
                        PackageOwner.of(program, environment, Path.of("/")), Version.current(), computerClock,
                        parts.workers());
        return new UpdateNotice(new StoredPreferences(parts.settings()), new FxThread(), checks,
                page -> getHostServices().showDocument(page.toString()));
    }

    private static JournalSwitch journals(AppContext parts) {
        return new JournalSwitch(
                parts.journalAccess(), place(parts), parts.folders().data(), parts.workers(),
                FactText.english(parts.clock())::of);
    }

    private static JournalChoice.JournalPlace place(AppContext parts) {
        var file = parts.folders().data().resolve("journal.db").toString();
        if (parts.isDemonstration()) {
            return new JournalChoice.JournalPlace(file, JournalChoice.JournalPlaceKind.DEMONSTRATION);
        }
        var kind = parts.isJournalGiven() ? JournalChoice.JournalPlaceKind.TEAM_OF_COMMAND_LINE
                : JournalChoice.JournalPlaceKind.TEAM;
        return parts.storage().journal().filter(each -> !each.isLocal())
                .map(each -> new JournalChoice.JournalPlace(each.place(), kind))
                .orElseGet(() -> new JournalChoice.JournalPlace(file, JournalChoice.JournalPlaceKind.FILE));
    }

    private static SupportBundle support(AppContext parts) {
        return new SupportBundle(
                parts.folders(), parts.clock(), parts.journal()::figures, parts.watch()::snapshot, parts.workers());
    }

    /** Starts the simulator and shows its sample organisation in the same window, as {@code --demo} does from the start. */
    private CompletableFuture<String> startDemo(Stage stage, Theme theme, Texts texts) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                var parts = new AppContext(demonstration(), Folders.ofThisUser(environment), environment,
                        computerClock);
                Platform.runLater(() -> change(stage, parts, theme, texts));
                return "";
            } catch (IOException | RuntimeException e) {
                LOG.error("The simulator cannot start", e);
                return sentence(texts, Launcher.fact(e));
            }
        });
    }

    /** A data folder of its own, beside that of the real migrations. */
    private Arguments.OpenWindow demonstration() {
        return new Arguments.OpenWindow(
                true,
                dataFolder.map(folder -> new Folders(folder).forDemo().data()),
                Optional.empty(),
                List.of(),
                OptionalDouble.empty());
    }

    private void change(Stage stage, AppContext parts, Theme theme, Texts texts) {
        var oldWindow = window;
        var oldContext = context;
        context = parts;
        open(stage, parts, theme, texts);
        if (oldWindow != null && oldContext != null) {
            oldWindow.close();
            CompletableFuture.runAsync(oldContext::close).exceptionally(e -> {
                LOG.warn("What was open before did not close cleanly", e);
                return null;
            });
        }
    }

    private static Scene sceneThatFits(Parent root, Stage stage) {
        var screen = Screen.getPrimary().getVisualBounds();
        return new Scene(
                root,
                Math.min(WIDTH, Math.min(stage.getMaxWidth(), screen.getWidth())),
                Math.min(HEIGHT, Math.min(stage.getMaxHeight(), screen.getHeight())));
    }

    private static void raise(Stage stage) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    private boolean askBeforeClosing(Stage stage) {
        return window != null && context != null && window.askBeforeClosing(canGoOn(context), stage::hide);
    }

    /** A demonstration ends with its simulator; and where another watch waits already, a second one is not needed. */
    private static boolean canGoOn(AppContext parts) {
        return !parts.isDemonstration() && !parts.isWaitedFor();
    }

    /** Takes everything down, the window first; waits a few seconds at most for calls under way. */
    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
        if (context != null) {
            // The keystore may be asked, and nobody waits for the window any more.
            CompletableFuture.runAsync(() -> keepWatching(Objects.requireNonNull(context))).join();
            context.close();
        }
    }

    private static void keepWatching(AppContext parts) {
        var isWanted = new KeepWatching(new StoredPreferences(parts.settings())).isWanted();
        if (isWanted && canGoOn(parts) && !parts.watch().snapshot().migrations().isEmpty()) {
            parts.instance().stopListening();
            BackgroundWatch.start(parts.storage(), parts.tokensInMemory());
        }
    }
}
