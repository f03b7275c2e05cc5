package dev.longshore.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/** Hears every log event of a run, those below the configured level too, and writes it down. */
final class LogCapture {
    private final WrittenFiles writtenFiles;

    LogCapture(WrittenFiles writtenFiles) {
        this.writtenFiles = writtenFiles;
    }

    void open() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.addTurboFilter(new Events());
        context.addListener(new Resets());
        LogManager.getLogManager().getLogger("").addHandler(new JulEvents());
    }

    static String trace(Throwable thrown) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    private void add(@Nullable String message, @Nullable Throwable thrown) {
        writtenFiles.add(message == null ? "" : message);
        if (thrown != null) {
            writtenFiles.add(trace(thrown));
        }
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
                add(message.getMessage(), message.getThrowable());
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
            add(event.getMessage(), event.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
