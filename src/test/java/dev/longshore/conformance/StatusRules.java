package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.MigrationRef;
import dev.longshore.model.Progress;
import dev.longshore.simulator.faults.FaultTarget;
import dev.longshore.simulator.faults.SimulatedFault;
import dev.longshore.simulator.service.ImportPlan;
import dev.longshore.simulator.service.ProgressWording;
import dev.longshore.simulator.service.SimulatedCloud;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** What a status answer holds. */
final class StatusRules {
    private StatusRules() {}

    static List<DocumentedRule> rules() {
        return List.of(
                emptyAtFirst(),
                noCredentialsAtFirst(),
                directory(SimulatedCloud.AWS, "s3://"),
                directory(SimulatedCloud.GCP, "gs://"),
                azureDirectory(),
                cleanupTime(),
                offsets(),
                unknownFields(),
                missingFields(),
                nullFields(),
                progress("a percentage and n of m with thousands separators", ProgressWording.COUNT_AND_PERCENT,
                        "Imported 602 of 1,204 SSTable subsets (50 %)", OptionalDouble.of(50)),
                progress("n/m", ProgressWording.FRACTION, "602/1204 subsets imported", OptionalDouble.of(50)),
                progress("a percentage alone", ProgressWording.PERCENT, "Import is 50.0% complete",
                        OptionalDouble.of(50)),
                progress("no number", ProgressWording.WORDS, "Converting SSTables", OptionalDouble.empty()),
                neverOver(),
                json(),
                date());
    }

    private static DocumentedRule emptyAtFirst() {
        return DocumentedRule.that("Right after initialize directory and progress are empty texts")
                .simulator(fixture -> {
                    var answer = fixture.get(fixture.initializing());
                    assertThat(answer.json().path("uploadBucketDir").stringValue()).isEmpty();
                    assertThat(answer.json().path("progressInfo").stringValue()).isEmpty();
                })
                .client(fixture -> {
                    var status = SimulatorFixture.value(fixture.client().status(fixture.initializing()));
                    assertThat(status.uploadBucketDir()).isEmpty();
                    assertThat(status.progress()).isEqualTo(new Progress("", OptionalDouble.empty()));
                    assertThat(status.oddities()).isEmpty();
                });
    }

    private static DocumentedRule noCredentialsAtFirst() {
        return DocumentedRule.that("Right after initialize the keys of the credentials and their expiration are null")
                .simulator(fixture -> {
                    var answer = fixture.get(fixture.initializing());
                    assertThat(answer.isNull("uploadCredentials/keys")).isTrue();
                    assertThat(answer.isNull("uploadCredentials/credentialExpiration")).isTrue();
                })
                .client(fixture -> assertThat(
                        SimulatorFixture.value(fixture.client().status(fixture.initializing())).credentials())
                        .isNull());
    }

    private static DocumentedRule directory(SimulatedCloud cloud, String scheme) {
        return DocumentedRule.that("The directory in " + cloud + " begins with " + scheme + " and ends in a slash")
                .simulator(fixture -> assertThat(
                        fixture.get(fixture.receiving(fixture.database(cloud))).at("uploadBucketDir"))
                        .startsWith(scheme)
                        .endsWith("/"))
                .client(fixture -> {
                    var migration = fixture.receiving(fixture.database(cloud));
                    assertThat(SimulatorFixture.value(fixture.client().status(migration)).uploadBucketDir())
                            .isEqualTo(fixture.get(migration).at("uploadBucketDir"));
                });
    }

    private static DocumentedRule azureDirectory() {
        return DocumentedRule
                .that("The directory in AZURE is an https address in blob.core.windows.net and ends in a slash")
                .simulator(fixture -> assertThat(
                        fixture.get(fixture.receiving(fixture.database(SimulatedCloud.AZURE))).at("uploadBucketDir"))
                        .matches("https://[a-z0-9]{3,24}\\.blob\\.core\\.windows\\.net/.+/"))
                .client(fixture -> {
                    var migration = fixture.receiving(fixture.database(SimulatedCloud.AZURE));
                    assertThat(SimulatorFixture.value(fixture.client().status(migration)).uploadBucketDir())
                            .isEqualTo(fixture.get(migration).at("uploadBucketDir"));
                });
    }

    private static DocumentedRule cleanupTime() {
        return DocumentedRule.that("The time at which the cleanup is due is told in UTC")
                .simulator(fixture -> assertThat(fixture.get(fixture.receiving()).at("expectedCleanupTime"))
                        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"))
                .client(fixture -> {
                    var migration = fixture.receiving();
                    assertThat(SimulatorFixture.value(fixture.client().status(migration)).expectedCleanupTime())
                            .isEqualTo(fixture.get(migration).at("expectedCleanupTime"));
                });
    }

    private static DocumentedRule offsets() {
        return DocumentedRule.that("A time with an offset is the same instant, and one without any is none")
                .client(_ -> {
                    assertThat(RequestCapture.status("{\"status\":\"Closed\",\"expectedCleanupTime\":"
                            + "\"2026-12-31T15:30:00+01:00\"}").expectedCleanupTime())
                            .isEqualTo(Instant.parse("2026-12-31T14:30:00Z"));
                    assertThat(RequestCapture.status("{\"status\":\"Closed\",\"expectedCleanupTime\":"
                            + "\"2026-12-31T15:30:00\"}").expectedCleanupTime())
                            .isNull();
                });
    }

    private static DocumentedRule unknownFields() {
        return DocumentedRule.that("Unknown fields may appear at any time")
                .simulator(fixture -> {
                    fixture.simulator().faults().inject(new SimulatedFault.UnknownField("residency"),
                            FaultTarget.any());
                    assertThat(fixture.get(fixture.receiving()).json().has("residency")).isTrue();
                })
                .client(fixture -> {
                    fixture.simulator().faults().inject(new SimulatedFault.UnknownField("residency"),
                            FaultTarget.any());
                    assertThat(SimulatorFixture.value(fixture.client().status(fixture.receiving())).oddities())
                            .isEmpty();
                });
    }

    private static DocumentedRule missingFields() {
        return DocumentedRule.that("Any field may be missing")
                .client(_ -> {
                    var status = RequestCapture.status("{\"status\":\"ReceivingFiles\"}");
                    assertThat(status.ref()).isEqualTo(RequestCapture.REF);
                    assertThat(status.uploadBucketDir()).isNull();
                    assertThat(status.credentials()).isNull();
                    assertThat(status.expectedCleanupTime()).isNull();
                    assertThat(status.oddities()).isEmpty();
                });
    }

    private static DocumentedRule nullFields() {
        return DocumentedRule.that("Any field may be null")
                .client(_ -> {
                    var status = RequestCapture.status("{\"migrationID\":null,\"dbID\":null,\"status\":\"Closed\","
                            + "\"progressInfo\":null,\"uploadBucketDir\":null,\"uploadCredentials\":null,"
                            + "\"expectedCleanupTime\":null,\"concurrency\":null,\"targetSubsetSizeGB\":null}");
                    assertThat(status.progress()).isNull();
                    assertThat(status.concurrency()).isNull();
                    assertThat(status.oddities()).isEmpty();
                });
    }

    /** Half of an import that takes a thousand hours, so that minutes do not count. */
    private static DocumentedRule progress(String form, ProgressWording wording, String text, OptionalDouble percent) {
        return DocumentedRule.that("Progress is free text; it may hold " + form)
                .simulator(fixture -> assertThat(halfWay(fixture, wording).at("progressInfo")).isEqualTo(text))
                .client(fixture -> {
                    var answer = halfWay(fixture, wording);
                    var migration = MigrationRef.parse(answer.at("dbID") + "/"
                            + answer.at("migrationID"));
                    var progress = SimulatorFixture.value(fixture.client().status(migration)).progress();
                    assertThat(progress).isEqualTo(Progress.of(text));
                })
                .model(_ -> {
                    assertThat(Progress.of(text).percent()).isEqualTo(percent);
                    assertThat(Progress.of(text).text()).isEqualTo(text);
                });
    }

    private static RawResponse halfWay(SimulatorFixture fixture, ProgressWording wording) {
        var migration = fixture.receiving();
        fixture.plan(migration, ImportPlan.lasting(Duration.ofHours(1000)).worded(wording));
        fixture.post(migration, "launch");
        fixture.advance(Duration.ofHours(500).plusMinutes(3));
        return fixture.get(migration);
    }

    private static DocumentedRule neverOver() {
        return DocumentedRule.that("No number is made up where there is none to rely on")
                .client(_ -> assertThat(RequestCapture.status("{\"status\":\"ImportInProgress\",\"progressInfo\":"
                        + "\"Imported 7 of 5 subsets\"}").progress())
                        .isEqualTo(new Progress("Imported 7 of 5 subsets", OptionalDouble.empty())))
                .model(_ -> assertThat(List.of("130 %", "9 of 4", "5/0", "2026-11-21", "v1.2", "step three"))
                        .allMatch(text -> Progress.of(text).percent().isEmpty()));
    }

    private static DocumentedRule json() {
        return DocumentedRule.that("A good answer is JSON")
                .simulator(fixture -> assertThat(fixture.get(fixture.receiving()).header("Content-Type"))
                        .startsWith("application/json"))
                .client(_ -> assertThat(
                        RequestCapture.sent(api -> api.status(RequestCapture.REF)).getHeaders().get("Accept"))
                        .isEqualTo("application/json"));
    }

    private static DocumentedRule date() {
        return DocumentedRule.that("An answer tells the service's own time")
                .simulator(fixture -> {
                    fixture.receiving();
                    assertThat(fixture.get("/v2/databases").header("Date"))
                            .isEqualTo("Sat, 21 Nov 2026 18:10:00 GMT");
                })
                .client(fixture -> {
                    var migration = fixture.receiving();
                    assertThat(fixture.client().status(migration).receipt().serviceDate()).isEqualTo(fixture.now());
                });
    }
}
