package dev.longshore.platform;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the log to a file as well, a new one each day; old ones are packed and, after two weeks or 50 MB, removed.
 * Secrets are never logged; what looks like one all the same is taken out.
 */
public final class LogFile implements AutoCloseable {
    private static final String NAME = "longshore.log";
    private static final int DAYS = 14;
    private static final FileSize LARGEST = new FileSize(10 * FileSize.MB_COEFFICIENT);
    private static final FileSize ALL_TOGETHER = new FileSize(50 * FileSize.MB_COEFFICIENT);

    private final LoggerContext context;
    private final FileAppender<ILoggingEvent> appender;

    private LogFile(LoggerContext context, FileAppender<ILoggingEvent> appender) {
        this.context = context;
        this.appender = appender;
    }

    /**
     * Begins to write to {@code longshore.log}.
     *
     * @param folder the folder of the log files; it has to be there
     */
    public static LogFile open(Path folder) {
        return open(folder, LoggerFactory.getILoggerFactory());
    }

    static LogFile open(Path folder, ILoggerFactory loggers) {
        if (!(loggers instanceof LoggerContext context)) {
            throw new IllegalStateException("The log is not kept by Logback.");
        }
        // In a pattern of Logback's a percent sign stands for something else, and nothing makes it stand for itself.
        var appender = folder.toString().contains("%") ? new FileAppender<ILoggingEvent>() : rolling(context, folder);
        appender.setContext(context);
        appender.setFile(folder.resolve(NAME).toString());
        appender.setEncoder(encoder(context));
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        return new LogFile(context, appender);
    }

    /** Ends the file. Does not throw. */
    @Override
    public void close() {
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
        appender.stop();
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context) {
        var layout = new RedactingLayout();
        layout.setContext(context);
        layout.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{36} %msg%n");
        layout.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }

    private static FileAppender<ILoggingEvent> rolling(LoggerContext context, Path folder) {
        var appender = new RollingFileAppender<ILoggingEvent>();
        var policy = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(folder.resolve("longshore.%d{yyyy-MM-dd}.%i.log.gz").toString());
        policy.setMaxFileSize(LARGEST);
        policy.setMaxHistory(DAYS);
        policy.setTotalSizeCap(ALL_TOGETHER);
        policy.start();
        appender.setRollingPolicy(policy);
        return appender;
    }
}
