package dev.longshore.devops.http;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.ServiceFact;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Decides with the certificates of the Java runtime and those of the system's stores, and says why not and which stores
 * were asked.
 */
final class ExplainingTrustManager extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager delegate;
    private final TrustedCertificates asked;

    private ExplainingTrustManager(X509ExtendedTrustManager decides, TrustedCertificates asked) {
        this.delegate = decides;
        this.asked = asked;
    }

    /** @throws FactException when not even the certificates of the runtime can be used */
    static ExplainingTrustManager with(TrustedStores trustedStores) {
        try {
            var runtime = managerOf(null);
            var besides = TrustedCertificates.of(trustedStores);
            return new ExplainingTrustManager(
                    besides.certificates().isEmpty() ? runtime : managerOf(both(runtime, besides)), besides);
        } catch (IOException | GeneralSecurityException unusable) {
            throw new FactException(Fact.of(ServiceFact.CERTIFICATES_UNREADABLE), unusable);
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

    private static KeyStore both(X509ExtendedTrustManager runtime, TrustedCertificates besides)
            throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (var each : besides.certificates()) {
            store.setCertificateEntry("system-" + store.size(), each);
        }
        for (var each : runtime.getAcceptedIssuers()) {
            store.setCertificateEntry("runtime-" + store.size(), each);
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

    private void explained(X509Certificate[] chain, TrustCheck trustCheck) throws CertificateException {
        try {
            trustCheck.run();
        } catch (CertificateException no) {
            throw reason(chain, no);
        }
    }

    private UntrustedCertificateException reason(X509Certificate[] chain, CertificateException no) {
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
        return new UntrustedCertificateException(
                NetworkFault.of(NetworkFault.Type.UNTRUSTED_ISSUER, issuer, storesAsked()), no);
    }

    private Fact storesAsked() {
        return Fact.sentences(
                asked.stores().isEmpty() ? Fact.of(ServiceFact.RUNTIME_ASKED)
                        : Fact.of(ServiceFact.STORES_ASKED, String.join(", ", asked.stores())),
                asked.unreadable().isEmpty() ? null
                        : Fact.of(ServiceFact.STORES_UNREADABLE, String.join(", ", asked.unreadable())));
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
