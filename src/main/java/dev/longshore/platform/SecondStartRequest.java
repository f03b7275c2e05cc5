package dev.longshore.platform;

import dev.longshore.model.MigrationRef;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a second start asks of the first: the endpoint and IDs of its arguments, and never a token, as others of this
 * computer could listen.
 *
 * @param endpoint that of {@code --connect}
 * @param watch those of {@code --watch}
 */
public record SecondStartRequest(URI endpoint, List<MigrationRef> watch) {
    /** Copies the list. */
    public SecondStartRequest {
        watch = List.copyOf(watch);
    }

    /** As lines. */
    String text() {
        return Stream.concat(Stream.of(endpoint.toString()), watch.stream().map(MigrationRef::toString))
                .collect(Collectors.joining("\n"));
    }

    /** @throws IllegalArgumentException when it is something else */
    static SecondStartRequest of(String text) {
        var lines = text.lines().toList();
        return new SecondStartRequest(
                URI.create(lines.getFirst()), lines.stream().skip(1).map(MigrationRef::parse).toList());
    }
}
