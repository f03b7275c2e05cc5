package dev.longshore;

import dev.longshore.cli.Arguments;
import dev.longshore.console.EventLines;
import dev.longshore.model.Redaction;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.StartFact;
import dev.longshore.platform.Folders;
import dev.longshore.platform.SingleInstance;
import dev.longshore.start.HandedTokens;
import dev.longshore.start.ProgramStart;
import dev.longshore.start.StartTokens;
import dev.longshore.start.TokenFile;
import dev.longshore.text.FactText;
import dev.longshore.text.TimeText;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watch without a window: says when it is ready, then what happens, a line each, until it is told to stop. While a
 * window watches the same data folder it stands aside, and goes on when that is closed. Loads no class of JavaFX.
 */
final class WatchConsole {
    private static final Logger LOG = LoggerFactory.getLogger(WatchConsole.class);

    /** In characters; half of what {@code openssl rand -hex 16} gives would be guessed too easily. */
    private static final int LEAST_TOKEN = 16;
    private static final Duration UNTIL_WINDOW_IS_CLOSED = Duration.ofMinutes(1);

    private final Arguments.RunWatch arguments;
    private final Map<String, String> environment;
    private final InstantSource clock;
    private final PrintStream out;
    private final PrintStream err;
    private final TimeText times;
    private final FactText facts;

    /** @param times words times, and everything else in its language */
    WatchConsole(Arguments.RunWatch arguments, Map<String, String> environment, TimeText times, PrintStream out,
            PrintStream err) {
        this.arguments = arguments;
        this.environment = Map.copyOf(environment);
        this.clock = times::now;
        this.times = times;
        this.facts = new FactText(times.texts(), times);
        this.out = out;
        this.err = err;
    }

    /**
     * Watches until {@code stop} completes; returns the exit code. Blocks.
     *
     * @param handed what a window that closes hands over
     */
    int run(CompletableFuture<?> stop, HandedTokens handed) {
        try {
            var tokens = StartTokens.of(arguments.files(), handed, environment);
            tokens.warning().ifPresent(this::warn);
            watch(ProgramStart.of(arguments, Folders.ofThisUser(environment), tokens), stop);
            return 0;
        } catch (FactException e) {
            return stop.isDone() ? 0 : fail(e.fact());
        } catch (IOException | RuntimeException e) {
            LOG.error("Longshore cannot watch", e);
            return fail(Launcher.fact(e));
        }
    }

    private void watch(ProgramStart start, CompletableFuture<?> stop) throws IOException {
        if (arguments.files().tokensOnInput()) {
            // The window that started it ends now; the next window starts another.
            var patience = deadline(UNTIL_WINDOW_IS_CLOSED);
            stretch(start, waiting(() -> !stop.isDone() && patience.getAsBoolean(), "console.waiting"), stop);
            return;
        }
        var isHandedOver = stretch(start, SingleInstance::claim, stop);
        while (isHandedOver) {
            isHandedOver = stretch(start, waiting(() -> !stop.isDone(), "console.handedOver"), stop);
        }
    }

    private AppContext.DataFolderClaim waiting(BooleanSupplier goesOn, String whenNext) {
        return (folder, home) -> SingleInstance.awaitAndClaim(
                folder, home, goesOn, () -> print(times.texts().get(whenNext)));
    }

    /** In real time, whatever clock the watch runs on. */
    private static BooleanSupplier deadline(Duration length) {
        var end = System.nanoTime() + length.toNanos();
        return () -> System.nanoTime() - end < 0;
    }

    /** Watches until it is told to stop or a window takes over; true for the latter. */
    private boolean stretch(ProgramStart start, AppContext.DataFolderClaim claim, CompletableFuture<?> stop)
            throws IOException {
        try (var context = new AppContext(start, claim, environment, clock)) {
            var isHandedOver = new CompletableFuture<Boolean>();
            stop.whenComplete((_, _) -> isHandedOver.complete(false));
            context.instance().onHandOver(() -> handOver(context).text(), () -> isHandedOver.complete(true));
            var address = arguments.listen().map(each -> listen(context, each));
            context.settings().notice().ifPresent(this::warn);
            if (context.hasUnusedToken(start.tokens())) {
                warn(Fact.of(StartFact.TOKEN_UNUSED));
            }
            print(EventLines.ready(
                    context.journal().connections(), context.migrationCount(), address, times.texts()));
            new EventLines(context.before(), times, this::print).follow(context.watch());
            return isHandedOver.join();
        }
    }

    private HandedTokens handOver(AppContext context) {
        var tokens = context.tokensInMemory();
        return arguments.files().tokensOnInput() ? tokens : tokens.goingOn();
    }

    private static String listen(AppContext context, Arguments.ListenAddress address) {
        var token = address.tokenFile().map(file -> new TokenFile(file).anyToken(LEAST_TOKEN));
        return context.serve(new InetSocketAddress(address.address(), address.port()), token).address();
    }

    /** What is printed is read by other programs: each line at once. */
    private void print(String line) {
        out.println(line);
        out.flush();
    }

    private void warn(Fact fact) {
        err.println(facts.of(fact));
    }

    private int fail(Fact why) {
        err.println(Redaction.of(facts.of(why)));
        return why.kind() instanceof StartFact kind && isOfArguments(kind) ? Arguments.WRONG_ARGUMENTS
                : Launcher.NOT_STARTED;
    }

    /** Another start with the same arguments would fail as well. */
    private static boolean isOfArguments(StartFact kind) {
        return kind != StartFact.FOLDER_WATCHED && kind != StartFact.FOLDER_IN_USE
                && kind != StartFact.LISTEN_FAILED && kind != StartFact.CANNOT_START
                && kind != StartFact.FILE_NOT_USABLE;
    }
}
