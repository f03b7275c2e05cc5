package dev.longshore.support;

import dev.longshore.journal.Journal;
import dev.longshore.journal.JournalException;
import dev.longshore.model.fact.Fact;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.BooleanSupplier;

/** A disk that is full while the test says so. */
public final class FullDisk {
    private FullDisk() {}

    /** {@code journal}, which can be read, and written while {@code isFull} is false. */
    public static Journal holding(Journal journal, BooleanSupplier isFull) {
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[]{Journal.class}, (_, method, values) -> {
                    // What writes answers nothing, and takes what is to be written.
                    if (isFull.getAsBoolean() && values != null && method.getReturnType() == void.class) {
                        throw new JournalException(Fact.recorded("The disk is full."));
                    }
                    try {
                        return method.invoke(journal, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
