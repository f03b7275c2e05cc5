package dev.longshore.seeds;

import dev.longshore.journal.Journal;
import dev.longshore.journal.JournalException;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The real journal of a program, at whose every call the program may be killed, wait, or find the disk full. */
final class CheckedJournal {
    private static final List<String> WRITING = List.of("save", "record", "forget", "remove", "import", "purge");
    /** They hold a lock of the watch: who waited there would keep others waiting who are to run. */
    private static final Set<String> LOCKING = Set.of(
            "MigrationList.change", "AlertService.evaluate", "AlertService.acknowledge", "InitializeExecutor.dismiss");
    /** They ask nothing of the disk. */
    private static final Set<String> UNCHECKED = Set.of(
            "close", "notice", "isShared", "toString", "hashCode", "equals");

    private CheckedJournal() {}

    static Journal of(Journal journal, RunningProgram program, SimulatedComputer computer,
            AcknowledgedRows acknowledged) {
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[]{Journal.class},
                (_, method, values) -> {
                    if (UNCHECKED.contains(method.getName())) {
                        return invoke(journal, method, values);
                    }
                    var isWriting = WRITING.stream().anyMatch(startsOf(method));
                    program.reachCall(isWriting && !isUnderALock());
                    if (isWriting && computer.isDiskFull()) {
                        computer.figures().fault("full disk");
                        throw new JournalException(Fact.of(JournalFact.DISK_FULL, "journal.db"));
                    }
                    var result = invoke(journal, method, values);
                    if (isWriting) {
                        acknowledged.add(values);
                        computer.figures().count("rows acknowledged", 1);
                        program.reachCall(!isUnderALock());
                    }
                    return result;
                });
    }

    private static boolean isUnderALock() {
        return StackWalker.getInstance().walk(frames -> frames
                .map(each -> each.getClassName().substring(each.getClassName().lastIndexOf('.') + 1) + "."
                        + each.getMethodName())
                .anyMatch(LOCKING::contains));
    }

    private static Predicate<String> startsOf(Method method) {
        return method.getName()::startsWith;
    }

    static Object invoke(Journal journal, Method method, Object @Nullable [] values) throws Throwable {
        try {
            return method.invoke(journal, values);
        } catch (InvocationTargetException fault) {
            throw fault.getCause();
        }
    }
}
