package dev.longshore.ui.cleanup;

import dev.longshore.calendarfile.CalendarEvent;
import dev.longshore.calendarfile.CalendarEvents;
import dev.longshore.calendarfile.CalendarFile;
import dev.longshore.model.History;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.userdate.DeadlineRules.ImportFacts;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.text.FactText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.WatchedMigration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Saves deadlines as a calendar file, without waiting for journal or disk. */
final class CalendarExport {
    private final UiContext context;
    private final SnapshotFeed feed;

    CalendarExport(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
    }

    /**
     * Saves what {@code wanted} takes of the deadlines of {@code migrations}, and of these freeze windows.
     *
     * @return a sentence on what became of it; completed on another thread, never exceptionally; FX thread only
     */
    CompletableFuture<String> save(List<WatchedMigration> migrations, List<FreezeWindow> freezes,
            Predicate<CalendarEvent> wanted, Path file) {
        var frozen = CalendarEvents.ofFreezes(freezes, true, feed.nowProperty().get());
        var calendarFile = new CalendarFile(words());
        var kept = migrations.stream().map(this::events).toList();
        return CompletableFuture.allOf(kept.toArray(CompletableFuture[]::new))
                .thenApplyAsync(
                        _ -> write(Stream.concat(kept.stream().flatMap(CompletableFuture::join), frozen.stream())
                                .filter(wanted).toList(), calendarFile, file),
                        Thread::startVirtualThread)
                .exceptionally(failure -> notSaved(file, failure));
    }

    /** In the zone that is shown now, whatever it is by the time the file is written. */
    private Function<Fact, String> words() {
        var times = context.times().inZone(context.times().zoneId());
        return new FactText(context.texts(), times)::of;
    }

    private CompletableFuture<Stream<CalendarEvent>> events(WatchedMigration migration) {
        var facts = migration.importFacts(feed.serviceTime(migration.key()));
        return context.watch().history(migration.key(), Instant.EPOCH)
                .thenApply(history -> events(migration, facts, history));
    }

    private static Stream<CalendarEvent> events(WatchedMigration migration, ImportFacts facts, History history) {
        return CalendarEvents.all(migration.key(), migration.name(), facts, migration.ownDates().kept(), history)
                .stream();
    }

    private String write(List<CalendarEvent> events, CalendarFile calendarFile, Path file) {
        if (events.isEmpty()) {
            return context.texts().get("cleanup.export.nothing");
        }
        try {
            calendarFile.write(events, context.clock().instant(), file);
            return context.texts().get("cleanup.export.saved", events.size(), file);
        } catch (IOException e) {
            return notSaved(file, e);
        }
    }

    private String notSaved(Path file, Throwable failure) {
        return context.texts().get("cleanup.export.notSaved", file, context.sentence(failure));
    }
}
