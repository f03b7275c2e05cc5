package dev.longshore.devops.http;

import dev.longshore.model.CloudProvider;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads databases; a field that is missing or has another type than documented is empty. */
final class DatabaseReader {
    /** The service sends at most a hundred. */
    private static final int MOST = 1_000;
    private static final int MOST_DATACENTERS = 20;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORD = 100;
    private static final Pattern KEYSPACE = Pattern.compile("\\w{1,222}");
    private static final Pattern ID = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,128}");

    private DatabaseReader() {}

    static DatabasePages.DatabasePage page(JsonNode list) {
        var entries = list.valueStream().limit(MOST).map(JsonFields::of).toList();
        var last = entries.reversed().stream()
                .map(each -> each.word("id"))
                .filter(Objects::nonNull)
                .findFirst();
        return new DatabasePages.DatabasePage(
                entries.stream().flatMap(each -> entry(each).stream()).toList(), last.orElse(null));
    }

    /** The database that was asked for, with its keyspaces. */
    static Database one(DatabaseId id, JsonNode object) {
        var read = read(id, JsonFields.of(object));
        var keyspaces = object.path("info").path("keyspaces").valueStream().limit(MOST)
                .map(each -> each.isString() ? each.asString() : "")
                .filter(each -> KEYSPACE.matcher(each).matches()).distinct().toList();
        return new Database(id, read.name(), read.keyspace(), read.cloud(), read.region(), read.status(),
                read.datacenters(), keyspaces);
    }

    /** The status word of a PCU group, or of the first one of a list. */
    static String pcuStatus(JsonNode answer) {
        var group = answer.isArray() ? answer.path(0) : answer;
        return orEmpty(JsonFields.of(group).line("status", LONGEST_WORD));
    }

    /** An entry of the list, or empty where it has no ID by which it could be asked for. */
    private static Optional<Database> entry(JsonFields jsonFields) {
        return id(jsonFields).map(id -> read(id, jsonFields));
    }

    private static Optional<DatabaseId> id(JsonFields jsonFields) {
        try {
            return Optional.ofNullable(jsonFields.word("id")).map(DatabaseId::new);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Database read(DatabaseId id, JsonFields jsonFields) {
        var info = Objects.requireNonNullElse(jsonFields.object("info"), JsonFields.none());
        return new Database(
                id,
                orEmpty(info.name("name", LONGEST_NAME)),
                orEmpty(info.name("keyspace", LONGEST_NAME)),
                CloudProvider.of(orEmpty(info.line("cloudProvider", LONGEST_WORD))),
                orEmpty(info.name("region", LONGEST_WORD)),
                orEmpty(jsonFields.line("status", LONGEST_WORD)),
                datacenters(info));
    }

    private static List<String> datacenters(JsonFields info) {
        return info.objects("datacenters").stream()
                .map(each -> each.word("id"))
                .filter(each -> each != null && ID.matcher(each).matches())
                .limit(MOST_DATACENTERS)
                .toList();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
