package dev.longshore;

import dev.longshore.cli.Arguments;
import dev.longshore.journal.JournalException;
import dev.longshore.platform.Folders;
import dev.longshore.secret.AstraCliProfiles;
import dev.longshore.start.EndpointCurl;
import dev.longshore.start.SecondStart;
import dev.longshore.start.StoredPreferences;
import dev.longshore.text.Texts;
import dev.longshore.ui.context.Appearance;
import dev.longshore.ui.context.HostEnvironment;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.fx.FxThread;
import dev.longshore.ui.fx.WindowTimes;
import dev.longshore.ui.look.Theme;
import dev.longshore.ui.shell.ShellView;
import dev.longshore.ui.shell.StartErrorWindow;
import dev.longshore.ui.shell.TrainingRun;
import dev.longshore.ui.shell.WindowBounds;
import dev.longshore.ui.shell.WindowIcons;
import dev.longshore.watch.Watch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
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
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final List<String> arguments;
    private final Map<String, String> environment;
    private @Nullable AppContext context;
    private @Nullable ShellView shell;
    private @Nullable String trouble;
    private Optional<Path> dataFolder = Optional.empty();

    /** The application with the arguments and the environment of this process; for JavaFX. */
    public LongshoreApp() {
        this(List.of(), System.getenv());
    }

    /**
     * The application with other arguments and another environment.
     *
     * @param arguments used where JavaFX has none to offer
     * @param environment the environment variables
     */
    LongshoreApp(List<String> arguments, Map<String, String> environment) {
        this.arguments = List.copyOf(arguments);
        this.environment = Map.copyOf(environment);
    }

    /** Opens the window and returns an exit code when it has been closed. */
    static int open(List<String> args) {
        launch(LongshoreApp.class, args.toArray(String[]::new));
        return 0;
    }

    @Override
    public void init() {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, e) -> LOG.error("Something unexpected happened on {}", thread.getName(), e));
        var raw = getParameters() == null ? arguments : getParameters().getRaw();
        switch (Arguments.parse(raw, environment)) {
            case Arguments.OpenWindow start -> assemble(start);
            case Arguments.InvalidArguments(var sentence) -> trouble = sentence;
            case Arguments.RunSimulator _,Arguments.ShowHelp _,Arguments.ShowVersion _ ->
                trouble = "These arguments do not open a window.";
        }
    }

    private void assemble(Arguments.OpenWindow start) {
        dataFolder = start.dataFolder();
        try {
            context = new AppContext(start, Folders.ofThisUser(environment), environment);
        } catch (IOException | JournalException e) {
            LOG.error("Longshore cannot start", e);
            trouble = Objects.requireNonNullElse(e.getMessage(), e.toString());
        }
    }

    @Override
    public void start(Stage stage) {
        var theme = new Theme();
        var texts = new Texts();
        if (context == null) {
            StartErrorWindow.show(stage, theme, texts, Objects.requireNonNullElse(trouble, "Longshore cannot start."));
            return;
        }
        stage.getIcons().setAll(WindowIcons.all());
        open(stage, context, theme, texts);
        TrainingRun.requested(System.getProperty(TrainingRun.PROPERTY, ""), LongshoreApp::drawn).ifPresent(
                trainingRun -> trainingRun.begin(stage));
    }

    /** In real time, whatever clock the program runs on: it is compared with when the process began. */
    private static void drawn() {
        LOG.info("Window drawn at {}", System.currentTimeMillis());
    }

    private void open(Stage stage, AppContext parts, Theme theme, Texts texts) {
        var preferences = new StoredPreferences(parts.settings());
        var times = new WindowTimes(parts.clock(), ZoneId.systemDefault(), texts);
        var context = new UiContext(
                parts.watch(), parts.clock(), new FxThread(), times, texts, new EndpointCurl(parts.watch()));
        shell = new ShellView(
                context, new Appearance(theme, preferences, parts.simulatorSpeed()),
                firstStart(stage, parts, theme, texts));
        var scene = sceneThatFits(shell.root(), stage);
        // Before it comes into a window that is shown, as after the welcome: it would be styled at once, without colours.
        theme.applyTo(scene);
        stage.setScene(scene);
        stage.titleProperty().bind(shell.titleProperty());
        var place = new WindowBounds(stage, preferences);
        place.restore();
        stage.setOnHiding(_ -> place.save());
        stage.show();
        parts.instance().onSecondStart(
                () -> Platform.runLater(() -> raise(stage)), secondStart(parts.watch(), shell)::accept);
    }

    private static SecondStart secondStart(Watch watch, ShellView window) {
        return new SecondStart(
                watch,
                endpoint -> Platform.runLater(() -> window.connect(endpoint)),
                connection -> Platform.runLater(() -> window.requestToken(connection)));
    }

    private HostEnvironment firstStart(Stage stage, AppContext parts, Theme theme, Texts texts) {
        var profiles = new AstraCliProfiles(environment, Path.of(System.getProperty("user.home")));
        return new HostEnvironment(() -> startDemo(stage, theme, texts), profiles::read, parts.proxies()::of,
                parts.support());
    }

    /** Starts the simulator and shows its estate in the same window, as {@code --demo} does from the start. */
    private CompletableFuture<String> startDemo(Stage stage, Theme theme, Texts texts) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                var parts = new AppContext(demonstration(), Folders.ofThisUser(environment), environment);
                Platform.runLater(() -> change(stage, parts, theme, texts));
                return "";
            } catch (IOException | JournalException e) {
                LOG.error("The simulator cannot start", e);
                return Objects.requireNonNullElse(e.getMessage(), e.toString());
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
        var oldShell = shell;
        var oldContext = context;
        context = parts;
        open(stage, parts, theme, texts);
        if (oldShell != null && oldContext != null) {
            oldShell.close();
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

    /** Takes everything down, the window first; waits a few seconds at most for calls under way. */
    @Override
    public void stop() {
        if (shell != null) {
            shell.close();
        }
        if (context != null) {
            context.close();
        }
    }
}
