package dev.longshore.devops.http;

import java.io.Serial;
import java.security.cert.CertificateException;

/** Says why a certificate is not trusted in a form that can be told to a person. */
final class UntrustedCertificateException extends CertificateException {
    @Serial private static final long serialVersionUID = 1L;

    private final NetworkFault.Type type;
    private final String detail;

    UntrustedCertificateException(NetworkFault.Type type, String detail, CertificateException cause) {
        super(detail, cause);
        this.type = type;
        this.detail = detail;
    }

    NetworkFault.Type kind() {
        return type;
    }

    /** The issuer's name, or the validity. */
    String detail() {
        return detail;
    }
}
