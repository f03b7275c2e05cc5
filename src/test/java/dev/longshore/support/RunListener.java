package dev.longshore.support;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Watches over a run of the tests; JUnit finds it by its service file. It fails the whole run when a token or a
 * credential was in anything that it wrote: to the standard streams, to any log at any level, into the exception of a
 * test, or into the pictures of the window. What tests leave in their folders is looked through by
 * {@link ScannedTempFolders}. What was logged it prints for a test that fails, and faults that nobody looked at.
 */
public final class RunListener implements LauncherSessionListener {
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final WrittenFiles writtenFiles = new WrittenFiles();
    private final LogCapture logCapture = new LogCapture(writtenFiles);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        TestWait.useEverywhere();
        logCapture.open();
        session.getStore().put(Namespace.create(LogCapture.class), LogCapture.class, logCapture);
        session.getLauncher().registerTestExecutionListeners(new StreamCapture(), new LogPrinter());
    }

    /** What the run has logged. */
    static LogCapture log(ExtensionContext context) {
        return Objects.requireNonNull(context
                .getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION,
                        ExtensionContext.Namespace.create(LogCapture.class))
                .get(LogCapture.class, LogCapture.class));
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        var found = new ArrayList<>(Secrets.in(writtenFiles.text()));
        found.addAll(SecretScan.scan(PICTURES));
        if (!found.isEmpty()) {
            throw new AssertionError("Secrets were written during the tests: " + String.join(", ", found));
        }
    }

    /** Listens in as long as tests run; who runs them may have changed the streams by then. */
    private final class StreamCapture implements TestExecutionListener {
        private PrintStream out = System.out;
        private PrintStream err = System.err;

        @Override
        public void testPlanExecutionStarted(TestPlan plan) {
            out = System.out;
            err = System.err;
            System.setOut(writtenFiles.also(out));
            System.setErr(writtenFiles.also(err));
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable().map(LogCapture::trace).ifPresent(writtenFiles::add);
        }

        @Override
        public void testPlanExecutionFinished(TestPlan plan) {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private final class LogPrinter implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            var events = logCapture.takeEvents();
            var faults = logCapture.takeFaults();
            var failed = result.getStatus() == TestExecutionResult.Status.FAILED;
            var shown = failed ? events : faults;
            if (!shown.isEmpty()) {
                System.err.println("Logged by " + test.getUniqueId() + ":");
                shown.forEach(each -> System.err.println(each.text()));
            }
        }
    }
}
