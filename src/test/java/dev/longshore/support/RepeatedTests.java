package dev.longshore.support;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs test classes again and again while every processor is kept busy by threads of this very process, and says which
 * failed how often; started by {@code ./mvnw -Prepeat}. A test that means something only while nothing else runs fails here.
 */
public final class RepeatedTests {
    private static final Path SOURCES = Path.of("src/test/java");
    /** What a test uses that waits for another thread, for the toolkit or for a process. */
    private static final Pattern WAITS = Pattern.compile(
            "TestWait|FxExtension|ProcessBuilder|ConsoleProgram|SimulatedWatch|WatchFixture|RawService|CountDownLatch"
                    + "|Executors\\.|Thread\\.(?:of|start)|\\.join\\(\\)|await\\(\\)|MockWebServer|TeamServer");
    private static final Pattern HAS_TESTS = Pattern.compile("@(?:Test|ParameterizedTest|Property)\\b");

    private static final int LINES_OF_A_TRACE = 25;

    private final int times;
    private final int busyThreads = Runtime.getRuntime().availableProcessors();
    private final AtomicBoolean busy = new AtomicBoolean(true);

    private RepeatedTests(int times) {
        this.times = times;
    }

    /**
     * Runs them.
     *
     * @param arguments how many times, and the names of classes; none means all that wait
     */
    public static void main(String... arguments) {
        var times = Integer.parseInt(arguments[0]);
        var named = List.of(arguments).subList(1, arguments.length);
        System.exit(new RepeatedTests(times).run(named.isEmpty() ? thatWait() : named) == 0 ? 0 : 1);
    }

    /** The names of the test classes that wait, by what their sources use. */
    private static List<String> thatWait() {
        return SourceFiles.below(SOURCES, "Test.java").stream()
                .filter(file -> HAS_TESTS.matcher(SourceFiles.read(file)).find()
                        && WAITS.matcher(SourceFiles.read(file)).find())
                .map(file -> SOURCES.relativize(file).toString().replaceFirst("\\.java$", "").replaceAll("[/\\\\]",
                        "."))
                .toList();
    }

    private int run(List<String> classes) {
        IntStream.range(0, busyThreads).forEach(_ -> Thread.ofPlatform().daemon().start(this::keepBusy));
        System.out.printf("%d classes, %d times each, %d busy threads%n", classes.size(), times, busyThreads);
        var failed = 0;
        try (var session = LauncherFactory.openSession()) {
            for (var name : classes) {
                failed += run(session.getLauncher(), name);
            }
        } finally {
            busy.set(false);
        }
        return failed;
    }

    private int run(Launcher launcher, String name) {
        var begin = System.nanoTime();
        var failures = new ArrayList<String>();
        var count = new AtomicInteger();
        for (var time = 0; time < times; time++) {
            launcher.execute(
                    LauncherDiscoveryRequestBuilder.request().selectors(selectClass(name))
                            .filters(TagFilter.excludeTags("desktop", "keystore", "processes"),
                                    ClassNameFilter.includeClassNamePatterns(".*"))
                            .build(),
                    new FailureListener(failures, count));
        }
        System.out.printf("%-70s %6d tests %4d failed %5d s%n", name, count.get(), failures.size(),
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        failures.forEach(System.out::println);
        return failures.size();
    }

    private void keepBusy() {
        while (busy.get()) {
            Thread.onSpinWait();
        }
    }

    /** Counts, and gathers what failed. */
    private record FailureListener(List<String> failures, AtomicInteger count) implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            count.addAndGet(test.isTest() ? 1 : 0);
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                failures.add(test.getUniqueId() + ": " + result.getThrowable().map(LogCapture::trace).orElse("").lines()
                        .limit(LINES_OF_A_TRACE).collect(Collectors.joining("\n")));
            }
        }
    }
}
