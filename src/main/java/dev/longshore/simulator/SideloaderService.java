package dev.longshore.simulator;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers requests: finds the call, checks the token, does the work under the world's lock, and writes the log. */
final class SideloaderService implements Function<HttpRequest, Delivery> {

    private final World world;
    private final SimulatedClock clock;
    private final Tokens tokens;
    private final RequestLog log;
    private final DatabaseCalls databases;
    private final MigrationCalls migrations;

    SideloaderService(World world, SimulatedClock clock, Tokens tokens, RequestLog log, Vocabulary vocabulary) {
        this.world = world;
        this.clock = clock;
        this.tokens = tokens;
        this.log = log;
        this.databases = new DatabaseCalls(world);
        this.migrations = new MigrationCalls(world, new StatusView(vocabulary));
    }

    @Override
    public Delivery apply(HttpRequest request) {
        Instant now = clock.instant();
        Call call = null;
        Delivery delivery;
        try {
            call = Router.route(request);
            delivery = Delivery.of(answer(request, call, now));
        } catch (Refusal e) {
            delivery = Delivery.of(Answer.error(e.status(), e.text()));
        }
        record(request, call, now, delivery);
        return delivery;
    }

    private Answer answer(HttpRequest request, @Nullable Call call, Instant now) {
        if (request.path().contains("//")) {
            return Answer.movedPermanently(request.target().replaceAll("/{2,}", "/"));
        }
        if (call == null) {
            return Answer.noSuchPage();
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
        log.add(new RecordedRequest(
                now,
                request.method(),
                RequestLog.withoutToken(request.target()),
                call == null ? null : call.operation(),
                delivery.visibleStatus()));
    }
}
