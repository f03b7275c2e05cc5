package dev.longshore.devops.http;

import dev.longshore.devops.ApiRequest;
import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.InitializeRequest;
import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.MigrationStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each operation: its request and how its answer is read. */
final class HttpDevOpsApi implements DevOpsApi {
    private final RequestExecutor requestExecutor;
    private final AnswerReader answers;

    HttpDevOpsApi(RequestExecutor requestExecutor, AnswerReader answers) {
        this.requestExecutor = requestExecutor;
        this.answers = answers;
    }

    @Override
    public ApiResult<List<Database>> databases() {
        return new DatabasePages(this::page).all();
    }

    private ApiResult<DatabasePages.DatabasePage> page(@Nullable String after) {
        return call(ApiRequest.databases(after), body -> DatabaseReader.page(answers.list(body)));
    }

    @Override
    public ApiResult<Database> database(DatabaseId database) {
        return call(ApiRequest.database(database), body -> DatabaseReader.one(database, answers.object(body)));
    }

    @Override
    public ApiResult<String> pcuStatus(String datacenter) {
        return call(ApiRequest.pcuGroup(datacenter), body -> DatabaseReader.pcuStatus(answers.objectOrList(body)));
    }

    @Override
    public ApiResult<MigrationStatus> initialize(InitializeRequest request) {
        return call(
                ApiRequest.initialize(request),
                body -> StatusReader.made(request.database(), answers.object(body)));
    }

    @Override
    public ApiResult<MigrationStatus> status(MigrationRef migration) {
        return about(migration, ApiRequest.status(migration));
    }

    @Override
    public ApiResult<MigrationStatus> act(Action action, MigrationRef migration, @Nullable CleanupTime cleanupTime) {
        return about(migration, ApiRequest.action(action, migration, cleanupTime));
    }

    private ApiResult<MigrationStatus> about(MigrationRef migration, ApiRequest request) {
        return call(request, body -> StatusReader.answer(migration, answers.object(body)));
    }

    private <T> ApiResult<T> call(ApiRequest request, AnswerReader.AnswerParser<T> answerParser) {
        return answers.read(request.operation(), requestExecutor.execute(request), answerParser);
    }

    @Override
    public void close() {
        requestExecutor.close();
    }
}
