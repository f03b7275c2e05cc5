package dev.longshore.support;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Fails the whole run of the tests when a token or a credential was in anything that it wrote: to the standard streams,
 * to any log at any level, into the exception of a test, or into the pictures of the window. What tests leave in their
 * folders is looked through by {@link ScannedTempFolders}. JUnit finds it by its service file.
 */
public final class SecretLeakListener implements LauncherSessionListener {
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final WrittenFiles writtenFiles = new WrittenFiles();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        new LogCapture(writtenFiles).open();
        session.getLauncher().registerTestExecutionListeners(new StreamCapture());
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
}
