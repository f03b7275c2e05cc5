package dev.longshore.calendarfile;

import dev.longshore.atomicfile.AtomicFile;
import dev.longshore.model.fact.Fact;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Events as a calendar file. All times of events are UTC instants, so that it needs no zone and the library asks nobody
 * for one.
 */
public final class CalendarFile {
    /** What a reader of calendar files may take for the end of a line, and everything else that is not for reading. */
    private static final Pattern NOT_FOR_READING = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

    private final Function<Fact, String> words;

    /** A file whose titles and lines are worded by {@code words}, in the language and the zone of whoever reads it. */
    public CalendarFile(Function<Fact, String> words) {
        this.words = words;
    }

    /**
     * The content of the file.
     *
     * @param madeAt when it is made, in UTC: a program that knows an event already takes the newer one
     */
    public String text(List<CalendarEvent> events, Instant madeAt) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Longshore//Cleanup calendar//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        events.forEach(each -> calendar.add(event(each, madeAt)));
        return FoldedLines.of(unfolded(calendar));
    }

    /**
     * Writes the file. One that was there stays whole until the new one is. Blocks: not for the FX thread.
     *
     * @throws IOException when it cannot be written there
     */
    public void write(List<CalendarEvent> events, Instant madeAt, Path file) throws IOException {
        var content = text(events, madeAt).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(content));
    }

    private VEvent event(CalendarEvent event, Instant madeAt) {
        var made = new VEvent(false);
        made.add(new Uid(onOneLine(event.uid())));
        made.add(new DtStamp(madeAt));
        made.add(new DtStart<>(event.at()));
        made.add(new net.fortuna.ical4j.model.property.Duration(event.length()));
        made.add(new Sequence(event.sequence()));
        made.add(new Summary(line(event.title())));
        made.add(new Description(event.lines().stream().map(this::line).collect(Collectors.joining("\n"))));
        made.add(event.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        made.add(ImmutableTransp.TRANSPARENT);
        event.reminders().forEach(before -> made.add(reminder(event, before)));
        return made;
    }

    private VAlarm reminder(CalendarEvent event, Duration before) {
        var alarm = new VAlarm(before.negated());
        alarm.add(ImmutableAction.DISPLAY);
        alarm.add(new Description(line(event.title())));
        return alarm;
    }

    private String line(Fact fact) {
        return onOneLine(words.apply(fact));
    }

    private static String onOneLine(String text) {
        return NOT_FOR_READING.matcher(text).replaceAll(" ").strip();
    }

    private static String unfolded(Calendar calendar) {
        var text = new StringWriter();
        try {
            new CalendarOutputter(true, Integer.MAX_VALUE).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException("A calendar in memory cannot be full", e);
        }
        return text.toString();
    }
}
