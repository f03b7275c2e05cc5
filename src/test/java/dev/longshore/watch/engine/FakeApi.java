package dev.longshore.watch.engine;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.InitializeRequest;
import dev.longshore.devops.Receipt;
import dev.longshore.model.Action;
import dev.longshore.model.ApiError;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.MigrationStatus;
import dev.longshore.model.Progress;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service whose every answer the test decides, and which counts what it is asked. */
public class FakeApi implements DevOpsApi {
    private final InstantSource clock;
    private final Map<MigrationRef, MigrationStatus> statuses = new HashMap<>();
    public final List<MigrationRef> questions = new ArrayList<>();
    final List<Action> posts = new ArrayList<>();
    final List<Database> databases = new ArrayList<>();
    /** What every question brings instead of a status; null while all is well. */
    @Nullable public ApiError broken;
    /** What every post brings instead of an answer; null while all is well. */
    @Nullable public ApiError brokenPosts;
    /** Runs while a post is under way. */
    Runnable duringPost = () -> {};
    /** Runs while a question about a migration is under way, before its answer is chosen. */
    Runnable duringQuestion = () -> {};
    /** Runs while the databases are being listed, before the answer is chosen. */
    Runnable duringListing = () -> {};
    /** The list of databases was asked for that often. */
    int listings;
    final List<InitializeRequest> initialized = new ArrayList<>();
    /** What questions about one migration bring instead of a status. */
    public final Map<MigrationRef, ApiError> brokenFor = new HashMap<>();
    /** The service's clock, when it differs from ours. */
    Optional<InstantSource> serviceClock = Optional.empty();
    /** The status of every PCU group. */
    String pcuWord = "ACTIVE";
    /** What a question about a PCU group brings instead; null while all is well. */
    @Nullable ApiError pcuTrouble;
    boolean closed;

    public FakeApi(InstantSource clock) {
        this.clock = clock;
    }

    public void says(MigrationRef migration, String word) {
        says(migration, word, "", null);
    }

    public void says(MigrationRef migration, String word, String progress, @Nullable Instant cleanup) {
        statuses.put(
                migration,
                new MigrationStatus(
                        migration,
                        Status.of(word),
                        Progress.of(progress),
                        null,
                        null,
                        cleanup,
                        null,
                        null,
                        List.of()));
    }

    private Receipt receipt() {
        var now = clock.instant();
        return new Receipt(
                now, now, serviceClock.map(InstantSource::instant).orElse(null), Duration.ofMillis(5));
    }

    @Override
    public ApiResult<MigrationStatus> status(MigrationRef migration) {
        questions.add(migration);
        duringQuestion.run();
        var status = statuses.get(migration);
        var error = broken == null ? brokenFor.get(migration) : broken;
        if (error != null) {
            return new ApiResult.Failure<>(error, receipt());
        }
        return status == null
                ? new ApiResult.Failure<>(new ApiError.NotFound(Fact.recorded("The service knows no such migration.")),
                        receipt())
                : new ApiResult.Success<>(status, receipt());
    }

    @Override
    public ApiResult<MigrationStatus> act(Action action, MigrationRef migration, @Nullable CleanupTime cleanupTime) {
        posts.add(action);
        duringPost.run();
        var status = statuses.get(migration);
        if (brokenPosts != null) {
            return new ApiResult.Failure<>(brokenPosts, receipt());
        }
        return status == null
                ? new ApiResult.Failure<>(new ApiError.NotFound(Fact.recorded("The service knows no such migration.")),
                        receipt())
                : new ApiResult.Success<>(status, receipt());
    }

    @Override
    public ApiResult<List<Database>> databases() {
        listings++;
        duringListing.run();
        return broken == null
                ? new ApiResult.Success<>(List.copyOf(databases), receipt())
                : new ApiResult.Failure<>(broken, receipt());
    }

    @Override
    public ApiResult<Database> database(DatabaseId database) {
        var known = databases.stream().filter(each -> each.id().equals(database)).findFirst();
        if (broken != null) {
            return new ApiResult.Failure<>(broken, receipt());
        }
        return known.<ApiResult<Database>>map(each -> new ApiResult.Success<>(each, receipt()))
                .orElseGet(() -> new ApiResult.Failure<>(
                        new ApiError.NotFound(Fact.recorded("The service knows no such database.")), receipt()));
    }

    @Override
    public ApiResult<String> pcuStatus(String datacenter) {
        return pcuTrouble == null ? new ApiResult.Success<>(pcuWord, receipt())
                : new ApiResult.Failure<>(pcuTrouble, receipt());
    }

    @Override
    public ApiResult<MigrationStatus> initialize(InitializeRequest request) {
        initialized.add(request);
        duringPost.run();
        if (brokenPosts != null) {
            return new ApiResult.Failure<>(brokenPosts, receipt());
        }
        var made = new MigrationRef(request.database(), new MigrationId("made-" + initialized.size()));
        says(made, "Initializing");
        return new ApiResult.Success<>(Objects.requireNonNull(statuses.get(made)), receipt());
    }

    @Override
    public void close() {
        closed = true;
    }
}
