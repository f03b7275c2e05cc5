package dev.longshore.notify;

import dev.longshore.atomicfile.AtomicFile;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.NotifyFact;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The file of routes, {@code routes.toml} in the data folder or one that was named. Blocks; for one thread at a time. */
final class RoutesFile {
    private static final int LARGEST = 256 * 1024;

    private final Path file;
    private byte[] lastRead = {};
    private RoutesContent content = RoutesContent.EMPTY;

    RoutesFile(Path file) {
        this.file = file;
    }

    /** What stands in it now. Of a file that cannot be read, the routes that were read last stay. */
    RoutesContent read() {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return failed(Fact.of(NotifyFact.FILE_UNREADABLE, file.toString(), "NotAFile"));
            }
            if (Files.exists(file) && Files.size(file) > LARGEST) {
                return failed(Fact.of(NotifyFact.FILE_TOO_LARGE, file.toString(), LARGEST / 1024));
            }
            var bytes = bytes();
            if (!Arrays.equals(bytes, lastRead) || !content.faults().isEmpty()) {
                lastRead = bytes;
                take(toml().read());
                checkIsUtf8();
            }
            return content;
        } catch (IOException e) {
            return failed(Fact.of(NotifyFact.FILE_UNREADABLE, file.toString(), e.getClass().getSimpleName()));
        }
    }

    private byte[] bytes() throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException none) {
            return new byte[0];
        }
    }

    private RoutesToml toml() {
        return new RoutesToml(file.toString(), new String(lastRead, StandardCharsets.UTF_8).replace("\uFEFF", ""));
    }

    /** A mistake made while editing must not silence what worked. */
    private void take(RoutesContent next) {
        var isNoToml = next.faults().stream().anyMatch(each -> each.kind() == NotifyFact.FILE_NOT_TOML);
        content = isNoToml ? failed(next.faults().getFirst()) : next;
    }

    /** What was read in its place would be written over what stands there, comments among it. The routes go on. */
    private void checkIsUtf8() {
        var bytes = ByteBuffer.wrap(lastRead);
        var result = StandardCharsets.UTF_8.newDecoder().decode(bytes, CharBuffer.allocate(lastRead.length), true);
        if (result.isError()) {
            var line = 1 + IntStream.range(0, bytes.position()).filter(at -> lastRead[at] == '\n').count();
            var fault = Fact.of(NotifyFact.FILE_NOT_UTF8, file.toString(), Math.toIntExact(line));
            content = new RoutesContent(content.routes(), content.ping(),
                    Stream.concat(Stream.of(fault), content.faults().stream()).toList());
        }
    }

    private RoutesContent failed(Fact why) {
        return new RoutesContent(content.routes(), content.ping(), List.of(why));
    }

    /** Writes these routes; returns why that was not possible. A file with a fault is not written over. */
    Optional<Fact> write(List<Route> routes) {
        if (!read().faults().isEmpty()) {
            return Optional.of(Fact.of(NotifyFact.NOT_SAVED_OVER_FAULT, file.toString()));
        }
        try {
            AtomicFile.writePrivate(file, toml().with(routes).getBytes(StandardCharsets.UTF_8));
            read();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Fact.of(NotifyFact.NOT_SAVED, file.toString(), e.getClass().getSimpleName()));
        }
    }
}
