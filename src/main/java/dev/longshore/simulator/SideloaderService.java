package dev.longshore.simulator;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers requests: finds the call, checks the token, does the work under the world's lock, and writes the log. */
final class SideloaderService implements Function<HttpRequest, Delivery> {

    private final Simulator simulator;
    private final World world;
    private final Tokens tokens;
    private final DatabaseCalls databases;
    private final MigrationCalls migrations;
    private final ControlCalls control;

    SideloaderService(Simulator simulator, World world, Tokens tokens, Vocabulary vocabulary) {
        this.simulator = simulator;
        this.world = world;
        this.tokens = tokens;
        this.databases = new DatabaseCalls(world);
        this.migrations = new MigrationCalls(world, new StatusView(vocabulary));
        this.control = new ControlCalls(simulator, world);
    }

    @Override
    public Delivery apply(HttpRequest request) {
        if (request.path().startsWith(ControlCalls.PREFIX)) {
            return Delivery.of(told(() -> control.answer(request)));
        }
        Instant now = simulator.clock().instant();
        Call call = Router.route(request);
        Delivery delivery = deliver(request, call, now);
        record(request, call, now, delivery);
        return delivery;
    }

    private Delivery deliver(HttpRequest request, @Nullable Call call, Instant now) {
        FaultEffect.Work work = () -> told(() -> answer(request, call, now));
        Fault fault = simulator.faults().hitting(request, call);
        return fault == null ? Delivery.of(work.done()) : FaultEffect.of(fault, request, work, now);
    }

    private static Answer told(FaultEffect.Work work) {
        try {
            return work.done();
        } catch (Refusal e) {
            return Answer.error(e.status(), e.text());
        }
    }

    private Answer answer(HttpRequest request, @Nullable Call call, Instant now) {
        if (request.path().contains("//")) {
            return Answer.movedPermanently(request.target().replaceAll("/{2,}", "/"));
        }
        if (call == null) {
            return Router.knowsPath(request)
                    ? Answer.error(405, "Method " + request.method() + " is not allowed here")
                    : Answer.noSuchPage();
        }
        tokens.check(request.header("Authorization"), call.operation().changes());
        synchronized (world.lock()) {
            return work(call, now);
        }
    }

    private Answer work(Call call, Instant now) {
        return switch (call.operation()) {
            case LIST_DATABASES -> databases.list(call);
            case GET_DATABASE -> databases.one(call);
            case INITIALIZE, INITIALIZE_IN_REGION -> migrations.initialize(call, now);
            case STATUS -> migrations.status(call, now);
            case LAUNCH, PAUSE, RESUME, ABORT, CLEAN_UP, SCHEDULE_CLEANUP -> migrations.change(call, now);
        };
    }

    private void record(HttpRequest request, @Nullable Call call, Instant now, Delivery delivery) {
        simulator.requests().add(new RecordedRequest(
                now,
                request.method(),
                RequestLog.withoutToken(request.target()),
                call == null ? null : call.operation(),
                delivery.visibleStatus()));
    }
}
