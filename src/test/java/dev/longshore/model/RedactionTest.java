package dev.longshore.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "said AstraCS:abc:def here | said ••• here", "?t=AstraCS%3Aabc%3Adef | ?t=•••",
        "Authorization: Bearer abcdefgh.12345 | Authorization: Bearer •••",
        "export AWS_SECRET_ACCESS_KEY=abc+/d | export AWS_SECRET_ACCESS_KEY=•••",
        "export AWS_SESSION_TOKEN='abc' | export AWS_SESSION_TOKEN='•••'",
        "{\"secretAccessKey\": \"abc\"} | {\"secretAccessKey\": \"•••\"}",
        "{\"urlSignature\":\"sv=1\"} | {\"urlSignature\":\"•••\"}",
        "https://a.blob.core.windows.net/c?sv=1&sig=ab%2Bc x | https://a.blob.core.windows.net/c?sv=1&sig=••• x",
        "http://me:pass@proxy:3128 | http://•••@proxy:3128", "sv=1;sig=abc | sv=1;sig=•••", "sig%3Dabc | sig%3D•••",
        "key ASIAIOSFODNN7EXAMPLE here | key ••• here", "AccountKey=abc;x | AccountKey=•••;x",
        "&X-Goog-Signature=abc&b | &X-Goog-Signature=•••&b",
        "{\\\"clientSecret\\\": \\\"abc\\\"} | {\\\"clientSecret\\\": \\\"•••\\\"}"})
    void takesOutWhatLooksSecretAndLeavesTheRest(String text, String safe) {
        assertThat(Redaction.of(text)).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "X-Amz-Security-Token: s3cr3t", "x-api-key: s3cr3t", "Cookie: session=s3cr3t; id=s3cr3t",
        "Set-Cookie: SID=s3cr3t",
        "ya29.a0AfH6SMBs3cr3ts3cr3t", "ghp_s3cr3ts3cr3ts3cr3ts3cr3t", "xoxb-123456789012-s3cr3ts3cr3t",
        "AIzaSyDs3cr3ts3cr3ts3cr3ts3cr3ts3cr3t", "Authorization: SharedKey acct:s3cr3ts3cr3t=",
        "Authorization: s3cr3ts3cr3t"})
    void takesOutTheHeadersAndTheTokensOfOtherServices(String text) {
        var safe = Redaction.of("before " + text);

        assertThat(safe).startsWith("before").doesNotContain("s3cr3t");
        assertThat(Redaction.of(safe)).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "AWS_SECRET_ACCESS_KEY s3cr3t", "--secret-access-key s3cr3t", "secret key: s3cr3t",
        "secret_access_key => s3cr3t",
        "<secretAccessKey>s3cr3t</secretAccessKey>", "&quot;secretAccessKey&quot;:&quot;s3cr3t&quot;",
        "%22secretAccessKey%22%3A%22s3cr3t%22", "{\\u0022sessionToken\\u0022:\\u0022s3cr3t\\u0022}", "api-key: s3cr3t",
        "pwd=s3cr3t", "passphrase: s3cr3t", "token: s3cr3ts3cr3t", "{'token': 's3cr3ts3cr3t'}", "sig%253Ds3cr3t",
        "sig =s3cr3t",
        "Signature='s3cr3t'", "<Signature>s3cr3t</Signature>", "AstraCS\\u003as3cr3t:abc", "AstraCS%253As3cr3t",
        "{\"sig\":\"s3cr3t\"}", "{'signature': 's3cr3t%3D'}",
        "{\"private_key\": \"-----BEGIN PRIVATE KEY-----\\ns3cr3t\\n-----END PRIVATE KEY-----\\n\"}"})
    void takesOutASecretHoweverItIsWritten(String text) {
        var safe = Redaction.of("before " + text);

        assertThat(safe).startsWith("before").doesNotContain("s3cr3t");
        assertThat(Redaction.of(safe)).isEqualTo(safe);
    }

    static Stream<String> wholeSecrets() {
        return Stream.of(
                "-----BEGIN PRIVATE KEY-----\nabc\ndef\n-----END PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nab",
                "eyJ0eXBlIjoic2VydmljZV9hY2NvdW50IiwicHJvamVjdF9pZCI6Im0ifQ==", "Zm9v".repeat(60));
    }

    @ParameterizedTest
    @MethodSource("wholeSecrets")
    void takesOutKeysWhole(String secret) {
        assertThat(Redaction.of("before " + secret + " after")).startsWith("before •••").doesNotContain("abc", "Zm9v");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A token begins with AstraCS: and is long", "https://api.astra.datastax.com/v2/databases?limit=100",
                "0b9d3c1e-6a57-4c1c-8f52-7b1c0a6f2e34/5f0c7a52-0c66-4a0e-9d4e-2f4f4b6f9d11",
                "s3://ds-mig-0b9d3c1e/5f0c7a52/sstables/", "at dev.longshore.watch.engine.Poller.ask(Poller.java:12)",
                "the token is in the keystore", "invalid token: expired", "Authorization: the role lacks a permission",
                "the session token has ended", "a password is wanted", "secret access key missing",
                "me@example.com wrote"})
    void leavesWhatIsNotSecret(String text) {
        assertThat(Redaction.of(text)).isEqualTo(text);
    }

    @Test
    void isTheSameWhenDoneTwice() {
        var once = Redaction.of("Bearer AstraCS:abc:def and AWS_SESSION_TOKEN=abc");

        assertThat(Redaction.of(once)).isEqualTo(once);
    }
}
