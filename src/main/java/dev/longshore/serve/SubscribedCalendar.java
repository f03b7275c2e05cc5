package dev.longshore.serve;

import dev.longshore.calendarfile.CalendarEvent;
import dev.longshore.calendarfile.CalendarEvents;
import dev.longshore.calendarfile.CalendarFile;
import dev.longshore.model.CalendarAddress;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.userdate.OwnDeadline;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.Watch;
import dev.longshore.watch.WatchedMigration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The calendar for programs that subscribe to it: the same text as the exported file. Without the names of migrations,
 * databases and deadlines unless the user has chosen that. Safe for use by several threads.
 */
public final class SubscribedCalendar {
    private final Watch watch;
    private final Supplier<Optional<CalendarAddress>> address;
    private final InstantSource clock;
    private final CalendarFile file;

    /**
     * The calendar of what {@code watch} sees.
     *
     * @param address the address in force; asked with each request, so that one that was revoked opens nothing any more
     * @param words words titles and lines, in the zone of whoever reads them
     */
    public SubscribedCalendar(Watch watch, Supplier<Optional<CalendarAddress>> address, InstantSource clock,
            Function<Fact, String> words) {
        this.watch = watch;
        this.address = address;
        this.clock = clock;
        file = new CalendarFile(words);
    }

    /** What is found at that path; empty where nothing is. Blocks while the journal is read. */
    Optional<String> text(String path) {
        return address.get().filter(each -> isSame(each.path(), path)).map(each -> text(each.withNames()));
    }

    /** Takes as long for a wrong path as for the right one. */
    private static boolean isSame(String expected, String asked) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), asked.getBytes(StandardCharsets.UTF_8));
    }

    private String text(boolean withNames) {
        var snapshot = watch.snapshot();
        var now = clock.instant();
        return file.text(Stream.concat(
                snapshot.migrations().stream().flatMap(each -> events(each, snapshot, now, withNames).stream()),
                CalendarEvents.ofFreezes(snapshot.keptFreezes(), withNames, now).stream()).toList(), now);
    }

    private List<CalendarEvent> events(WatchedMigration migration, Snapshot snapshot, Instant now, boolean withNames) {
        var key = migration.key();
        var serviceTime = snapshot.connection(key.connection()).map(each -> each.serviceTime(now)).orElse(now);
        var deadlines = migration.ownDates().kept();
        return CalendarEvents.all(
                key, withNames ? migration.name() : key.ref().migration().inShort(), migration.importFacts(serviceTime),
                withNames ? deadlines : deadlines.stream().map(OwnDeadline::unnamed).toList(),
                watch.history(key, Instant.EPOCH).join());
    }
}
