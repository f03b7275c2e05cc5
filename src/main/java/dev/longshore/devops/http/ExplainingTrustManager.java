package dev.longshore.devops.http;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.ServiceFact;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Decides as the Java runtime does, with the certificates of a file besides where there is one, and says why not. */
final class ExplainingTrustManager extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager delegate;

    private ExplainingTrustManager(X509ExtendedTrustManager decides) {
        this.delegate = decides;
    }

    /** @throws FactException when the file cannot be used */
    static ExplainingTrustManager with(@Nullable Path file) {
        try {
            var system = managerOf(null);
            return new ExplainingTrustManager(file == null ? system : managerOf(both(system, file)));
        } catch (IOException | GeneralSecurityException unusable) {
            throw new FactException(
                    file == null
                            ? Fact.of(ServiceFact.CERTIFICATES_UNREADABLE)
                            : Fact.of(ServiceFact.CERTIFICATE_FILE_UNREADABLE, file.toString()),
                    unusable);
        }
    }

    private static X509ExtendedTrustManager managerOf(@Nullable KeyStore trusted) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("No trust manager for X.509."));
    }

    private static KeyStore both(X509ExtendedTrustManager system, Path file)
            throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var in = Files.newInputStream(file)) {
            for (var each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("file-" + store.size(), each);
            }
        }
        if (store.size() == 0) {
            throw new CertificateException("There is no certificate in it.");
        }
        for (var each : system.getAcceptedIssuers()) {
            store.setCertificateEntry("system-" + store.size(), each);
        }
        return store;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        explained(chain, () -> delegate.checkServerTrusted(chain, authType));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        explained(chain, () -> delegate.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        explained(chain, () -> delegate.checkServerTrusted(chain, authType, engine));
    }

    private static void explained(X509Certificate[] chain, TrustCheck trustCheck) throws CertificateException {
        try {
            trustCheck.run();
        } catch (CertificateException no) {
            throw reason(chain, no);
        }
    }

    private static UntrustedCertificateException reason(X509Certificate[] chain, CertificateException no) {
        try {
            for (var each : chain) {
                each.checkValidity();
            }
        } catch (CertificateException outOfTime) {
            var networkFault = NetworkFault.of(
                    NetworkFault.Type.INVALID_CERTIFICATE,
                    chain[0].getNotBefore().toInstant(), chain[0].getNotAfter().toInstant());
            return new UntrustedCertificateException(networkFault, outOfTime);
        }
        var issuer = chain[chain.length - 1].getIssuerX500Principal().getName();
        return new UntrustedCertificateException(NetworkFault.of(NetworkFault.Type.UNTRUSTED_ISSUER, issuer), no);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        delegate.checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        delegate.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        delegate.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return delegate.getAcceptedIssuers();
    }

    @FunctionalInterface
    private interface TrustCheck {
        void run() throws CertificateException;
    }
}
