package dev.longshore.devops.http;

import dev.longshore.devops.http.Fault.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Tells from an exception what happened. */
final class FaultReader {
    private FaultReader() {}

    /** @param left whether the request had left before */
    static Fault of(IOException exception, boolean left) {
        return switch (exception) {
            case UnknownHostException _ -> Fault.of(Kind.UNKNOWN_HOST);
            case NoRouteToHostException _ -> Fault.of(Kind.UNREACHABLE);
            case PortUnreachableException _ -> Fault.of(Kind.UNREACHABLE);
            case ConnectException refused -> connecting(refused);
            case SocketTimeoutException _ when !left -> Fault.of(Kind.NO_CONNECTION_IN_TIME);
            case InterruptedIOException _ -> Fault.of(Kind.LATE);
            case SSLException tls when !left -> tls(tls);
            case ProtocolException _ -> Fault.of(Kind.NOT_HTTP);
            default -> Fault.of(Kind.CUT);
        };
    }

    private static Fault connecting(ConnectException exception) {
        var text = String.valueOf(exception.getMessage()) + " " + exception.getCause();
        if (text.contains("timed out")) {
            return Fault.of(Kind.NO_CONNECTION_IN_TIME);
        }
        return Fault.of(text.contains("unreachable") ? Kind.UNREACHABLE : Kind.REFUSED);
    }

    private static Fault tls(SSLException exception) {
        if (exception instanceof SSLPeerUnverifiedException) {
            return Fault.of(Kind.WRONG_NAME);
        }
        return causes(exception)
                .filter(CertificateException.class::isInstance)
                .findFirst()
                .map(FaultReader::certificate)
                .orElse(Fault.of(Kind.TLS));
    }

    private static Fault certificate(Throwable exception) {
        return exception instanceof Untrusted untrusted
                ? new Fault(untrusted.kind(), untrusted.detail())
                : Fault.of(Kind.TLS);
    }

    private static Stream<Throwable> causes(Throwable first) {
        return Stream.iterate(first, each -> each != null, Throwable::getCause).limit(10);
    }
}
