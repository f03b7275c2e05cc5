package dev.longshore.notify;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.NotifyFact;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs the user's own command, without a shell: what there is to say is in variables of its environment, which holds
 * nothing else but where programs are found and who the user is. It gets no input, and what it prints is looked at only
 * up to a limit.
 */
record CommandSender(RouteTarget.CommandTarget target, Map<String, String> environment) implements MessageSender {
    private static final int LONGEST_OUTPUT = 4096;
    private static final int LONGEST_QUOTE = 200;
    /** No token and no secret of a route is among them. */
    private static final Set<String> HANDED_ON = Set.of(
            "PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TMPDIR", "TZ", "XDG_RUNTIME_DIR",
            "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "SystemRoot", "TEMP");

    @Override
    public DeliveryResult send(List<Message> messages) {
        try {
            return run(start(messages.getFirst()));
        } catch (IOException e) {
            return DeliveryResult.Undelivered.of(Fact.of(NotifyFact.COMMAND_NOT_STARTED, reason(e)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return tooLong();
        }
    }

    private static String reason(IOException e) {
        var message = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        return MessageRedaction.of(message.substring(message.lastIndexOf(':') + 1), LONGEST_QUOTE);
    }

    private Process start(Message message) throws IOException {
        var builder = new ProcessBuilder(target.arguments()).redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File(nothing())));
        var variables = builder.environment();
        variables.clear();
        environment.forEach((name, value) -> {
            if (HANDED_ON.contains(name) || name.startsWith("LC_")) {
                variables.put(name, value);
            }
        });
        variables.putAll(variables(message));
        return builder.start();
    }

    private static String nothing() {
        return File.separatorChar == '\\' ? "NUL" : "/dev/null";
    }

    private static Map<String, String> variables(Message message) {
        return Map.ofEntries(
                variable("event", message.event().word()), variable("id", message.id()),
                variable("class", message.severity()), variable("kind", message.kind()),
                variable("connection", message.connection()), variable("database", message.database()),
                variable("migration", message.migration()), variable("name", message.name()),
                variable("sentence", message.sentence()), variable("since", message.since()),
                variable("due", message.due()), variable("next", message.next()),
                variable("acknowledged", message.acknowledged()), variable("delivery", message.delivery()));
    }

    private static Map.Entry<String, String> variable(String name, @Nullable Object value) {
        return Map.entry("LONGSHORE_" + name.toUpperCase(Locale.ROOT), Objects.toString(value, ""));
    }

    private DeliveryResult run(Process process) throws InterruptedException {
        try {
            var output = CompletableFuture.supplyAsync(() -> read(process.getInputStream()),
                    each -> Thread.ofVirtual().start(each));
            if (!process.waitFor(target.timeLimit().toMillis(), TimeUnit.MILLISECONDS)) {
                return tooLong();
            }
            var code = process.exitValue();
            return code == 0 ? new DeliveryResult.Delivered(Fact.of(NotifyFact.COMMAND_ENDED))
                    : DeliveryResult.Undelivered.of(Fact.of(NotifyFact.COMMAND_FAILED, code,
                            MessageRedaction.of(output.completeOnTimeout("", 1, TimeUnit.SECONDS).join(),
                                    LONGEST_QUOTE)));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private DeliveryResult tooLong() {
        return DeliveryResult.Undelivered.of(Fact.of(NotifyFact.COMMAND_TOO_LONG, target.timeLimit()));
    }

    /** The beginning of it; the rest is read, so that the command can end, and thrown away. */
    private static String read(InputStream in) {
        try (in) {
            var beginning = new String(in.readNBytes(LONGEST_OUTPUT), StandardCharsets.UTF_8);
            in.transferTo(OutputStream.nullOutputStream());
            return beginning;
        } catch (IOException _) {
            return "";
        }
    }

    @Override
    public boolean isForPeople() {
        return false;
    }
}
