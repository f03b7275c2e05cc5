package dev.longshore.devops.http;

import dev.longshore.devops.ApiResult;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list of databases to its end: until a page brings nothing new. A short page is no end, as the service may
 * make its pages smaller than asked; a repeated page is one, as the service may ignore the cursor. A list that is longer
 * than any organisation's is cut, and the result says so.
 */
final class DatabasePages {
    private static final int MOST = 500;
    private static final int MOST_DATABASES = 10_000;

    private final Function<@Nullable String, ApiResult<DatabasePage>> pages;

    /** @param pages answers the page after an ID, or the first one for null */
    DatabasePages(Function<@Nullable String, ApiResult<DatabasePage>> pages) {
        this.pages = pages;
    }

    /**
     * One page.
     *
     * @param databases those that have an ID
     * @param last the ID of the last entry that has one, or null
     */
    record DatabasePage(List<Database> databases, @Nullable String last) {}

    ApiResult<List<Database>> all() {
        return after(null, new LinkedHashMap<>());
    }

    private ApiResult<List<Database>> after(@Nullable String first, Map<DatabaseId, Database> found) {
        var cursor = first;
        for (int count = 1;; count++) {
            switch (pages.apply(cursor)) {
                case ApiResult.Failure<DatabasePage> failure -> {
                    return new ApiResult.Failure<>(failure.error(), failure.receipt());
                }
                case ApiResult.Success<DatabasePage> success -> {
                    var databasePage = success.value();
                    var before = found.size();
                    databasePage.databases().forEach(each -> found.put(each.id(), each));
                    if (found.size() == before) {
                        return new ApiResult.Success<>(List.copyOf(found.values()), success.receipt());
                    }
                    if (count == MOST || found.size() >= MOST_DATABASES) {
                        return new ApiResult.Success<>(
                                found.values().stream().limit(MOST_DATABASES).toList(), success.receipt(),
                                List.of(Fact.of(ServiceFact.LIST_CUT, Math.min(found.size(), MOST_DATABASES))));
                    }
                    cursor = databasePage.last();
                }
            }
        }
    }
}
