package dev.longshore.platform;

import dev.longshore.model.MigrationRef;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a second start asks of the first: the endpoint and IDs of its arguments, and never a token, as others of this
 * computer could listen.
 *
 * @param endpoint that of {@code --connect}
 * @param watch those of {@code --watch}
 * @param show the migration to show, as a link names it
 */
public record SecondStartRequest(Optional<URI> endpoint, List<MigrationRef> watch, Optional<MigrationRef> show) {
    /** Copies the list. */
    public SecondStartRequest {
        watch = List.copyOf(watch);
    }

    /** One that shows no certain migration. */
    public SecondStartRequest(URI endpoint, List<MigrationRef> watch) {
        this(Optional.of(endpoint), watch, Optional.empty());
    }

    /** As lines. */
    String text() {
        return Stream.of(
                show.map(MigrationRef::link).stream(),
                endpoint.map(URI::toString).stream(),
                watch.stream().map(MigrationRef::toString))
                .flatMap(each -> each)
                .collect(Collectors.joining("\n"));
    }

    /** @throws IllegalArgumentException when it is something else */
    static SecondStartRequest of(String text) {
        var lines = text.lines().toList();
        var show = lines.stream().findFirst().flatMap(MigrationRef::ofLink);
        var rest = show.isPresent() ? lines.subList(1, lines.size()) : lines;
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("Nothing is asked for.");
        }
        return new SecondStartRequest(
                rest.stream().findFirst().map(URI::create),
                rest.stream().skip(1).map(MigrationRef::parse).toList(), show);
    }
}
