package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.MigrationRef;
import dev.longshore.model.Progress;
import dev.longshore.simulator.Aim;
import dev.longshore.simulator.Cloud;
import dev.longshore.simulator.Fault;
import dev.longshore.simulator.ImportPlan;
import dev.longshore.simulator.ProgressWording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** What a status answer holds. */
final class StatusRules {
    private StatusRules() {}

    static List<Rule> rules() {
        return List.of(
                emptyAtFirst(),
                noCredentialsAtFirst(),
                directory(Cloud.AWS, "s3://"),
                directory(Cloud.GCP, "gs://"),
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

    private static Rule emptyAtFirst() {
        return Rule.that("Right after initialize directory and progress are empty texts")
                .simulator(harbour -> {
                    var answer = harbour.get(harbour.initializing());
                    assertThat(answer.json().path("uploadBucketDir").stringValue()).isEmpty();
                    assertThat(answer.json().path("progressInfo").stringValue()).isEmpty();
                })
                .client(harbour -> {
                    var status = Harbour.value(harbour.client().status(harbour.initializing()));
                    assertThat(status.uploadBucketDir()).isEmpty();
                    assertThat(status.progress()).isEqualTo(new Progress.Unknown(""));
                    assertThat(status.oddities()).isEmpty();
                });
    }

    private static Rule noCredentialsAtFirst() {
        return Rule.that("Right after initialize the keys of the credentials and their expiration are null")
                .simulator(harbour -> {
                    var answer = harbour.get(harbour.initializing());
                    assertThat(answer.isNull("uploadCredentials/keys")).isTrue();
                    assertThat(answer.isNull("uploadCredentials/credentialExpiration")).isTrue();
                })
                .client(harbour -> assertThat(
                        Harbour.value(harbour.client().status(harbour.initializing())).credentials())
                        .isNull());
    }

    private static Rule directory(Cloud cloud, String scheme) {
        return Rule.that("The directory in " + cloud + " begins with " + scheme + " and ends in a slash")
                .simulator(harbour -> assertThat(
                        harbour.get(harbour.receiving(harbour.database(cloud))).at("uploadBucketDir"))
                        .startsWith(scheme)
                        .endsWith("/"))
                .client(harbour -> {
                    var migration = harbour.receiving(harbour.database(cloud));
                    assertThat(Harbour.value(harbour.client().status(migration)).uploadBucketDir())
                            .isEqualTo(harbour.get(migration).at("uploadBucketDir"));
                });
    }

    private static Rule azureDirectory() {
        return Rule.that("The directory in AZURE is an https address in blob.core.windows.net and ends in a slash")
                .simulator(harbour -> assertThat(
                        harbour.get(harbour.receiving(harbour.database(Cloud.AZURE))).at("uploadBucketDir"))
                        .matches("https://[a-z0-9]{3,24}\\.blob\\.core\\.windows\\.net/.+/"))
                .client(harbour -> {
                    var migration = harbour.receiving(harbour.database(Cloud.AZURE));
                    assertThat(Harbour.value(harbour.client().status(migration)).uploadBucketDir())
                            .isEqualTo(harbour.get(migration).at("uploadBucketDir"));
                });
    }

    private static Rule cleanupTime() {
        return Rule.that("The time at which the cleanup is due is told in UTC")
                .simulator(harbour -> assertThat(harbour.get(harbour.receiving()).at("expectedCleanupTime"))
                        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"))
                .client(harbour -> {
                    var migration = harbour.receiving();
                    assertThat(Harbour.value(harbour.client().status(migration)).expectedCleanupTime())
                            .isEqualTo(harbour.get(migration).at("expectedCleanupTime"));
                });
    }

    private static Rule offsets() {
        return Rule.that("A time with an offset is the same instant, and one without any is none")
                .client(_ -> {
                    assertThat(Wiretap.status("{\"status\":\"Closed\",\"expectedCleanupTime\":"
                            + "\"2026-12-31T15:30:00+01:00\"}").expectedCleanupTime())
                            .isEqualTo(Instant.parse("2026-12-31T14:30:00Z"));
                    assertThat(Wiretap.status("{\"status\":\"Closed\",\"expectedCleanupTime\":"
                            + "\"2026-12-31T15:30:00\"}").expectedCleanupTime())
                            .isNull();
                });
    }

    private static Rule unknownFields() {
        return Rule.that("Unknown fields may appear at any time")
                .simulator(harbour -> {
                    harbour.simulator().faults().inject(new Fault.UnknownField("residency"), Aim.any());
                    assertThat(harbour.get(harbour.receiving()).json().has("residency")).isTrue();
                })
                .client(harbour -> {
                    harbour.simulator().faults().inject(new Fault.UnknownField("residency"), Aim.any());
                    assertThat(Harbour.value(harbour.client().status(harbour.receiving())).oddities()).isEmpty();
                });
    }

    private static Rule missingFields() {
        return Rule.that("Any field may be missing")
                .client(_ -> {
                    var status = Wiretap.status("{\"status\":\"ReceivingFiles\"}");
                    assertThat(status.ref()).isEqualTo(Wiretap.REF);
                    assertThat(status.uploadBucketDir()).isNull();
                    assertThat(status.credentials()).isNull();
                    assertThat(status.expectedCleanupTime()).isNull();
                    assertThat(status.oddities()).isEmpty();
                });
    }

    private static Rule nullFields() {
        return Rule.that("Any field may be null")
                .client(_ -> {
                    var status = Wiretap.status("{\"migrationID\":null,\"dbID\":null,\"status\":\"Closed\","
                            + "\"progressInfo\":null,\"uploadBucketDir\":null,\"uploadCredentials\":null,"
                            + "\"expectedCleanupTime\":null,\"concurrency\":null,\"targetSubsetSizeGB\":null}");
                    assertThat(status.progress()).isNull();
                    assertThat(status.concurrency()).isNull();
                    assertThat(status.oddities()).isEmpty();
                });
    }

    /** Half of an import that takes a thousand hours, so that minutes do not count. */
    private static Rule progress(String form, ProgressWording wording, String text, OptionalDouble percent) {
        return Rule.that("Progress is free text; it may hold " + form)
                .simulator(harbour -> assertThat(halfWay(harbour, wording).at("progressInfo")).isEqualTo(text))
                .client(harbour -> {
                    var answer = halfWay(harbour, wording);
                    var migration = MigrationRef.parse(answer.at("dbID") + "/"
                            + answer.at("migrationID"));
                    var progress = Harbour.value(harbour.client().status(migration)).progress();
                    assertThat(progress).isEqualTo(Progress.of(text));
                })
                .model(_ -> {
                    assertThat(Progress.of(text).percent()).isEqualTo(percent);
                    assertThat(Progress.of(text).text()).isEqualTo(text);
                });
    }

    private static Reply halfWay(Harbour harbour, ProgressWording wording) {
        var migration = harbour.receiving();
        harbour.plan(migration, ImportPlan.lasting(Duration.ofHours(1000)).worded(wording));
        harbour.post(migration, "launch");
        harbour.advance(Duration.ofHours(500).plusMinutes(3));
        return harbour.get(migration);
    }

    private static Rule neverOver() {
        return Rule.that("No number is made up where there is none to rely on")
                .client(_ -> assertThat(Wiretap.status("{\"status\":\"ImportInProgress\",\"progressInfo\":"
                        + "\"Imported 7 of 5 subsets\"}").progress())
                        .isEqualTo(new Progress.Unknown("Imported 7 of 5 subsets")))
                .model(_ -> assertThat(List.of("130 %", "9 of 4", "5/0", "2026-11-21", "v1.2", "step three"))
                        .allMatch(text -> Progress.of(text).percent().isEmpty()));
    }

    private static Rule json() {
        return Rule.that("A good answer is JSON")
                .simulator(harbour -> assertThat(harbour.get(harbour.receiving()).header("Content-Type"))
                        .startsWith("application/json"))
                .client(_ -> assertThat(Wiretap.sent(api -> api.status(Wiretap.REF)).getHeaders().get("Accept"))
                        .isEqualTo("application/json"));
    }

    private static Rule date() {
        return Rule.that("An answer tells the service's own time")
                .simulator(harbour -> {
                    harbour.receiving();
                    assertThat(harbour.get("/v2/databases").header("Date"))
                            .isEqualTo("Sat, 21 Nov 2026 18:10:00 GMT");
                })
                .client(harbour -> {
                    var migration = harbour.receiving();
                    assertThat(harbour.client().status(migration).receipt().serviceDate()).isEqualTo(harbour.now());
                });
    }
}
