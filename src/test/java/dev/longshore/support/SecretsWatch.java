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
 * folders is looked through by {@link SweptFolders}. JUnit finds it by its service file.
 */
public final class SecretsWatch implements LauncherSessionListener {
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final Written written = new Written();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        new LogEars(written).open();
        session.getLauncher().registerTestExecutionListeners(new Streams());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        var found = new ArrayList<>(Secrets.in(written.text()));
        found.addAll(Sweep.of(PICTURES));
        if (!found.isEmpty()) {
            throw new AssertionError("Secrets were written during the tests: " + String.join(", ", found));
        }
    }

    /** Listens in as long as tests run; who runs them may have changed the streams by then. */
    private final class Streams implements TestExecutionListener {
        private PrintStream out = System.out;
        private PrintStream err = System.err;

        @Override
        public void testPlanExecutionStarted(TestPlan plan) {
            out = System.out;
            err = System.err;
            System.setOut(written.also(out));
            System.setErr(written.also(err));
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable().map(LogEars::trace).ifPresent(written::add);
        }

        @Override
        public void testPlanExecutionFinished(TestPlan plan) {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
