package dev.longshore.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a test has logged as a warning or an error, on purpose: each of these has to be logged, and no other may be. On a
 * class, what any of its tests may log.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ExpectedFault {
    /** Parts of the messages. */
    String[] value();
}
