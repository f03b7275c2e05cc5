package dev.longshore.seeds;

import dev.longshore.journal.Journal;
import dev.longshore.journal.JournalException;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The real journal of a program, at whose every call the program may be killed, wait, or find the disk full. */
final class CheckedJournal {
    private static final List<String> WRITING = List.of(
            "save", "record", "forget", "remove", "import", "purge", "withdraw", "use");
    private static final Map<String, Boolean> IS_WRITING = new ConcurrentHashMap<>();
    /** They hold a lock of the watch: who waited there would keep others waiting who are to run. */
    private static final Set<String> LOCKING = Set.of(
            "MigrationList.change", "AlertService.evaluate", "AlertService.acknowledge", "InitializeExecutor.dismiss",
            "NotificationService.compare", "Outbox.saveRest", "LaunchQueues.save", "LaunchQueues.stop",
            "LaunchQueues.useApproval");
    /** They ask nothing of the disk. */
    private static final Set<String> UNCHECKED = Set.of(
            "close", "notice", "isShared", "toString", "hashCode", "equals");

    private CheckedJournal() {}

    static Journal of(Journal journal, RunningProgram program, SimulatedComputer computer) {
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[]{Journal.class},
                (_, method, values) -> {
                    if (UNCHECKED.contains(method.getName())) {
                        return invoke(journal, method, values);
                    }
                    var isWriting = IS_WRITING.computeIfAbsent(
                            method.getName(), name -> WRITING.stream().anyMatch(name::startsWith));
                    program.reachCall(isWriting && mayWait(computer));
                    if (isWriting && computer.isDiskFull()) {
                        computer.figures().fault("full disk");
                        throw new JournalException(Fact.of(JournalFact.DISK_FULL, "journal.db"));
                    }
                    var result = invoke(journal, method, values);
                    if (isWriting) {
                        if (!method.getName().equals("withdrawIntent")) {
                            program.acknowledged().add(values);
                        }
                        computer.figures().count("rows acknowledged", 1);
                        program.reachCall(mayWait(computer));
                    }
                    return result;
                });
    }

    /** False where it holds a lock, and where nothing is delayed anyway. */
    private static boolean mayWait(SimulatedComputer computer) {
        return computer.network().delayed() > 0 && !isUnderALock();
    }

    private static boolean isUnderALock() {
        return StackWalker.getInstance().walk(frames -> frames
                .map(each -> each.getClassName().substring(each.getClassName().lastIndexOf('.') + 1) + "."
                        + each.getMethodName())
                .anyMatch(LOCKING::contains));
    }

    static Object invoke(Journal journal, Method method, Object @Nullable [] values) throws Throwable {
        try {
            return method.invoke(journal, values);
        } catch (InvocationTargetException fault) {
            throw fault.getCause();
        }
    }
}
