package dev.longshore.devops.http;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.longshore.model.MigrationStatus;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StatusReaderTest {
    @Test
    void readsEveryField() throws UnreadableAnswerException {
        var status = read("""
                {"migrationID": "mig-1", "dbID": "db-1", "status": "ImportInProgress", "progressInfo": "12 of 48",
                 "uploadBucketDir": "s3://bucket/dir/", "expectedCleanupTime": "2026-11-28T15:14:38Z",
                 "concurrency": 4, "targetSubsetSizeGB": 12.5}""");

        assertThat(status.ref()).isEqualTo(TestClient.REF);
        assertThat(status.status()).isEqualTo(new Status.KnownStatus(Phase.IMPORT_IN_PROGRESS, "ImportInProgress"));
        assertThat(status.progress()).extracting(each -> each.text()).isEqualTo("12 of 48");
        assertThat(status.uploadBucketDir()).isEqualTo("s3://bucket/dir/");
        assertThat(status.expectedCleanupTime()).isEqualTo("2026-11-28T15:14:38Z");
        assertThat(status.concurrency()).isEqualTo(4);
        assertThat(status.targetSubsetSizeGb()).isEqualTo(12.5);
        assertThat(status.oddities()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\": \"Closed\"}",
                """
                        {"status": "Closed", "migrationID": null, "dbID": null, "progressInfo": null, "uploadBucketDir": null,
                         "uploadCredentials": null, "expectedCleanupTime": null, "concurrency": null,
                         "targetSubsetSizeGB": null}"""
            })
    void whatIsMissingOrNullIsNullAndNotOdd(String json) throws UnreadableAnswerException {
        assertThat(read(json))
                .isEqualTo(new MigrationStatus(
                        TestClient.REF, Status.of("Closed"), null, null, null, null, null, null, List.of()));
    }

    @Test
    void emptyTextsRightAfterInitializeAreKept() throws UnreadableAnswerException {
        var status = read("{\"status\": \"Initializing\", \"uploadBucketDir\": \"\", \"progressInfo\": \"\"}");

        assertThat(status.uploadBucketDir()).isEmpty();
        assertThat(status.progress()).extracting(each -> each.text()).isEqualTo("");
    }

    @Test
    void unknownFieldsOfAnyTypeAreIgnored() throws UnreadableAnswerException {
        assertThat(
                read("{\"status\": \"Closed\", \"new\": {\"a\": [1, null, \"x\"]}, \"\": 1, \"x\": true}").oddities())
                .isEmpty();
    }

    @Test
    void anUnknownWordIsKeptAsItCame() throws UnreadableAnswerException {
        assertThat(read("{\"status\": \" Receivingfiles!\"}").status())
                .isEqualTo(new Status.UnknownStatus(" Receivingfiles!"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"status\": null}",
                "{\"status\": 7}",
                "{\"status\": [\"Closed\"]}",
                "{\"status\": {\"word\": \"Closed\"}}",
                "{\"status\": true}",
                "{\"status\": \"\"}",
                "{\"status\": \"  \"}",
                "{\"Status\": \"Closed\"}"
            })
    void withoutAStatusWordItIsNoAnswer(String json) {
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(() -> read(json))
                .satisfies(no -> assertThat(say(no.fact())).isEqualTo("The reply contains no status."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    progressInfo        | 12          | should be text but is a number
                    progressInfo        | {"n": 1}    | should be text but is an object
                    uploadBucketDir     | false       | should be text but is true or false
                    uploadBucketDir     | []          | should be text but is a list
                    uploadCredentials   | "x"         | should be an object but is text
                    expectedCleanupTime | 1795704878  | should be text but is a number
                    expectedCleanupTime | "tomorrow"  | is not a time with an offset from UTC
                    concurrency         | "4"         | should be a whole number but is text
                    concurrency         | 4.5         | should be a whole number but is another number
                    concurrency         | 99999999999 | should be a whole number but is another number
                    targetSubsetSizeGB  | "12"        | should be a number but is text
                    targetSubsetSizeGB  | 1e999       | should be a number but is another number
                    """)
    void aFieldOfAnotherTypeIsNullAndOdd(String field, String value, String oddity) throws UnreadableAnswerException {
        var status = read("{\"status\": \"Closed\", \"" + field + "\": " + value + "}");

        assertThat(say(status.oddities())).isEqualTo("The field \"" + field + "\" " + oddity + ".");
        assertThat(status).usingRecursiveComparison().ignoringFields("oddities")
                .isEqualTo(read("{\"status\": \"Closed\"}"));
    }

    @Test
    void aWholeNumberWithAFractionOfZeroIsOne() throws UnreadableAnswerException {
        assertThat(read("{\"status\": \"Closed\", \"concurrency\": 4.0}").concurrency()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T15:14:38Z,2026-11-28T15:14:38Z",
        "2026-11-28T15:14Z,2026-11-28T15:14:00Z",
        "2026-11-28t15:14:38z,2026-11-28T15:14:38Z",
        "2026-11-28T15:14:38.5Z,2026-11-28T15:14:38.5Z",
        "2026-11-28T15:14:38.123456789Z,2026-11-28T15:14:38.123456789Z",
        "2026-11-28T17:14:38+02:00,2026-11-28T15:14:38Z",
        "2026-11-28T17:14:38+0200,2026-11-28T15:14:38Z",
        "2026-11-28T17:14:38+02,2026-11-28T15:14:38Z",
        "2026-11-28T09:44:38-05:30,2026-11-28T15:14:38Z",
        "' 2026-11-28T15:14:38Z ',2026-11-28T15:14:38Z"
    })
    void timesAreReadWithZoneOffsetAndFraction(String written, Instant meant) throws UnreadableAnswerException {
        var status = read(withCleanupTime(written));

        assertThat(status.expectedCleanupTime()).isEqualTo(meant);
        assertThat(status.oddities()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void anEmptyTimeIsNoneAndNotOdd(String written) throws UnreadableAnswerException {
        var status = read(withCleanupTime(written));

        assertThat(status.expectedCleanupTime()).isNull();
        assertThat(status.oddities()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-28T15:14:38",
                "2026-11-28",
                "2026-02-30T00:00:00Z",
                "2026-11-28T25:00:00Z",
                "0001-01-01T00:00:00Z",
                "+999999999-01-01T00:00:00Z",
                "28 Nov 2026"
            })
    void aTimeThatCannotBeIsOdd(String written) throws UnreadableAnswerException {
        var status = read(withCleanupTime(written));

        assertThat(status.expectedCleanupTime()).isNull();
        assertThat(status.oddities()).hasSize(1).allMatch(each -> say(each).contains("expectedCleanupTime"));
    }

    @Test
    void anotherMigrationsAnswerIsNoAnswer() {
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(() -> read("{\"status\": \"Closed\", \"migrationID\": \"mig-2\"}"))
                .satisfies(no -> assertThat(no.fact()).isEqualTo(Fact.of(ServiceFact.OTHER_MIGRATION, "mig-2")));
    }

    @Test
    void anotherDatabasesAnswerIsNoAnswer() {
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(() -> read("{\"status\": \"Closed\", \"dbID\": \"db-2\"}"))
                .satisfies(no -> assertThat(no.fact()).isEqualTo(Fact.of(ServiceFact.OTHER_DATABASE, "db-2")));
    }

    @Test
    void anIdInOtherLettersIsTheSame() throws UnreadableAnswerException {
        assertThat(read("{\"status\": \"Closed\", \"migrationID\": \"MIG-1\", \"dbID\": \"DB-1\"}").ref())
                .isEqualTo(TestClient.REF);
    }

    @Test
    void anIdOfAnotherTypeIsOddAndNotCompared() throws UnreadableAnswerException {
        assertThat(say(read("{\"status\": \"Closed\", \"migrationID\": 5}").oddities()))
                .isEqualTo("The field \"migrationID\" should be text but is a number.");
    }

    @Test
    void theQueryOfADirectoryIsLeftOutAsASignatureWouldBeThere() throws UnreadableAnswerException {
        var status = read(
                "{\"status\": \"Closed\", \"uploadBucketDir\": \"https://a.blob.core.windows.net/c/?sig=S3cr3t\"}");

        assertThat(status.uploadBucketDir()).isEqualTo("https://a.blob.core.windows.net/c/");
        assertThat(status.oddities()).hasSize(1).noneMatch(each -> each.toString().contains("S3cr3t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "--delete", "-rf", "/etc/cron.d/", "file:///etc/", "C:/Users/", "../x/", "s3:/b/d/",
        "http://a.blob.core.windows.net/c/",
        "s3://-b/d/", "s3://b/../../etc/", "ftp://b/d/", "javascript://x/", " s3://b/d/", "https://user@host/c/",
        "https:///c/"})
    void aDirectoryThatIsNoneOfTheThreeCloudsIsRefused(String directory) throws UnreadableAnswerException {
        var status = read("{\"status\": \"Closed\", \"uploadBucketDir\": \"" + directory + "\"}");

        assertThat(status.uploadBucketDir()).isNull();
        assertThat(say(status.oddities())).contains("uploadBucketDir", "not a directory on AWS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://b/d/", "gs://b.c/d e/", "https://a.blob.core.windows.net/c/d/"})
    void aDirectoryOfEachCloudIsRead(String directory) throws UnreadableAnswerException {
        assertThat(read("{\"status\": \"Closed\", \"uploadBucketDir\": \"" + directory + "\"}").uploadBucketDir())
                .isEqualTo(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u001b[201~", "\\u0003", "\\n", "\\r", "\\u007f", "\\u009b", "\\u202e"})
    void aDirectoryWithControlCharactersIsRefused(String control) throws UnreadableAnswerException {
        var status = read("{\"status\": \"Closed\", \"uploadBucketDir\": \"s3://b/d" + control + "id/\"}");

        assertThat(status.uploadBucketDir()).isNull();
        assertThat(say(status.oddities())).contains("uploadBucketDir", "control characters");
    }

    @Test
    void textsOfAnyLengthAreCutAndTold() throws UnreadableAnswerException {
        var status = read("{\"status\": \"" + "Running".repeat(1_000_000) + "\", \"progressInfo\": \""
                + "x".repeat(100_000) + "\", \"expectedCleanupTime\": \"" + "2".repeat(100_000)
                + "\", \"uploadBucketDir\": \"s3://b/" + "d".repeat(100_000) + "\"}");

        assertThat(status.status().raw()).hasSize(100);
        assertThat(Objects.requireNonNull(status.progress()).text()).hasSize(2_000);
        assertThat(status.expectedCleanupTime()).isNull();
        assertThat(status.uploadBucketDir()).isNull();
        assertThat(say(status.oddities())).contains("\"status\"", "progressInfo", "uploadBucketDir", "longer");
    }

    @Test
    void freeTextHoldsNoSecretAlsoNoneThatTheAnswerItselfRepeats() throws UnreadableAnswerException {
        var status = read("""
                {"status": "Broken AstraCS:abc:def", "progressInfo": "with wJalrXUtnFEMI/K7 and ?sv=1&sig=abcdefgh%3D",
                 "uploadCredentials": {"keys": {"accessKeyID": "ASIA1", "secretAccessKey": "wJalrXUtnFEMI/K7",
                  "sessionToken": "FwoGZXIvYXdz"}}}""");

        assertThat(status.toString()).doesNotContain("abc:def", "abcdefgh", "wJalrXUtnFEMI", "FwoGZXIvYXdz");
    }

    @Test
    void aLineEndInAStatusWordIsWrittenOut() throws UnreadableAnswerException {
        assertThat(read("{\"status\": \"Odd\\rBEGIN:VALARM\"}").status().raw()).isEqualTo("Odd\\rBEGIN:VALARM");
    }

    @Test
    void theLastOfTwoFieldsOfOneNameCounts() throws UnreadableAnswerException {
        assertThat(read("{\"status\": \"Closed\", \"status\": \"MigrationDone\"}").status().raw())
                .isEqualTo("MigrationDone");
    }

    @Test
    void deepNestingIsIgnored() throws UnreadableAnswerException {
        assertThat(read("{\"status\": \"Closed\", \"x\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}").oddities())
                .isEmpty();
    }

    @Test
    void hugeNumbersAreIgnored() throws UnreadableAnswerException {
        assertThat(read("{\"status\": \"Closed\", \"x\": " + "9".repeat(5_000) + ", \"y\": 1e99999}").oddities())
                .isEmpty();
    }

    @Test
    void aByteOrderMarkIsIgnored() throws UnreadableAnswerException {
        assertThat(read("\uFEFF{\"status\": \"Closed\"}").status().raw()).isEqualTo("Closed");
    }

    @Test
    void theMigrationThatWasMadeIsNamedByTheAnswer() throws UnreadableAnswerException {
        var made = StatusReader.made(TestClient.DB, json("{\"status\": \"Initializing\", \"migrationID\": \"new-1\"}"));

        assertThat(made.ref()).hasToString("db-1/new-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    {"status": "Initializing"}                         | The reply does not contain the new migration's ID.
                    {"status": "Initializing", "migrationID": ""}      | The reply does not contain the new migration's ID.
                    {"status": "Initializing", "migrationID": 5}       | The reply does not contain the new migration's ID.
                    {"status": "Initializing", "migrationID": "a/b"}   | The reply gives the new migration an invalid ID: a/b.
                    {"migrationID": "new-1"}                           | The reply contains no status. The new migration's ID is new-1.
                    {"status": "READY", "migrationID": "new-1", "dbID": "db-2"} | The reply is about another database (db-2). The new migration's ID is new-1.
                    """)
    void theNewIdIsToldWhateverElseIsWrong(String json, String sentence) {
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(() -> StatusReader.made(TestClient.DB, json(json)))
                .satisfies(no -> assertThat(say(no.fact())).isEqualTo(sentence));
    }

    private static String withCleanupTime(@Nullable String written) {
        return "{\"status\": \"Closed\", \"expectedCleanupTime\": \"" + written + "\"}";
    }

    private static MigrationStatus read(String json) throws UnreadableAnswerException {
        return StatusReader.answer(TestClient.REF, json(json));
    }

    private static JsonNode json(String text) {
        var read = Json.of(text.getBytes(StandardCharsets.UTF_8));
        assertThat(read).isInstanceOf(Json.ValidJson.class);
        return ((Json.ValidJson) read).value();
    }
}
