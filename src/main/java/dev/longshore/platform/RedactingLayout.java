package dev.longshore.platform;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.longshore.model.Redaction;

/**
 * A pattern layout whose every line goes through the redaction: nothing secret is logged on purpose, but an exception
 * of a library may hold what it was given.
 */
public final class RedactingLayout extends PatternLayout {
    @Override
    public String doLayout(ILoggingEvent event) {
        return Redaction.of(super.doLayout(event));
    }
}
