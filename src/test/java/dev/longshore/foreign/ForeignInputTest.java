package dev.longshore.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.longshore.support.ExpectedFault;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each reader of what comes from outside gets its samples spoiled in as many ways as the property {@code
 * longshore.inputs} says: none throws but in its own way, takes long, or allocates more than {@link
 * ForeignReader#bytesPerByte} allows. What fails is named by its seed.
 */
@ExpectedFault({"cannot be read", "set aside"})
class ForeignInputTest {
    private static final int INPUTS = Integer.getInteger("longshore.inputs", 300);
    private static final Duration LONG = Duration.ofSeconds(10);
    /** What a reader needs however little it reads: a client, a table, a buffer. */
    private static final long ANYHOW = 2_000_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void isReadWithoutHarm(ForeignReader reader) throws IOException {
        for (var sample : reader.samples()) {
            reader.read(sample.getBytes(StandardCharsets.UTF_8), folder);
        }
        for (long seed = 0; seed < INPUTS; seed++) {
            var input = SpoiledInput.of(reader, seed);
            var first = measured(reader, input, seed);
            // What is needed once, as for a class that is loaded, is not needed for the input.
            var usage = first.bytes() < limit(reader, input) ? first : measured(reader, input, seed);

            assertThat(usage.nanos()).as("nanoseconds for input %d", seed).isLessThan(LONG.toNanos());
            assertThat(usage.bytes()).as("bytes for input %d of %d bytes", seed, input.length)
                    .isLessThan(limit(reader, input));
        }
    }

    private static long limit(ForeignReader reader, byte[] input) {
        return ANYHOW + reader.bytesPerByte() * input.length;
    }

    private record Usage(long bytes, long nanos) {}

    private Usage measured(ForeignReader reader, byte[] input, long seed) throws IOException {
        var bytes = THREADS.getCurrentThreadAllocatedBytes();
        var nanos = THREADS.getCurrentThreadCpuTime();
        read(reader, input, seed);
        return new Usage(THREADS.getCurrentThreadAllocatedBytes() - bytes, THREADS.getCurrentThreadCpuTime() - nanos);
    }

    private void read(ForeignReader reader, byte[] input, long seed) throws IOException {
        try {
            reader.read(input, folder);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
            throw new AssertionError("Input " + seed + " of " + reader + ": " + thrown, thrown);
        }
    }
}
