package dev.longshore.conformance;

import dev.longshore.conformance.FieldOutcome.Read;
import dev.longshore.conformance.FieldOutcome.Refused;
import dev.longshore.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every field that is missing, null or of another type, words and fields nobody knows, and a clock that is off. */
final class FieldTable {
    private static final String NO_ID = "The answer does not tell the new migration's ID.";
    private static final String NO_STATUS = "The answer holds no status word.";
    private static final String BUT_AN_ID = " The new migration's ID is {id}.";
    private static final String NO_SET = "holds no complete set of upload credentials of AWS, Google or Azure";

    private FieldTable() {}

    static List<FieldRow> rows() {
        return Stream.of(
                missing("migrationID", FieldTable::withoutMigrationId),
                missing("dbID", FieldTable::read),
                missing("status", FieldTable::withoutStatus),
                missing("progressInfo", call -> read(call, "progressInfo")),
                missing("uploadBucketDir", call -> read(call, "uploadBucketDir")),
                missing("uploadCredentials", call -> read(call, "uploadCredentials")),
                missing("uploadCredentials.keys", call -> read(call, "uploadCredentials")),
                missing("uploadCredentials.credentialExpiration", FieldTable::withoutExpiration),
                missing("expectedCleanupTime", call -> read(call, "expectedCleanupTime")),
                wronglyTyped(),
                ofDatabases(),
                oddButWhole())
                .flatMap(List::stream)
                .toList();
    }

    private static List<FieldRow> wronglyTyped() {
        return List.of(
                wrong("migrationID", call -> call.makesAMigration() ? new Refused(NO_ID) : odd(call, "migrationID")),
                wrong("dbID", call -> odd(call, "dbID")),
                wrong("status", FieldTable::withoutStatus),
                wrong("progressInfo", call -> odd(call, "progressInfo", "progressInfo")),
                wrong("uploadBucketDir", call -> odd(call, "uploadBucketDir", "uploadBucketDir")),
                wrong("uploadCredentials", call -> told(
                        call, oddity("uploadCredentials", "should be an object but is a number"),
                        "uploadCredentials")),
                wrong("uploadCredentials.keys", call -> told(
                        call, oddity("uploadCredentials.keys",
                                givesCredentials(call) ? "should be an object but is a number" : NO_SET),
                        "uploadCredentials")),
                wrong("uploadCredentials.credentialExpiration", call -> told(
                        call,
                        oddity("uploadCredentials.credentialExpiration", "should be text but is an object"),
                        givesCredentials(call) ? "credentialExpiration" : "uploadCredentials")),
                wrong("expectedCleanupTime", call -> odd(call, "expectedCleanupTime", "expectedCleanupTime")));
    }

    private static List<FieldRow> ofDatabases() {
        return Stream.of(
                database("id", "id"),
                database("status", "status"),
                database("info", "name", "region", "keyspace", "cloudProvider", "datacenters"),
                database("info.name", "name"),
                database("info.region", "region"),
                database("info.cloudProvider", "cloudProvider"),
                database("info.datacenters", "datacenters"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<FieldRow> oddButWhole() {
        return Stream.of(
                whole("a field nobody has heard of", new Fault.UnknownField("residency")),
                whole("a status word nobody knows", new Fault.StatusWord("Hibernating")),
                whole("a Date header three days ahead", new Fault.WrongClock(Duration.ofDays(3))),
                whole("a Date header three days behind", new Fault.WrongClock(Duration.ofDays(-3))))
                .flatMap(List::stream)
                .toList();
    }

    private static FieldOutcome withoutMigrationId(Call call) {
        return call.makesAMigration() ? new Refused(NO_ID) : read(call);
    }

    private static FieldOutcome withoutStatus(Call call) {
        return new Refused(call.makesAMigration() ? NO_STATUS + BUT_AN_ID : NO_STATUS);
    }

    private static FieldOutcome withoutExpiration(Call call) {
        return givesCredentials(call) ? read(call, "credentialExpiration") : read(call);
    }

    /** Those are the two whose migration receives files before and after. */
    private static boolean givesCredentials(Call call) {
        return call == Call.STATUS || call == Call.SCHEDULE_CLEANUP;
    }

    private static FieldOutcome read(Call call, String... empty) {
        return new Read(emptyFields(call, empty), List.of());
    }

    private static FieldOutcome odd(Call call, String field, String... empty) {
        return told(call, oddity(field, "should be text but is an object"), empty);
    }

    private static FieldOutcome told(Call call, String oddity, String... empty) {
        return new Read(emptyFields(call, empty), List.of(oddity));
    }

    private static String oddity(String field, String what) {
        return "The field \"" + field + "\" " + what + ".";
    }

    private static Set<String> emptyFields(Call call, String... besides) {
        var fields = new TreeSet<>(List.of(besides));
        if (!givesCredentials(call) && !call.isAboutDatabases()) {
            fields.add("uploadCredentials");
        }
        return fields;
    }

    private static List<FieldRow> missing(String field, Function<Call, FieldOutcome> expected) {
        return List.of(
                new FieldRow(field + " is missing", new Fault.MissingField(field), false, expected),
                new FieldRow(field + " is null", new Fault.NullField(field), false, expected));
    }

    private static FieldRow wrong(String field, Function<Call, FieldOutcome> expected) {
        return new FieldRow(field + " is of another type", new Fault.WrongType(field), false, expected);
    }

    private static List<FieldRow> database(String field, String... empty) {
        Function<Call, FieldOutcome> expected = call -> new Read(
                call == Call.DATABASE && field.equals("id") ? Set.of() : Set.of(empty), List.of());
        return List.of(
                new FieldRow("a database's " + field + " is missing", new Fault.MissingField(field), true, expected),
                new FieldRow("a database's " + field + " is null", new Fault.NullField(field), true, expected),
                new FieldRow(
                        "a database's " + field + " is of another type", new Fault.WrongType(field), true,
                        expected));
    }

    private static List<FieldRow> whole(String name, Fault fault) {
        return List.of(
                new FieldRow(name, fault, false, FieldTable::read),
                new FieldRow(name + " in an answer about databases", fault, true, FieldTable::read));
    }
}
