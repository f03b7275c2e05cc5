package dev.longshore.devops.http;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.MigrationStatus;
import dev.longshore.model.Secret;
import dev.longshore.model.UploadCredentials;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsReaderTest {
    private static final String AWS = """
            {"name": "sessionToken",
             "keys": {"accessKeyID": "ASIA1", "secretAccessKey": "s3cr3t-key", "sessionToken": "s3cr3t-session"},
             "credentialExpiration": "2026-11-21T19:45:09Z",
             "hint": "\\nexport AWS_SECRET_ACCESS_KEY=s3cr3t-key\\n"}""";
    private static final String GOOGLE = """
            {"name": "TYPE_GOOGLE_CREDENTIALS_FILE", "keys": {"file": "czNjcjN0"}, "credentialExpiration": ""}""";
    private static final String AZURE = """
            {"name": "URL signature",
             "keys": {"url": "https://a.blob.core.windows.net/c", "urlSignature": "sig=s3cr3t"}}""";

    @Test
    void readsThoseOfAws() throws UnreadableAnswerException {
        var aws = (UploadCredentials.Aws) credentials(AWS);

        assertThat(aws.accessKeyId()).isEqualTo("ASIA1");
        assertThat(text(aws.secretAccessKey())).isEqualTo("s3cr3t-key");
        assertThat(text(aws.sessionToken())).isEqualTo("s3cr3t-session");
        assertThat(aws.expiration()).isEqualTo("2026-11-21T19:45:09Z");
    }

    @Test
    void readsThoseOfGoogle() throws UnreadableAnswerException {
        var google = (UploadCredentials.Google) credentials(GOOGLE);

        assertThat(text(google.file())).isEqualTo("czNjcjN0");
        assertThat(google.expiration()).isNull();
    }

    @Test
    void readsThoseOfAzure() throws UnreadableAnswerException {
        var azure = (UploadCredentials.Azure) credentials(AZURE);

        assertThat(azure.url()).isEqualTo("https://a.blob.core.windows.net/c");
        assertThat(text(azure.urlSignature())).isEqualTo("sig=s3cr3t");
        assertThat(azure.expiration()).isNull();
    }

    @Test
    void leavesTheSignatureOutOfTheUrlOfAzure() throws UnreadableAnswerException {
        var signed = AZURE.replace("net/c", "net/c?sig=s3cr3t");

        assertThat(((UploadCredentials.Azure) credentials(signed)).url())
                .isEqualTo("https://a.blob.core.windows.net/c");
        assertThat(status(signed).toString()).doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"url\": \"https://a.blob.core.windows.net/c?sv=1&sig=s3cr3t\"}",
        "{\"url\": \"https://a.blob.core.windows.net/c?sv=1&sig=s3cr3t\", \"urlSignature\": null}",
        "{\"url\": \"https://a.blob.core.windows.net/c\", \"urlSignature\": \"?sv=1&sig=s3cr3t\"}",
        "{\"url\": \"https://a.blob.core.windows.net/c?\", \"urlSignature\": \" ??sv=1&sig=s3cr3t\"}",
        "{\"url\": \"https://a.blob.core.windows.net/c?sv=1&sig=old\", \"urlSignature\": \"sv=1&sig=s3cr3t\"}"})
    void ofAzureAreReadFromTheUrlAndWithAQuestionMarkBeforeTheSignature(String keys) throws UnreadableAnswerException {
        var azure = (UploadCredentials.Azure) credentials("{\"keys\": " + keys + "}");

        assertThat(azure.url()).isEqualTo("https://a.blob.core.windows.net/c");
        assertThat(text(azure.urlSignature())).isEqualTo("sv=1&sig=s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u001b[201~", "\\u0003", "\\n", "\\r", "\\u007f", "\\u0000"})
    void withControlCharactersAreRefusedAndTold(String control) throws UnreadableAnswerException {
        for (var json : new String[]{
            AWS.replace("ASIA1", "ASIA" + control), AWS.replace("s3cr3t-key", "s3cr3t" + control + "id"),
            AWS.replace("\"s3cr3t-session", "\"s3cr3t" + control + "id"),
            AZURE.replace("sig=s3cr3t", "sig=s3cr3t" + control + "x"),
            AZURE.replace("net/c", "net/" + control + "c")}) {
            assertThat(status(json).credentials()).isNull();
            assertThat(say(status(json).oddities())).contains("control characters").doesNotContain("s3cr3t");
        }
    }

    @Test
    void aKeyFileOfGoogleMayBeBrokenIntoLinesAndHoldsNothingElse() throws UnreadableAnswerException {
        assertThat(text(((UploadCredentials.Google) credentials(GOOGLE.replace("czNj", "czNj\\r\\n"))).file()))
                .isEqualTo("czNjcjN0");
        assertThat(status(GOOGLE.replace("czNj", "czNj\\n$(id)")).credentials()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {AWS, GOOGLE, AZURE})
    void arePrintedWithoutTheirSecrets(String json) throws UnreadableAnswerException {
        assertThat(status(json).toString()).doesNotContain("s3cr3t").doesNotContain("czNjcjN0");
    }

    @ParameterizedTest
    @ValueSource(strings = {AWS, GOOGLE, AZURE})
    void haveAFingerprintThatStaysWithThem(String json) throws UnreadableAnswerException {
        assertThat(credentials(json).fingerprint())
                .matches("[0-9a-f]{12}")
                .isEqualTo(credentials(json).fingerprint());
    }

    @Test
    void haveAnotherFingerprintAfterARotation() throws UnreadableAnswerException {
        assertThat(credentials(AWS).fingerprint())
                .isNotEqualTo(credentials(AWS.replace("s3cr3t-session", "s3cr3t-sessioo")).fingerprint());
    }

    @Test
    void keepTheFingerprintWhenOnlyTheirEndMoves() throws UnreadableAnswerException {
        assertThat(credentials(AWS).fingerprint())
                .isEqualTo(credentials(AWS.replace("19:45", "20:45")).fingerprint());
    }

    @Test
    void areRecognisedByTheirKeysWhateverTheirName() throws UnreadableAnswerException {
        assertThat(credentials(AWS.replace("\"sessionToken\",", "null,"))).isInstanceOf(UploadCredentials.Aws.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"name\": \"sessionToken\", \"keys\": null, \"credentialExpiration\": null}",
                "{\"name\": \"sessionToken\", \"keys\": {}}"
            })
    void areNoneAndNotOddWhileTheyAreMade(String json) throws UnreadableAnswerException {
        assertThat(status(json).credentials()).isNull();
        assertThat(status(json).oddities()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"keys\": {\"accessKeyID\": \"ASIA1\", \"secretAccessKey\": \"s3cr3t\"}}",
                "{\"keys\": {\"accessKeyID\": \"ASIA1\", \"secretAccessKey\": \"s3cr3t\", \"sessionToken\": \"\"}}",
                "{\"keys\": {\"url\": \"https://s3cr3t\"}}",
                "{\"keys\": {\"s3cr3t\": \"s3cr3t\"}}",
                "{\"keys\": {\"accessKeyID\": \"ASIA1\", \"secretAccessKey\": [\"s3cr3t\"], \"sessionToken\": 5}}",
                "{\"keys\": \"s3cr3t\"}",
                "{\"keys\": [\"s3cr3t\"]}",
                "[\"s3cr3t\"]",
                "\"s3cr3t\"",
                "17"
            })
    void ofAnUnknownShapeAreNoneAndOddWithoutTheirValue(String json) throws UnreadableAnswerException {
        assertThat(status(json).credentials()).isNull();
        assertThat(status(json).oddities())
                .isNotEmpty()
                .allMatch(each -> say(each).contains("uploadCredentials"))
                .noneMatch(each -> each.toString().contains("s3cr3t"));
    }

    @Test
    void withAnUnreadableEndAreKeptAndOdd() throws UnreadableAnswerException {
        var status = status(AWS.replace("2026-11-21T19:45:09Z", "s3cr3t"));

        assertThat(Objects.requireNonNull(status.credentials()).expiration()).isNull();
        assertThat(say(status.oddities()))
                .isEqualTo("The field \"uploadCredentials.credentialExpiration\" is not a time with an offset from"
                        + " UTC.");
    }

    private static UploadCredentials credentials(String json) throws UnreadableAnswerException {
        return Objects.requireNonNull(status(json).credentials());
    }

    private static MigrationStatus status(String credentials) throws UnreadableAnswerException {
        var json = "{\"status\": \"ReceivingFiles\", \"uploadCredentials\": " + credentials + "}";
        var validJson = (Json.ValidJson) Json.of(json.getBytes(StandardCharsets.UTF_8));
        return StatusReader.answer(TestClient.REF, validJson.value());
    }

    private static String text(Secret secret) {
        return new String(secret.reveal());
    }
}
