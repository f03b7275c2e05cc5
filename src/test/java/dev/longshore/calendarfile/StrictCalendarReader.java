package dev.longshore.calendarfile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a calendar file by the letter of RFC 5545 and refuses whatever is not in it: line ends, lengths of lines, the order
 * of components, which properties there must be and how often, and the form of their values. It shares no code with the
 * writer or another reader.
 */
final class StrictCalendarReader {
    private static final int MOST_OCTETS = 75;
    private static final Pattern LINE = Pattern.compile("([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^;:\"]*)*):(.*)");
    private static final Pattern UTC = Pattern.compile("\\d{8}T\\d{6}Z");
    private static final Pattern DURATION = Pattern.compile("-?P(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?");
    /** 3.3.11: a backslash, a semicolon, a comma and a line end are escaped. */
    private static final Pattern TEXT = Pattern.compile("(?:[^\\\\;,\\p{Cntrl}]|\\\\[\\\\;,nN])*");
    private static final Set<String> EVENT_ONCE = Set.of("UID", "DTSTAMP", "DTSTART", "DURATION", "SEQUENCE", "SUMMARY",
            "DESCRIPTION", "STATUS", "TRANSP");
    private static final Set<String> EVENT_NEEDED = Set.of("UID", "DTSTAMP", "DTSTART", "DURATION", "SEQUENCE",
            "SUMMARY", "STATUS");

    private final List<Map<String, String>> events = new ArrayList<>();
    private final Map<String, String> calendar = new HashMap<>();
    private final List<String> lines;
    private int next;

    private StrictCalendarReader(String file) {
        lines = unfolded(file);
    }

    /** The events of a file by their UIDs, each with its properties. */
    static Map<String, Map<String, String>> read(String file) {
        var reader = new StrictCalendarReader(file);
        reader.calendar();
        var byUid = new HashMap<String, Map<String, String>>();
        for (var event : reader.events) {
            require(byUid.put(event.get("UID"), event) == null, "The UID comes twice: " + event.get("UID"));
        }
        return byUid;
    }

    private static List<String> unfolded(String file) {
        require(file.endsWith("\r\n"), "The last line has no end.");
        var unfolded = new ArrayList<String>();
        for (var line : file.substring(0, file.length() - 2).split("\r\n", -1)) {
            require(!line.contains("\n") && !line.contains("\r"), "A line end is no CRLF: " + line);
            require(line.getBytes(StandardCharsets.UTF_8).length <= MOST_OCTETS, "A line is too long: " + line);
            require(!line.isEmpty(), "A line is empty.");
            if (line.startsWith(" ") || line.startsWith("\t")) {
                require(!unfolded.isEmpty(), "The first line goes on with nothing.");
                unfolded.add(unfolded.removeLast() + line.substring(1));
            } else {
                unfolded.add(line);
            }
        }
        return unfolded;
    }

    private void calendar() {
        begin("VCALENDAR");
        while (!lines.get(next).startsWith("BEGIN:")) {
            if (lines.get(next).equals("END:VCALENDAR")) {
                break;
            }
            property(calendar, Set.of("PRODID", "VERSION", "CALSCALE", "METHOD"));
        }
        require(calendar.containsKey("PRODID") && "2.0".equals(calendar.get("VERSION")),
                "PRODID or VERSION: " + calendar);
        require(!calendar.containsKey("METHOD"), "What is subscribed to has no METHOD.");
        while (lines.get(next).equals("BEGIN:VEVENT")) {
            event();
        }
        end("VCALENDAR");
        require(next == lines.size(), "Something follows the calendar.");
    }

    private void event() {
        begin("VEVENT");
        var event = new HashMap<String, String>();
        while (!lines.get(next).startsWith("BEGIN:") && !lines.get(next).startsWith("END:")) {
            property(event, EVENT_ONCE);
        }
        while (lines.get(next).equals("BEGIN:VALARM")) {
            alarm();
        }
        end("VEVENT");
        require(event.keySet().containsAll(EVENT_NEEDED), "A property is missing: " + event);
        require(Set.of("CONFIRMED", "CANCELLED").contains(event.get("STATUS")), "STATUS: " + event);
        events.add(event);
    }

    private void alarm() {
        begin("VALARM");
        var alarm = new HashMap<String, String>();
        while (!lines.get(next).startsWith("END:")) {
            property(alarm, Set.of("ACTION", "TRIGGER", "DESCRIPTION"));
        }
        end("VALARM");
        require(new HashSet<>(alarm.keySet()).equals(Set.of("ACTION", "TRIGGER", "DESCRIPTION"))
                && "DISPLAY".equals(alarm.get("ACTION")), "An alarm: " + alarm);
    }

    private void begin(String component) {
        require(lines.get(next++).equals("BEGIN:" + component), "There is no begin of " + component);
    }

    private void end(String component) {
        require(lines.get(next++).equals("END:" + component), "There is no end of " + component);
    }

    private void property(Map<String, String> component, Set<String> known) {
        var line = LINE.matcher(lines.get(next++));
        require(line.matches(), "No property: " + lines.get(next - 1));
        var name = line.group(1);
        require(known.contains(name) && line.group(2).isEmpty(), "No property of here: " + line.group());
        require(component.put(name, line.group(3)) == null, "A property comes twice: " + line.group());
        require(isSound(name, line.group(3)), "The value of " + line.group());
    }

    private static boolean isSound(String name, String value) {
        return switch (name) {
            case "DTSTAMP", "DTSTART" -> UTC.matcher(value).matches();
            case "DURATION" -> DURATION.matcher(value).matches() && !value.startsWith("-") && value.length() > 2;
            case "TRIGGER" -> DURATION.matcher(value).matches() && value.length() > 2;
            case "SEQUENCE" -> value.matches("\\d{1,10}") && Long.parseLong(value) <= Integer.MAX_VALUE;
            case "UID", "SUMMARY", "DESCRIPTION", "PRODID" -> TEXT.matcher(value).matches() && !value.isEmpty();
            case "TRANSP" -> Set.of("OPAQUE", "TRANSPARENT").contains(value);
            default -> true;
        };
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
