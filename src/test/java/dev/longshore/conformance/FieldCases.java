package dev.longshore.conformance;

import dev.longshore.conformance.FieldOutcome.ReadAnswer;
import dev.longshore.conformance.FieldOutcome.RejectedAnswer;
import dev.longshore.simulator.faults.SimulatedFault;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every field that is missing, null or of another type, words and fields nobody knows, and a clock that is off. */
final class FieldCases {
    private static final String NO_ID = "The reply does not contain the new migration's ID.";
    private static final String NO_STATUS = "The reply contains no status.";
    private static final String BUT_AN_ID = " The new migration's ID is {id}.";
    private static final String NO_SET = "contains no complete upload credentials for AWS, Google or Azure";

    private FieldCases() {}

    static List<FieldCase> all() {
        return Stream.of(
                missing("migrationID", FieldCases::withoutMigrationId),
                missing("dbID", FieldCases::read),
                missing("status", FieldCases::withoutStatus),
                missing("progressInfo", operation -> read(operation, "progressInfo")),
                missing("uploadBucketDir", operation -> read(operation, "uploadBucketDir")),
                missing("uploadCredentials", operation -> read(operation, "uploadCredentials")),
                missing("uploadCredentials.keys", operation -> read(operation, "uploadCredentials")),
                missing("uploadCredentials.credentialExpiration", FieldCases::withoutExpiration),
                missing("expectedCleanupTime", operation -> read(operation, "expectedCleanupTime")),
                wronglyTyped(),
                ofDatabases(),
                oddButWhole())
                .flatMap(List::stream)
                .toList();
    }

    private static List<FieldCase> wronglyTyped() {
        return List.of(
                wrong("migrationID",
                        operation -> operation.createsMigration() ? new RejectedAnswer(NO_ID)
                                : odd(operation, "migrationID")),
                wrong("dbID", operation -> odd(operation, "dbID")),
                wrong("status", FieldCases::withoutStatus),
                wrong("progressInfo", operation -> odd(operation, "progressInfo", "progressInfo")),
                wrong("uploadBucketDir", operation -> odd(operation, "uploadBucketDir", "uploadBucketDir")),
                wrong("uploadCredentials", operation -> reported(
                        operation, oddity("uploadCredentials", "should be an object but is a number"),
                        "uploadCredentials")),
                wrong("uploadCredentials.keys", operation -> reported(
                        operation, oddity("uploadCredentials.keys",
                                givesCredentials(operation) ? "should be an object but is a number" : NO_SET),
                        "uploadCredentials")),
                wrong("uploadCredentials.credentialExpiration", operation -> reported(
                        operation,
                        oddity("uploadCredentials.credentialExpiration", "should be text but is an object"),
                        givesCredentials(operation) ? "credentialExpiration" : "uploadCredentials")),
                wrong("expectedCleanupTime",
                        operation -> odd(operation, "expectedCleanupTime", "expectedCleanupTime")));
    }

    private static List<FieldCase> ofDatabases() {
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

    private static List<FieldCase> oddButWhole() {
        return Stream.of(
                whole("a field nobody has heard of", new SimulatedFault.UnknownField("residency")),
                whole("a status word nobody knows", new SimulatedFault.StatusWord("Hibernating")),
                whole("a Date header three days ahead", new SimulatedFault.WrongClock(Duration.ofDays(3))),
                whole("a Date header three days behind", new SimulatedFault.WrongClock(Duration.ofDays(-3))))
                .flatMap(List::stream)
                .toList();
    }

    private static FieldOutcome withoutMigrationId(TestedOperation operation) {
        return operation.createsMigration() ? new RejectedAnswer(NO_ID) : read(operation);
    }

    private static FieldOutcome withoutStatus(TestedOperation operation) {
        return new RejectedAnswer(operation.createsMigration() ? NO_STATUS + BUT_AN_ID : NO_STATUS);
    }

    private static FieldOutcome withoutExpiration(TestedOperation operation) {
        return givesCredentials(operation) ? read(operation, "credentialExpiration") : read(operation);
    }

    /** Those are the two whose migration receives files before and after. */
    private static boolean givesCredentials(TestedOperation operation) {
        return operation == TestedOperation.STATUS || operation == TestedOperation.SCHEDULE_CLEANUP;
    }

    private static FieldOutcome read(TestedOperation operation, String... empty) {
        return new ReadAnswer(emptyFields(operation, empty), List.of());
    }

    private static FieldOutcome odd(TestedOperation operation, String field, String... empty) {
        return reported(operation, oddity(field, "should be text but is an object"), empty);
    }

    private static FieldOutcome reported(TestedOperation operation, String oddity, String... empty) {
        return new ReadAnswer(emptyFields(operation, empty), List.of(oddity));
    }

    private static String oddity(String field, String what) {
        return "The field \"" + field + "\" " + what + ".";
    }

    private static Set<String> emptyFields(TestedOperation operation, String... besides) {
        var fields = new TreeSet<>(List.of(besides));
        if (!givesCredentials(operation) && !operation.isAboutDatabases()) {
            fields.add("uploadCredentials");
        }
        return fields;
    }

    private static List<FieldCase> missing(String field, Function<TestedOperation, FieldOutcome> expected) {
        return List.of(
                new FieldCase(field + " is missing", new SimulatedFault.MissingField(field), false, expected),
                new FieldCase(field + " is null", new SimulatedFault.NullField(field), false, expected));
    }

    private static FieldCase wrong(String field, Function<TestedOperation, FieldOutcome> expected) {
        return new FieldCase(field + " is of another type", new SimulatedFault.WrongType(field), false, expected);
    }

    private static List<FieldCase> database(String field, String... empty) {
        Function<TestedOperation, FieldOutcome> expected = _ -> new ReadAnswer(Set.of(empty), List.of());
        return List.of(
                new FieldCase("a database's " + field + " is missing", new SimulatedFault.MissingField(field), true,
                        expected),
                new FieldCase("a database's " + field + " is null", new SimulatedFault.NullField(field), true,
                        expected),
                new FieldCase(
                        "a database's " + field + " is of another type", new SimulatedFault.WrongType(field), true,
                        expected));
    }

    private static List<FieldCase> whole(String name, SimulatedFault fault) {
        return List.of(
                new FieldCase(name, fault, false, FieldCases::read),
                new FieldCase(name + " in an answer about databases", fault, true, FieldCases::read));
    }
}
