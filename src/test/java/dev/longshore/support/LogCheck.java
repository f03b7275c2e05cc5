package dev.longshore.support;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fails a test that has a warning or an error logged which it does not expect, or that expects one which is not logged:
 * see {@link ExpectedFault}. What nothing catches on another thread, such as that of JavaFX, is logged for this. JUnit
 * finds it by its service file.
 */
public final class LogCheck implements BeforeEachCallback, AfterEachCallback {
    private static final Logger LOG = LoggerFactory.getLogger(LogCheck.class);

    /** What libraries say of other processes that ended meanwhile, which is no fault of the test that runs then. */
    private static final List<String> ENDED_PROCESSES = List.of(
            // The server of the tests, of a client that ended between its connection and its request.
            "didn't make a request",
            // SQLite and the PostgreSQL of the tests, which take away what others left in the folder for temporary files,
            // of files that those others take away at the same moment.
            "Failed to delete old native lib", "While cleaning old data directories");

    /** Each time, as the program that a test starts sets a handler of its own. */
    @Override
    public void beforeEach(ExtensionContext context) {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, fault) -> LOG.error("Nothing caught this on {}", thread.getName(), fault));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var faults = RunListener.log(context).takeFaults();
        if (context.getExecutionException().isEmpty()) {
            var required = expectedOf(context.getTestMethod().stream());
            var allowed = expectedOf(Stream.concat(context.getTestClass().stream(),
                    context.getEnclosingTestClasses().stream()));
            check(faults, required, allowed);
        }
    }

    private static List<String> expectedOf(Stream<? extends java.lang.reflect.AnnotatedElement> elements) {
        return elements.flatMap(each -> AnnotationSupport.findAnnotation(each, ExpectedFault.class).stream())
                .flatMap(each -> Arrays.stream(each.value())).toList();
    }

    /** @throws AssertionError when something required is missing, or something was logged that is not allowed either */
    static void check(List<LogCapture.LoggedEvent> faults, List<String> required, List<String> allowed) {
        var missing = required.stream().filter(part -> faults.stream().noneMatch(each -> each.message().contains(part)))
                .toList();
        if (!missing.isEmpty()) {
            throw new AssertionError("No such fault was logged: " + String.join("; ", missing));
        }
        var unexpected = faults.stream()
                .filter(each -> ENDED_PROCESSES.stream().noneMatch(each.message()::contains))
                .filter(each -> Stream.concat(required.stream(), allowed.stream()).noneMatch(each.message()::contains))
                .map(LogCapture.LoggedEvent::text).collect(Collectors.joining("\n"));
        if (!unexpected.isEmpty()) {
            throw new AssertionError("This was logged, and the test does not expect it:\n" + unexpected);
        }
    }
}
