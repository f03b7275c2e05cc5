package dev.longshore.support;

import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.model.fact.Fact;
import dev.longshore.secret.AstraCliProfile;
import dev.longshore.secret.AstraCliProfiles;
import dev.longshore.text.Texts;
import dev.longshore.ui.context.Appearance;
import dev.longshore.ui.context.HostEnvironment;
import dev.longshore.ui.context.Preferences;
import dev.longshore.ui.context.SimulatorTime;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.context.UpdateNotice;
import dev.longshore.ui.fx.UiThread;
import dev.longshore.ui.fx.WindowTimes;
import dev.longshore.ui.look.Theme;
import dev.longshore.ui.shell.WindowAssembly;
import dev.longshore.update.UpdateChecks;
import dev.longshore.watch.Snapshot;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * What a window is built from in tests: a watch of the test's, a clock that stands still, preferences in memory. As a
 * registered extension of a test with {@link FxExtension} it is opened before each test and closed after it.
 */
public final class TestWindow implements BeforeEachCallback, AfterEachCallback {
    public final ManualClock clock = new ManualClock(TestOrganisation.NOW);
    public final FakeWatch watch;
    public final FakeSupportBundles support = new FakeSupportBundles();
    public final FakeRoutes routes = new FakeRoutes();
    public UpdateChecks updates = UpdateChecks.none(clock);
    public final List<URI> opened = new CopyOnWriteArrayList<>();
    public final Map<String, String> saved = new HashMap<>();
    /** What a program that is killed knows again. */
    public final Map<String, String> savedAtOnce = new HashMap<>();
    /** Why nothing can be saved at once, if so. */
    public Optional<Fact> savingTrouble = Optional.empty();
    /** What the user should know of the settings, if so. */
    public Optional<Fact> settingsNotice = Optional.empty();
    public final List<AstraCliProfile> profiles = new CopyOnWriteArrayList<>();
    public final List<Fact> profileNotices = new CopyOnWriteArrayList<>();
    public double simulatorSpeed = 600;
    private @Nullable WindowAssembly window;
    private final Texts texts = new Texts(Locale.ENGLISH);

    public TestWindow(Snapshot first) {
        watch = new FakeWatch(first);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        open(new PatientRobot(), FxToolkit.toolkitContext().getRegisteredStage());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close(new PatientRobot());
    }

    /** What view models and views work with, the window changed on {@code thread}. */
    public UiContext context(UiThread thread) {
        return context(thread, texts, ZoneId.of("Europe/Berlin"));
    }

    /** The same in another language and for a user elsewhere. */
    public UiContext context(UiThread thread, Texts language, ZoneId zone) {
        return context(thread, language, zone, Locale.ENGLISH);
    }

    /** The same for a user who types dates as {@code region} does. */
    public UiContext context(UiThread thread, Texts language, ZoneId zone, Locale region) {
        return new UiContext(watch, clock, thread, new WindowTimes(clock, zone, language, region), language);
    }

    /** How it presents itself. */
    public Appearance appearance(Theme theme) {
        return new Appearance(theme, preferences(), Optional.of(new SimulatorTime(
                () -> simulatorSpeed, speed -> simulatorSpeed = speed, clock::advance)));
    }

    /** Where the journal is, for the settings. */
    public final FakeJournals journals = new FakeJournals();

    /** Has neither a simulator to start nor a profile to offer but {@link #profiles}. */
    public HostEnvironment hostEnvironment() {
        return new HostEnvironment(
                () -> CompletableFuture.completedFuture("There is no simulator in this test."),
                () -> new AstraCliProfiles.FoundProfiles(Optional.of(Path.of("/home/me/.astrarc")), profiles,
                        profileNotices),
                OkHttpConnector::readEndpoint, _ -> Optional.of("proxy.example.com:3128"), support, routes,
                new UpdateNotice(preferences(), new SameThreadUi(), updates, opened::add), journals);
    }

    /** Opens it on {@code stage}, in the size that everything has to work in. */
    public void open(FxRobot robot, Stage stage) {
        open(robot, stage, context(new TrackedFxThread()));
    }

    /** Opens one over another watch on {@code stage}. */
    public void open(FxRobot robot, Stage stage, UiContext context) {
        robot.interact(() -> {
            var theme = new Theme();
            theme.choiceProperty().set(Theme.ThemeChoice.LIGHT);
            window = new WindowAssembly(context, appearance(theme), hostEnvironment());
            var scene = new Scene(window.root(), 960, 640);
            theme.applyTo(scene);
            stage.setScene(scene);
            stage.show();
        });
    }

    /** From now on seconds pass by themselves, as in the program; else only {@link #pass} lets them. */
    public void startTicking(FxRobot robot) {
        robot.interact(() -> Objects.requireNonNull(window).startTicking());
    }

    /** Publishes {@code snapshot} and waits until the window shows it. */
    public void publish(FxRobot robot, Snapshot snapshot) {
        watch.publish(snapshot);
        settle(robot);
    }

    /** Lets seconds pass. */
    public void pass(FxRobot robot, int seconds) {
        for (int second = 0; second < seconds; second++) {
            clock.advance(Duration.ofSeconds(1));
            robot.interact(() -> Objects.requireNonNull(window).tick());
        }
        settle(robot);
    }

    /** Waits until the window shows what it was told last. */
    public void settle(FxRobot robot) {
        robot.interact(() -> {});
    }

    /** The user closes it, where the watch could go on in the background; runs {@code close} once that is agreed. */
    public void askBeforeClosing(FxRobot robot, Runnable close) {
        robot.interact(() -> Objects.requireNonNull(window).askBeforeClosing(true, close));
    }

    /** Closes it, where it is open. */
    public void close(FxRobot robot) {
        robot.interact(() -> Optional.ofNullable(window).ifPresent(WindowAssembly::close));
    }

    /** What it keeps goes into {@link #saved}. */
    public Preferences preferences() {
        return new Preferences() {
            @Override
            public Optional<String> find(String key) {
                return Optional.ofNullable(saved.get(key));
            }

            @Override
            public void save(String key, String value) {
                saved.put(key, value);
            }

            @Override
            public Optional<Fact> notice() {
                return settingsNotice;
            }

            @Override
            public CompletableFuture<Optional<Fact>> saveAtOnce(String key, String value) {
                save(key, value);
                if (savingTrouble.isEmpty()) {
                    savedAtOnce.put(key, value);
                }
                return CompletableFuture.completedFuture(savingTrouble);
            }

            @Override
            public CompletableFuture<Optional<Fact>> saveOrRevert(String key, String value) {
                return savingTrouble.isPresent() ? CompletableFuture.completedFuture(savingTrouble)
                        : saveAtOnce(key, value);
            }
        };
    }
}
