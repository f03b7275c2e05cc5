package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.MigrationRef;
import dev.longshore.model.Phase;
import dev.longshore.model.Secret;
import dev.longshore.model.UploadCredentials;
import dev.longshore.simulator.Cloud;
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

    static List<Rule> rules() {
        return List.of(
                aws(), google(), azure(), anHour(), renewed(), notRenewed(), revokedByLaunch(), notGivenBack(),
                revokedByCleanup(), neverShown());
    }

    private static Rule aws() {
        return Rule.that("In AWS the credentials are named sessionToken and are three keys")
                .simulator(harbour -> {
                    var answer = harbour.get(harbour.receiving());
                    assertThat(answer.at("uploadCredentials/name")).isEqualTo("sessionToken");
                    assertThat(answer.json().at("/uploadCredentials/keys").propertyNames())
                            .containsExactlyInAnyOrder("accessKeyID", "secretAccessKey", "sessionToken");
                    assertThat(answer.at("uploadCredentials/keys/accessKeyID")).startsWith("AS");
                })
                .client(harbour -> {
                    var migration = harbour.receiving();
                    var answer = harbour.get(migration);
                    var aws = (UploadCredentials.Aws) credentials(harbour, migration);
                    assertThat(aws.accessKeyId()).isEqualTo(answer.at("uploadCredentials/keys/accessKeyID"));
                    assertThat(isThat(aws.secretAccessKey(), answer, "secretAccessKey")).isTrue();
                    assertThat(isThat(aws.sessionToken(), answer, "sessionToken")).isTrue();
                });
    }

    private static Rule google() {
        return Rule.that("In Google Cloud the credentials are one base64 file, a service account's JSON")
                .simulator(harbour -> {
                    var answer = harbour.get(harbour.receiving(harbour.database(Cloud.GCP)));
                    var file = Base64.getDecoder().decode(answer.at("uploadCredentials/keys/file"));
                    assertThat(answer.at("uploadCredentials/name")).isEqualTo("TYPE_GOOGLE_CREDENTIALS_FILE");
                    assertThat(new String(file, StandardCharsets.UTF_8).contains("service_account")).isTrue();
                })
                .client(harbour -> {
                    var migration = harbour.receiving(harbour.database(Cloud.GCP));
                    var google = (UploadCredentials.Google) credentials(harbour, migration);
                    assertThat(isThat(google.file(), harbour.get(migration), "file")).isTrue();
                });
    }

    private static Rule azure() {
        return Rule.that("In Azure the credentials are named URL signature and are a URL and its signature")
                .simulator(harbour -> {
                    var answer = harbour.get(harbour.receiving(harbour.database(Cloud.AZURE)));
                    assertThat(answer.at("uploadCredentials/name")).isEqualTo("URL signature");
                    assertThat(answer.json().at("/uploadCredentials/keys").propertyNames())
                            .containsExactlyInAnyOrder("url", "urlSignature");
                })
                .client(harbour -> {
                    var migration = harbour.receiving(harbour.database(Cloud.AZURE));
                    var azure = (UploadCredentials.Azure) credentials(harbour, migration);
                    assertThat(isThat(azure.urlSignature(), harbour.get(migration), "urlSignature")).isTrue();
                });
    }

    private static Rule anHour() {
        return Rule.that("Credentials of AWS are valid for about one hour")
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    harbour.advance(Duration.ofHours(1));
                    var end = Instant.parse(harbour.get(migration).at("uploadCredentials/credentialExpiration"));
                    assertThat(Duration.between(harbour.now(), end))
                            .isBetween(Duration.ofMinutes(50), Duration.ofMinutes(60));
                })
                .client(harbour -> {
                    var migration = harbour.receiving();
                    assertThat(credentials(harbour, migration).expiration())
                            .isEqualTo(harbour.get(migration).at("uploadCredentials/credentialExpiration"));
                });
    }

    private static Rule renewed() {
        return Rule.that("Asking for the status renews credentials that have expired")
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    var before = harbour.get(migration).at("uploadCredentials/keys/secretAccessKey");
                    harbour.advance(Duration.ofHours(2));
                    var after = harbour.get(migration).at("uploadCredentials/keys/secretAccessKey");
                    assertThat(after.equals(before)).isFalse();
                })
                .client(harbour -> {
                    var migration = harbour.receiving();
                    var before = credentials(harbour, migration);
                    harbour.advance(Duration.ofHours(2));
                    var after = credentials(harbour, migration);
                    assertThat(after.fingerprint()).isNotEqualTo(before.fingerprint());
                    assertThat(after.expiration()).isAfter(harbour.now());
                });
    }

    private static Rule notRenewed() {
        return Rule.that("Credentials that are still valid stay as they are")
                .simulator(harbour -> {
                    var migration = harbour.receiving();
                    var before = harbour.get(migration).at("uploadCredentials/credentialExpiration");
                    harbour.advance(Duration.ofMinutes(30));
                    assertThat(harbour.get(migration).at("uploadCredentials/credentialExpiration")).isEqualTo(before);
                })
                .client(harbour -> {
                    var migration = harbour.receiving();
                    var before = credentials(harbour, migration);
                    harbour.advance(Duration.ofMinutes(30));
                    assertThat(credentials(harbour, migration).fingerprint()).isEqualTo(before.fingerprint());
                });
    }

    private static Rule revokedByLaunch() {
        return revoked("A launch revokes all access to the directory at once", "launch");
    }

    private static Rule revokedByCleanup() {
        return revoked("A cleanup revokes the credentials", "cleanup");
    }

    private static Rule revoked(String sentence, String action) {
        return Rule.that(sentence)
                .simulator(harbour -> {
                    var answer = harbour.post(harbour.receiving(), action);
                    assertThat(answer.isNull("uploadCredentials/keys")).isTrue();
                })
                .client(harbour -> {
                    var migration = harbour.receiving();
                    harbour.post(migration, action);
                    assertThat(Harbour.value(harbour.client().status(migration)).credentials()).isNull();
                });
    }

    private static Rule notGivenBack() {
        return Rule.that("What is imported cannot be changed by an upload any more")
                .simulator(harbour -> assertThat(harbour.get(harbour.done()).isNull("uploadCredentials/keys")).isTrue())
                .client(harbour -> assertThat(
                        Harbour.value(harbour.client().status(harbour.done())).credentials())
                        .isNull())
                .model(_ -> assertThat(Phase.MIGRATION_DONE.isSealed()).isTrue());
    }

    private static Rule neverShown() {
        return Rule.that("Credentials of no cloud can be printed")
                .client(harbour -> {
                    for (var cloud : Cloud.values()) {
                        var migration = harbour.receiving(harbour.database(cloud));
                        var printed = harbour.client().status(migration).toString();
                        for (var key : List.of("secretAccessKey", "sessionToken", "file", "urlSignature")) {
                            var secret = harbour.get(migration).at("uploadCredentials/keys/" + key);
                            assertThat(!secret.isEmpty() && printed.contains(secret)).isFalse();
                        }
                    }
                });
    }

    private static UploadCredentials credentials(Harbour harbour, MigrationRef migration) {
        var credentials = Harbour.value(harbour.client().status(migration)).credentials();
        assertThat(credentials != null).isTrue();
        return Objects.requireNonNull(credentials);
    }

    /** Compares without an assertion that would print what it compares. */
    private static boolean isThat(@Nullable Secret secret, Reply answer, String key) {
        return secret != null
                && new String(secret.reveal()).equals(answer.at("uploadCredentials/keys/" + key));
    }
}
