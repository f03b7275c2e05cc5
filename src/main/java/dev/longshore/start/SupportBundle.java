package dev.longshore.start;

import dev.longshore.journal.JournalException;
import dev.longshore.journal.JournalFigures;
import dev.longshore.model.Redaction;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.StartFact;
import dev.longshore.platform.Folders;
import dev.longshore.platform.Version;
import dev.longshore.platform.ZipBundle;
import dev.longshore.text.FactText;
import dev.longshore.ui.context.SupportBundles;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Versions, connections, figures of the journal, settings and the end of the log; each goes through the redaction. In English and UTC, for whoever helps. */
public final class SupportBundle implements SupportBundles {
    private static final int LOG_BYTES = 1_000_000;
    private static final List<String> PROPERTIES = List.of(
            "java.version", "java.vendor", "javafx.runtime.version", "os.name", "os.version", "os.arch",
            "user.language", "user.timezone", "glass.platform", "prism.order", "java.net.useSystemProxies");

    private final Folders folders;
    private final InstantSource clock;
    private final Supplier<JournalFigures> journal;
    private final Supplier<Snapshot> snapshot;
    private final Executor workers;
    private final FactText facts;

    /**
     * A bundle about what works in {@code folders}.
     *
     * @param journal reads the figures of the journal; blocks
     */
    public SupportBundle(
            Folders folders,
            InstantSource clock,
            Supplier<JournalFigures> journal,
            Supplier<Snapshot> snapshot,
            Executor workers) {
        this.folders = folders;
        this.clock = clock;
        this.journal = journal;
        this.snapshot = snapshot;
        this.workers = workers;
        this.facts = FactText.english(clock);
    }

    @Override
    public CompletableFuture<List<BundledFile>> gather() {
        return CompletableFuture.supplyAsync(() -> List.of(
                part("about.txt", about()),
                part("connections.txt", connections()),
                part("journal.txt", figures()),
                part("settings.json", file(folders.settings())),
                part("longshore.log", file(folders.logs().resolve("longshore.log")))), workers);
    }

    @Override
    public CompletableFuture<Optional<Fact>> save(List<BundledFile> parts, Path file) {
        var texts = new LinkedHashMap<String, String>();
        parts.forEach(each -> texts.put(each.name(), each.text()));
        return CompletableFuture.supplyAsync(() -> {
            try {
                ZipBundle.write(file, texts);
                return Optional.empty();
            } catch (IOException e) {
                return Optional.of(Fact.of(
                        StartFact.BUNDLE_NOT_WRITTEN, file.toString(), String.valueOf(e.getMessage())));
            }
        }, workers);
    }

    private static BundledFile part(String name, String text) {
        return new BundledFile(name, Redaction.of(text).replace(System.getProperty("user.home"), "~"));
    }

    private String about() {
        var properties = PROPERTIES.stream()
                .map(name -> name + ": " + System.getProperty(name, "-"))
                .collect(Collectors.joining("\n"));
        var memory = Runtime.getRuntime();
        return "Longshore " + Version.current() + "\nmade at " + clock.instant() + "\ndata folder: " + folders.data()
                + "\n" + properties + "\nprocessors: " + memory.availableProcessors() + "\nheap: "
                + (memory.totalMemory() - memory.freeMemory()) + " of at most " + memory.maxMemory() + " bytes\n";
    }

    private String connections() {
        var now = snapshot.get();
        return now.connections().stream().map(this::connection).collect(Collectors.joining("\n"))
                + "\nmigrations on the list: " + now.migrations().size() + "\n";
    }

    private String connection(WatchedConnection each) {
        var connection = each.connection();
        return connection.name() + "\n  endpoint: " + connection.endpoint() + "\n  proxy: " + connection.proxy()
                + "\n  environment: " + connection.environment() + (connection.readOnly() ? ", read-only" : "")
                + "\n  token: " + connection.origin() + ", " + facts.of(each.token().description())
                + "\n  trouble: " + each.health().fact().map(facts::of).orElse("none")
                + "\n  databases: " + each.databases().size() + "\n  newest answer: " + each.lastAnswerAt() + " in "
                + each.answerTime() + ", clock offset " + each.clockOffset();
    }

    private String figures() {
        try {
            var now = journal.get();
            return now.place() + "\nbytes: " + now.bytes() + ", backups: " + now.backupBytes() + "\nschema: "
                    + now.schema() + "\nintegrity: " + now.integrity() + "\nrows: " + now.rows() + "\n";
        } catch (JournalException e) {
            return facts.of(e.fact());
        }
    }

    /** The end of it, where it is long. */
    private static String file(Path file) {
        if (Files.notExists(file)) {
            return "";
        }
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var from = Math.max(0, in.length() - LOG_BYTES);
            in.seek(from);
            var bytes = new byte[(int) (in.length() - from)];
            in.readFully(bytes);
            var text = new String(bytes, StandardCharsets.UTF_8);
            // Half a line could hold half a secret, which nothing would recognise.
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        } catch (IOException e) {
            return "It cannot be read: " + e.getMessage();
        }
    }
}
