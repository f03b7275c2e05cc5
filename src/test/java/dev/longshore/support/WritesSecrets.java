package dev.longshore.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For a test that itself puts secrets into files, to see what becomes of them; its folders are not swept. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WritesSecrets {
    /** Why it has to. */
    String value();
}
