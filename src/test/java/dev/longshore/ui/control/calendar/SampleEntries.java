package dev.longshore.ui.control.calendar;

import dev.longshore.ui.control.calendar.CleanupEntry.EntryKind;
import dev.longshore.ui.control.timeline.SampleTimelines;
import dev.longshore.ui.look.Urgency;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Entries as they come in life. */
public final class SampleEntries {
    private SampleEntries() {}

    /** A dozen cleanups around now, of every cause and risk. */
    public static List<CleanupEntry> dozen() {
        return List.of(
                entry("orders", 0.3, EntryKind.CLEANUP_SCHEDULED, Urgency.ACUTE,
                        "Expected end of the import is later."),
                entry("billing-eu-west-1-archive-2019", 0.8, EntryKind.CLEANUP_IDLE, Urgency.ACUTE, ""),
                entry("customers", 1.9, EntryKind.CLEANUP_SCHEDULED, Urgency.SOON, ""),
                entry("events", 3.1, EntryKind.CLEANUP_IDLE, Urgency.SOON, "Two nodes are still uploading."),
                entry("sessions", 5.5, EntryKind.CLEANUP_IDLE, Urgency.CALM, ""),
                entry("invoices", 5.6, EntryKind.CLEANUP_SCHEDULED, Urgency.CALM, ""),
                entry("ledger", 5.7, EntryKind.CLEANUP_IDLE, Urgency.CALM, ""),
                entry("audit", 5.8, EntryKind.CLEANUP_IDLE, Urgency.CALM, ""),
                entry("prices", 5.9, EntryKind.CLEANUP_IDLE, Urgency.SOON, ""),
                entry("stock", 6.9, EntryKind.CLEANUP_IDLE, Urgency.CALM, ""),
                entry("past", -4, EntryKind.CLEANUP_IDLE, Urgency.CALM, ""),
                entry("orders", 0.03, EntryKind.CREDENTIALS, Urgency.SOON, "Renewed by the next status."));
    }

    /** The dozen, and what has run, and when imports are expected to end. */
    static List<CleanupEntry> everyKind() {
        var others = Stream.of(
                entry("ledger-2018", -2.2, EntryKind.CLEANED_UP, Urgency.CALM, "It was due two hours before."),
                entry("ledger-2019", -0.01, EntryKind.CLEANING_UP, Urgency.CALM, ""),
                range("orders", 0.25, 0.38), range("catalogue", 3.4, 5.1));
        return Stream.concat(dozen().stream(), others).toList();
    }

    /** Three hundred cleanups on one day. */
    public static List<CleanupEntry> threeHundred() {
        return IntStream.range(0, 300)
                .mapToObj(each -> entry("tenant-%03d".formatted(each), 2 + each / 1000.0, EntryKind.CLEANUP_IDLE,
                        each % 50 == 0 ? Urgency.ACUTE : Urgency.CALM, ""))
                .toList();
    }

    static CleanupEntry entry(String name, double days, EntryKind kind, Urgency urgency, String detail) {
        var at = SampleTimelines.days(days);
        return new CleanupEntry(SampleTimelines.key(name), name, kind, at, at, urgency, detail);
    }

    /** The expected end of an import. */
    static CleanupEntry range(String name, double from, double until) {
        return new CleanupEntry(
                SampleTimelines.key(name), name, EntryKind.IMPORT_ENDS, SampleTimelines.days(from),
                SampleTimelines.days(until), Urgency.CALM, "");
    }
}
