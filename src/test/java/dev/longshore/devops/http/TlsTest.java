package dev.longshore.devops.http;

import static dev.longshore.devops.http.TestClient.errorOf;
import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiResult;
import dev.longshore.model.Action;
import dev.longshore.model.ApiError;
import dev.longshore.support.ExpectedFault;
import dev.longshore.support.TestWait;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    private static final ClientOptions HASTY = TestClient.OPTIONS.within(TestWait.LIMIT, Duration.ofMillis(500));

    private final HeldCertificate authority = new HeldCertificate.Builder()
            .certificateAuthority(1)
            .commonName("Harbour Test CA")
            .build();
    private final MockWebServer server = new MockWebServer();

    @TempDir private Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anIssuerOfTheTrustFileIsTrusted() throws IOException {
        serve(certificate("localhost"));
        server.enqueue(new MockResponse.Builder().body(ApiCall.STATUS.goodAnswer()).build());

        try (var api = new TestClient(trusting()).at(url())) {
            assertThat(api.status(TestClient.REF)).isInstanceOf(ApiResult.Success.class);
        }
    }

    @Test
    void theSystemsIssuersStayTrustedBesideTheTrustFile() throws IOException {
        assertThat(ExplainingTrustManager.with(trusting().trustedStores()).getAcceptedIssuers())
                .contains(authority.certificate())
                .contains(ExplainingTrustManager.with(TrustedStores.ofRuntime()).getAcceptedIssuers());
    }

    @ParameterizedTest
    @EnumSource
    void anUntrustedIssuerIsNamedAndNothingIsSent(ApiCall apiCall) throws IOException {
        serve(certificate("localhost"));

        var error = tlsError(TestClient.OPTIONS, apiCall);

        assertThat(say(error.fact()))
                .startsWith("This computer does not trust the certificate of localhost, which was issued by"
                        + " \"CN=Harbour Test CA\". Could not ");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aCertificateOfAnotherNameIsToldAndNothingIsSent() throws IOException {
        serve(certificate("other.example.com"));

        assertThat(say(tlsError(trusting(), ApiCall.PAUSE).fact()))
                .isEqualTo("The certificate of localhost was issued for another name."
                        + " Could not pause the import; nothing was changed."
                        + " Check the connection's endpoint; if it is right, the connection may be intercepted.");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aCertificateOutOfItsTimeIsTold() throws IOException {
        serve(new HeldCertificate.Builder()
                .signedBy(authority)
                .addSubjectAlternativeName("localhost")
                .validityInterval(0, 86_400_000)
                .build());

        assertThat(say(tlsError(trusting(), ApiCall.STATUS).fact()))
                .startsWith("The certificate of localhost is not valid now,"
                        + " only from Thu 1 Jan 1970, 00:00 UTC to Fri 2 Jan 1970, 00:00 UTC.");
    }

    @Test
    void aServerThatDoesNotSpeakTlsIsTold() throws IOException {
        try (var plain = new RawService(
                (servedConnection, _) -> servedConnection.write("HTTP/1.1 400 Bad Request\r\n\r\n"));
                var api = TestClient.of(plain.url().replace("http:", "https:"))) {
            var error = errorOf(api.act(Action.PAUSE, TestClient.REF, null));

            assertThat(error).isInstanceOf(ApiError.Tls.class);
            assertThat(say(error.fact())).startsWith("TLS handshake with 127.0.0.1 failed.");
        }
    }

    @Test
    void aHandshakeThatNeverEndsIsLateAndChangedNothing() throws IOException {
        try (var silent = new RawService((servedConnection, _) -> servedConnection.readRequest());
                var api = new TestClient(HASTY).at(silent.url().replace("http:", "https:"))) {
            var error = errorOf(api.act(Action.PAUSE, TestClient.REF, null));

            assertThat(error).isInstanceOf(ApiError.Network.class);
            assertThat(error.mayHaveHappened()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    @ExpectedFault("cannot be read")
    void aFileWithoutCertificatesIsToldAndTakesNothingAway(String content) throws IOException {
        serve(certificate("localhost"));
        var file = Files.writeString(folder.resolve("trust.pem"), content);

        assertThat(say(tlsError(TestClient.OPTIONS.trusting(TestClient.named(file)), ApiCall.STATUS).fact()))
                .contains("Could not be read as certificates: " + file);
    }

    @Test
    @ExpectedFault("cannot be read")
    void aFileThatIsNotThereIsTold() throws IOException {
        serve(certificate("localhost"));
        var options = TestClient.OPTIONS.trusting(TestClient.named(folder.resolve("none.pem")));

        assertThat(say(tlsError(options, ApiCall.STATUS).fact())).contains("Could not be read", "none.pem");
    }

    @Test
    void anIssuerOfTheSystemsBundleIsTrustedAndTheFirstBundleThatIsThereIsRead() throws IOException {
        serve(certificate("localhost"));
        server.enqueue(new MockResponse.Builder().body(ApiCall.STATUS.goodAnswer()).build());
        var bundle = Files.writeString(folder.resolve("bundle.crt"),
                "# a comment\n" + authority.certificatePem());
        var stores = new TrustedStores(List.of(folder.resolve("missing.crt"), bundle), List.of(), List.of());

        try (var api = new TestClient(TestClient.OPTIONS.trusting(stores)).at(url())) {
            assertThat(api.status(TestClient.REF)).isInstanceOf(ApiResult.Success.class);
        }
    }

    @Test
    @ExpectedFault("cannot be read")
    void oneBadCertificateOfABundleDoesNotTakeTheOthersAway() throws IOException {
        var bundle = Files.writeString(folder.resolve("bundle.crt"),
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n" + authority.certificatePem());

        assertThat(TrustedCertificates.of(new TrustedStores(List.of(bundle), List.of(), List.of())).certificates())
                .containsExactly(authority.certificate());
    }

    @Test
    void aFileInDerIsRead() throws IOException, CertificateEncodingException {
        var file = Files.write(folder.resolve("authority.der"), authority.certificate().getEncoded());

        assertThat(TrustedCertificates.of(TestClient.named(file)).certificates())
                .containsExactly(authority.certificate());
    }

    @Test
    void aFileAsAnotherProgramSavesItIsRead() throws Exception {
        var factory = CertificateFactory.getInstance("X.509");
        var chain = factory.generateCertPath(List.of(authority.certificate())).getEncoded("PKCS7");
        var files = List.of(
                Files.write(folder.resolve("bundle.p7b"), chain),
                Files.write(folder.resolve("utf-16.pem"), ("\uFEFF" + authority.certificatePem())
                        .getBytes(StandardCharsets.UTF_16LE)),
                Files.writeString(folder.resolve("windows.cer"),
                        "subject=x\r\n" + authority.certificatePem().replace("\n", "\r\n")));

        for (var file : files) {
            assertThat(TrustedCertificates.of(TestClient.named(file)).certificates()).as(file.toString())
                    .containsExactly(authority.certificate());
        }
    }

    @Test
    void ofAFolderEachCertificateIsReadAndTheRestLeftAlone() throws IOException {
        Files.writeString(folder.resolve("5ed36f99.0"), authority.certificatePem());
        Files.writeString(folder.resolve("README"), "no certificate");
        Files.createDirectory(folder.resolve("more"));

        var found = TrustedCertificates.of(TestClient.named(folder));

        assertThat(found.certificates()).containsExactly(authority.certificate());
        assertThat(found.stores()).containsExactly(folder.toString());
        assertThat(found.unreadable()).isEmpty();
    }

    @Test
    void saysWhichStoresWereAskedAboutAnUntrustedIssuer() throws IOException {
        serve(certificate("localhost"));
        var other = new HeldCertificate.Builder().certificateAuthority(1).commonName("Other CA").build();
        var bundle = Files.writeString(folder.resolve("bundle.crt"), other.certificatePem());
        var stores = new TrustedStores(List.of(bundle), List.of(), List.of());

        assertThat(say(tlsError(TestClient.OPTIONS.trusting(stores), ApiCall.STATUS).fact()))
                .endsWith("Asked were Longshore's own list (Mozilla's) and " + bundle + ".");
        assertThat(say(tlsError(TestClient.OPTIONS, ApiCall.STATUS).fact())).contains("own list (Mozilla's) only");
    }

    @Test
    void eachSystemHasItsStoresAndAFileCanBeNamed() {
        var environment = Map.of(TrustedStores.VARIABLE, "/etc/own.pem");

        assertThat(TrustedStores.ofSystem("Linux", environment, Optional.of("/other.pem")).named())
                .containsExactly(Path.of("/etc/own.pem"), Path.of("/other.pem"));
        assertThat(TrustedStores.ofSystem("Linux", Map.of(), Optional.empty()).bundles())
                .contains(Path.of("/etc/ssl/certs/ca-certificates.crt"));
        assertThat(TrustedStores.ofSystem("Windows 11", environment, Optional.empty()).keyStores())
                .contains("Windows-ROOT");
        assertThat(TrustedStores.ofSystem("Mac OS X", Map.of(), Optional.empty()).keyStores())
                .contains("KeychainStore-ROOT");
        assertThat(TrustedStores
                .ofSystem("Linux", Map.of("SSL_CERT_DIR", "/a" + File.pathSeparator + "/b"), Optional.empty())
                .named()).containsExactly(Path.of("/a"), Path.of("/b"));
        assertThat(TrustedStores.ofSystem("Linux", Map.of(TrustedStores.VARIABLE, " "), Optional.empty()).named())
                .isEmpty();
    }

    private ApiError tlsError(ClientOptions options, ApiCall apiCall) {
        try (var api = new TestClient(options).at(url())) {
            var error = errorOf(apiCall.send(api));
            assertThat(error).isInstanceOf(ApiError.Tls.class);
            assertThat(error.mayHaveHappened()).isFalse();
            return error;
        }
    }

    private HeldCertificate certificate(String name) {
        return new HeldCertificate.Builder()
                .signedBy(authority)
                .commonName("service")
                .addSubjectAlternativeName(name)
                .build();
    }

    private void serve(HeldCertificate certificate) throws IOException {
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate, authority.certificate())
                .build()
                .sslSocketFactory());
        server.start();
    }

    private ClientOptions trusting() throws IOException {
        return TestClient.OPTIONS.trusting(TestClient.named(
                Files.writeString(folder.resolve("authority.pem"), authority.certificatePem())));
    }

    private String url() {
        return "https://localhost:" + server.getPort();
    }
}
