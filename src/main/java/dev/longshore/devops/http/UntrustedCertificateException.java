package dev.longshore.devops.http;

import java.io.Serial;
import java.security.cert.CertificateException;

/** Says why a certificate is not trusted in a form that can be told to a user. */
final class UntrustedCertificateException extends CertificateException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient NetworkFault networkFault;

    UntrustedCertificateException(NetworkFault networkFault, CertificateException cause) {
        super(networkFault.toString(), cause);
        this.networkFault = networkFault;
    }

    /** What is wrong, with the issuer's name or the validity. */
    NetworkFault networkFault() {
        return networkFault;
    }
}
