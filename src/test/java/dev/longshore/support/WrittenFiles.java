package dev.longshore.support;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Everything that was written during a run of the tests. Safe for any thread. */
final class WrittenFiles {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    synchronized void add(String line) {
        bytes.writeBytes(line.getBytes(StandardCharsets.UTF_8));
        bytes.write('\n');
    }

    /** A stream that writes to {@code stream}, and here as well. */
    PrintStream also(PrintStream stream) {
        return new PrintStream(new Tee(stream), true, StandardCharsets.UTF_8);
    }

    synchronized String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private synchronized void add(byte[] some, int offset, int length) {
        bytes.write(some, offset, length);
    }

    private final class Tee extends OutputStream {
        private final PrintStream stream;

        Tee(PrintStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int one) {
            write(new byte[]{(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            add(some, offset, length);
            stream.write(some, offset, length);
        }

        @Override
        public void flush() {
            stream.flush();
        }
    }
}
