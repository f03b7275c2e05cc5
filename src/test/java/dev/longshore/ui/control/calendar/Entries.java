package dev.longshore.ui.control.calendar;

import dev.longshore.ui.control.Risk;
import dev.longshore.ui.control.Samples;
import dev.longshore.ui.control.calendar.CleanupEntry.Kind;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Entries as they come in life. */
public final class Entries {
    private Entries() {}

    /** A dozen cleanups around now, of every cause and risk. */
    public static List<CleanupEntry> dozen() {
        return List.of(
                entry("orders", 0.3, Kind.CLEANUP_SCHEDULED, Risk.ACUTE,
                        "Expected end of the import is later."),
                entry("billing-eu-west-1-archive-2019", 0.8, Kind.CLEANUP_IDLE, Risk.ACUTE, ""),
                entry("customers", 1.9, Kind.CLEANUP_SCHEDULED, Risk.SOON, ""),
                entry("events", 3.1, Kind.CLEANUP_IDLE, Risk.SOON, "Two nodes are still uploading."),
                entry("sessions", 5.5, Kind.CLEANUP_IDLE, Risk.CALM, ""),
                entry("invoices", 5.6, Kind.CLEANUP_SCHEDULED, Risk.CALM, ""),
                entry("ledger", 5.7, Kind.CLEANUP_IDLE, Risk.CALM, ""),
                entry("audit", 5.8, Kind.CLEANUP_IDLE, Risk.CALM, ""),
                entry("prices", 5.9, Kind.CLEANUP_IDLE, Risk.SOON, ""),
                entry("stock", 6.9, Kind.CLEANUP_IDLE, Risk.CALM, ""),
                entry("past", -4, Kind.CLEANUP_IDLE, Risk.CALM, ""),
                entry("orders", 0.03, Kind.CREDENTIALS, Risk.SOON, "Renewed by the next status."));
    }

    /** The dozen, and what has run, and when imports are expected to end. */
    static List<CleanupEntry> everyKind() {
        var others = Stream.of(
                entry("ledger-2018", -2.2, Kind.CLEANED_UP, Risk.CALM, "It was due two hours before."),
                entry("ledger-2019", -0.01, Kind.CLEANING_UP, Risk.CALM, ""),
                range("orders", 0.25, 0.38), range("catalogue", 3.4, 5.1));
        return Stream.concat(dozen().stream(), others).toList();
    }

    /** Three hundred cleanups on one day. */
    public static List<CleanupEntry> threeHundred() {
        return IntStream.range(0, 300)
                .mapToObj(each -> entry("tenant-%03d".formatted(each), 2 + each / 1000.0, Kind.CLEANUP_IDLE,
                        each % 50 == 0 ? Risk.ACUTE : Risk.CALM, ""))
                .toList();
    }

    static CleanupEntry entry(String name, double days, Kind kind, Risk risk, String detail) {
        var at = Samples.days(days);
        return new CleanupEntry(Samples.key(name), name, kind, at, at, risk, detail);
    }

    /** The expected end of an import. */
    static CleanupEntry range(String name, double from, double until) {
        return new CleanupEntry(
                Samples.key(name), name, Kind.IMPORT_ENDS, Samples.days(from), Samples.days(until), Risk.CALM, "");
    }
}
