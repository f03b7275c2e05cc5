package dev.longshore.devops.http;

import java.io.Serial;
import java.security.cert.CertificateException;

/** Says why a certificate is not trusted in a form that can be told to a person. */
final class Untrusted extends CertificateException {
    @Serial private static final long serialVersionUID = 1L;

    private final Fault.Kind kind;
    private final String detail;

    Untrusted(Fault.Kind kind, String detail, CertificateException cause) {
        super(detail, cause);
        this.kind = kind;
        this.detail = detail;
    }

    Fault.Kind kind() {
        return kind;
    }

    /** The issuer's name, or the validity. */
    String detail() {
        return detail;
    }
}
