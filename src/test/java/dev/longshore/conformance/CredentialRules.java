package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.MigrationRef;
import dev.longshore.model.Phase;
import dev.longshore.model.Secret;
import dev.longshore.model.UploadCredentials;
import dev.longshore.simulator.service.SimulatedCloud;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Upload credentials of the three clouds: their shapes, how long they live, and what ends them. */
final class CredentialRules {
    private CredentialRules() {}

    static List<DocumentedRule> rules() {
        return List.of(
                aws(), google(), azure(), anHour(), renewed(), notRenewed(), revokedByLaunch(), notGivenBack(),
                revokedByCleanup(), neverShown());
    }

    private static DocumentedRule aws() {
        return DocumentedRule.that("In AWS the credentials are named sessionToken and are three keys")
                .simulator(fixture -> {
                    var answer = fixture.get(fixture.receiving());
                    assertThat(answer.at("uploadCredentials/name")).isEqualTo("sessionToken");
                    assertThat(answer.json().at("/uploadCredentials/keys").propertyNames())
                            .containsExactlyInAnyOrder("accessKeyID", "secretAccessKey", "sessionToken");
                    assertThat(answer.at("uploadCredentials/keys/accessKeyID")).startsWith("AS");
                })
                .client(fixture -> {
                    var migration = fixture.receiving();
                    var answer = fixture.get(migration);
                    var aws = (UploadCredentials.Aws) credentials(fixture, migration);
                    assertThat(aws.accessKeyId()).isEqualTo(answer.at("uploadCredentials/keys/accessKeyID"));
                    assertThat(isThat(aws.secretAccessKey(), answer, "secretAccessKey")).isTrue();
                    assertThat(isThat(aws.sessionToken(), answer, "sessionToken")).isTrue();
                });
    }

    private static DocumentedRule google() {
        return DocumentedRule.that("In Google Cloud the credentials are one base64 file, a service account's JSON")
                .simulator(fixture -> {
                    var answer = fixture.get(fixture.receiving(fixture.database(SimulatedCloud.GCP)));
                    var file = Base64.getDecoder().decode(answer.at("uploadCredentials/keys/file"));
                    assertThat(answer.at("uploadCredentials/name")).isEqualTo("TYPE_GOOGLE_CREDENTIALS_FILE");
                    assertThat(new String(file, StandardCharsets.UTF_8).contains("service_account")).isTrue();
                })
                .client(fixture -> {
                    var migration = fixture.receiving(fixture.database(SimulatedCloud.GCP));
                    var google = (UploadCredentials.Google) credentials(fixture, migration);
                    assertThat(isThat(google.file(), fixture.get(migration), "file")).isTrue();
                });
    }

    private static DocumentedRule azure() {
        return DocumentedRule.that("In Azure the credentials are named URL signature and are a URL and its signature")
                .simulator(fixture -> {
                    var answer = fixture.get(fixture.receiving(fixture.database(SimulatedCloud.AZURE)));
                    assertThat(answer.at("uploadCredentials/name")).isEqualTo("URL signature");
                    assertThat(answer.json().at("/uploadCredentials/keys").propertyNames())
                            .containsExactlyInAnyOrder("url", "urlSignature");
                })
                .client(fixture -> {
                    var migration = fixture.receiving(fixture.database(SimulatedCloud.AZURE));
                    var azure = (UploadCredentials.Azure) credentials(fixture, migration);
                    assertThat(isThat(azure.urlSignature(), fixture.get(migration), "urlSignature")).isTrue();
                });
    }

    private static DocumentedRule anHour() {
        return DocumentedRule.that("Credentials of AWS are valid for about one hour")
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    fixture.advance(Duration.ofHours(1));
                    var end = Instant.parse(fixture.get(migration).at("uploadCredentials/credentialExpiration"));
                    assertThat(Duration.between(fixture.now(), end))
                            .isBetween(Duration.ofMinutes(50), Duration.ofMinutes(60));
                })
                .client(fixture -> {
                    var migration = fixture.receiving();
                    assertThat(credentials(fixture, migration).expiration())
                            .isEqualTo(fixture.get(migration).at("uploadCredentials/credentialExpiration"));
                });
    }

    private static DocumentedRule renewed() {
        return DocumentedRule.that("Asking for the status renews credentials that have expired")
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    var before = fixture.get(migration).at("uploadCredentials/keys/secretAccessKey");
                    fixture.advance(Duration.ofHours(2));
                    var after = fixture.get(migration).at("uploadCredentials/keys/secretAccessKey");
                    assertThat(after.equals(before)).isFalse();
                })
                .client(fixture -> {
                    var migration = fixture.receiving();
                    var before = credentials(fixture, migration);
                    fixture.advance(Duration.ofHours(2));
                    var after = credentials(fixture, migration);
                    assertThat(after.fingerprint()).isNotEqualTo(before.fingerprint());
                    assertThat(after.expiration()).isAfter(fixture.now());
                });
    }

    private static DocumentedRule notRenewed() {
        return DocumentedRule.that("Credentials that are still valid stay as they are")
                .simulator(fixture -> {
                    var migration = fixture.receiving();
                    var before = fixture.get(migration).at("uploadCredentials/credentialExpiration");
                    fixture.advance(Duration.ofMinutes(30));
                    assertThat(fixture.get(migration).at("uploadCredentials/credentialExpiration")).isEqualTo(before);
                })
                .client(fixture -> {
                    var migration = fixture.receiving();
                    var before = credentials(fixture, migration);
                    fixture.advance(Duration.ofMinutes(30));
                    assertThat(credentials(fixture, migration).fingerprint()).isEqualTo(before.fingerprint());
                });
    }

    private static DocumentedRule revokedByLaunch() {
        return revoked("A launch revokes all access to the directory at once", "launch");
    }

    private static DocumentedRule revokedByCleanup() {
        return revoked("A cleanup revokes the credentials", "cleanup");
    }

    private static DocumentedRule revoked(String sentence, String action) {
        return DocumentedRule.that(sentence)
                .simulator(fixture -> {
                    var answer = fixture.post(fixture.receiving(), action);
                    assertThat(answer.isNull("uploadCredentials/keys")).isTrue();
                })
                .client(fixture -> {
                    var migration = fixture.receiving();
                    fixture.post(migration, action);
                    assertThat(SimulatorFixture.value(fixture.client().status(migration)).credentials()).isNull();
                });
    }

    private static DocumentedRule notGivenBack() {
        return DocumentedRule.that("What is imported cannot be changed by an upload any more")
                .simulator(fixture -> assertThat(fixture.get(fixture.done()).isNull("uploadCredentials/keys")).isTrue())
                .client(fixture -> assertThat(
                        SimulatorFixture.value(fixture.client().status(fixture.done())).credentials())
                        .isNull())
                .model(_ -> assertThat(Phase.MIGRATION_DONE.isSealed()).isTrue());
    }

    private static DocumentedRule neverShown() {
        return DocumentedRule.that("Credentials of no cloud can be printed")
                .client(fixture -> {
                    for (var cloud : SimulatedCloud.values()) {
                        var migration = fixture.receiving(fixture.database(cloud));
                        var printed = fixture.client().status(migration).toString();
                        for (var key : List.of("secretAccessKey", "sessionToken", "file", "urlSignature")) {
                            var secret = fixture.get(migration).at("uploadCredentials/keys/" + key);
                            assertThat(!secret.isEmpty() && printed.contains(secret)).isFalse();
                        }
                    }
                });
    }

    private static UploadCredentials credentials(SimulatorFixture fixture, MigrationRef migration) {
        var credentials = SimulatorFixture.value(fixture.client().status(migration)).credentials();
        assertThat(credentials != null).isTrue();
        return Objects.requireNonNull(credentials);
    }

    /** Compares without an assertion that would print what it compares. */
    private static boolean isThat(@Nullable Secret secret, RawResponse answer, String key) {
        return secret != null
                && new String(secret.reveal()).equals(answer.at("uploadCredentials/keys/" + key));
    }
}
