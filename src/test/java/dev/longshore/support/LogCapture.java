package dev.longshore.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/**
 * Hears every log event of a run and writes it down, those below the configured level too. What is logged is printed by
 * nobody: it is kept until the test that it belongs to has ended. Safe for any thread.
 */
final class LogCapture {
    private static final int MOST_EVENTS = 2_000;
    /** Said once in each run, because tests run on the class path. */
    private static final String JAVAFX_ON_CLASS_PATH = "Unsupported JavaFX configuration";

    private final WrittenFiles writtenFiles;
    private final Deque<LoggedEvent> events = new ArrayDeque<>();
    private final List<LoggedEvent> faults = new ArrayList<>();

    LogCapture(WrittenFiles writtenFiles) {
        this.writtenFiles = writtenFiles;
    }

    /** @param isFault whether it is a warning or an error */
    record LoggedEvent(String source, String message, @Nullable Throwable thrown, boolean isFault) {
        /** As a log file has it. */
        String text() {
            return source + " " + message + (thrown == null ? "" : "\n" + trace(thrown));
        }
    }

    void open() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.addTurboFilter(new Events());
        context.addListener(new Resets());
        var root = LogManager.getLogManager().getLogger("");
        for (var console : root.getHandlers()) {
            root.removeHandler(console);
        }
        root.addHandler(new JulEvents());
    }

    static String trace(Throwable thrown) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    /** The warnings and errors since they were last taken. */
    synchronized List<LoggedEvent> takeFaults() {
        var taken = List.copyOf(faults);
        faults.clear();
        return taken;
    }

    /** The newest events since they were last taken, oldest first. */
    synchronized List<LoggedEvent> takeEvents() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    private void write(@Nullable String message, @Nullable Throwable thrown) {
        writtenFiles.add(message == null ? "" : message);
        if (thrown != null) {
            writtenFiles.add(trace(thrown));
        }
    }

    private synchronized void add(LoggedEvent event) {
        if (events.size() == MOST_EVENTS) {
            events.removeFirst();
        }
        events.addLast(event);
        if (event.isFault()) {
            faults.add(event);
        }
    }

    private static String source(Object level, String logger) {
        return level + " [" + Thread.currentThread().getName() + "] " + logger;
    }

    /** Asked before the level is looked at, so it hears what is not logged as well. */
    private final class Events extends TurboFilter {
        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] parameters,
                @Nullable Throwable thrown) {
            if (format != null) {
                var message = MessageFormatter.arrayFormat(format, parameters, thrown);
                // It forgets what was thrown where there are no parameters.
                var cause = message.getThrowable() == null ? thrown : message.getThrowable();
                write(message.getMessage(), cause);
                if (level.isGreaterOrEqual(logger.getEffectiveLevel())) {
                    add(new LoggedEvent(source(level, logger.getName()), message.getMessage(),
                            cause, level.isGreaterOrEqual(Level.WARN)));
                }
            }
            return FilterReply.NEUTRAL;
        }
    }

    /** The log file of the program sets the logging up anew, which takes every filter away. */
    private final class Resets implements LoggerContextListener {
        @Override
        public boolean isResetResistant() {
            return true;
        }

        @Override
        public void onReset(LoggerContext context) {
            context.addTurboFilter(new Events());
        }

        @Override
        public void onStart(LoggerContext context) {}

        @Override
        public void onStop(LoggerContext context) {}

        @Override
        public void onLevelChange(Logger logger, Level level) {}
    }

    private final class JulEvents extends Handler {
        @Override
        public void publish(LogRecord event) {
            var message = String.valueOf(new SimpleFormatter().formatMessage(event));
            write(message, event.getThrown());
            add(new LoggedEvent(source(event.getLevel(), String.valueOf(event.getLoggerName())), message,
                    event.getThrown(), event.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue()
                            && !message.startsWith(JAVAFX_ON_CLASS_PATH)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
