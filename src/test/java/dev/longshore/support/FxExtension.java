package dev.longshore.support;

import java.util.ArrayList;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * Starts the JavaFX toolkit once for all tests and gives a test its {@link FxRobot} and an empty {@link Stage}. A test
 * fails, and is never skipped, when the toolkit cannot start. Every window is closed after each test.
 */
public final class FxExtension
        implements
            BeforeAllCallback,
            BeforeEachCallback,
            AfterEachCallback,
            ParameterResolver {

    /** The headless screen is 1000 by 1000 and drawing outside of it throws, so a stage of a test stays within this. */
    public static final int MAX_WIDTH = 960;

    /** See {@link #MAX_WIDTH}. */
    public static final int MAX_HEIGHT = 720;

    @Override
    public void beforeAll(ExtensionContext context) throws TimeoutException {
        System.setProperty("testfx.robot.write_sleep", "1");
        FxToolkit.toolkitContext().setLaunchTimeoutInMillis(TestWait.LIMIT.toMillis());
        FxToolkit.toolkitContext().setSetupTimeoutInMillis(TestWait.LIMIT.toMillis());
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws TimeoutException {
        FxToolkit.registerStage(FxExtension::emptyStage);
    }

    @Override
    public void afterEach(ExtensionContext context) throws TimeoutException {
        var robot = new FxRobot();
        robot.release(new KeyCode[0]);
        robot.release(new MouseButton[0]);
        var stages = new ArrayList<Stage>();
        robot.interact(() -> Window.getWindows().filtered(Stage.class::isInstance)
                .forEach(each -> stages.add((Stage) each)));
        FxToolkit.cleanupStages();
        // The headless toolkit holds every stage that was ever shown; what was in it goes, or memory ends with the tests.
        robot.interact(() -> stages.forEach(each -> each.setScene(null)));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == FxRobot.class || type == Stage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FxRobot.class
                ? new PatientRobot()
                : FxToolkit.toolkitContext().getRegisteredStage();
    }

    private static Stage emptyStage() {
        var stage = new Stage();
        stage.setX(0);
        stage.setY(0);
        stage.setMaxWidth(MAX_WIDTH);
        stage.setMaxHeight(MAX_HEIGHT);
        return stage;
    }
}
