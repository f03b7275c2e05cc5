package dev.longshore.devops.http;

import dev.longshore.devops.http.Fault.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Tells from an exception what happened. */
final class FaultReader {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private FaultReader() {}

    /** @param left whether the request had left before */
    static Fault of(IOException exception, boolean left) {
        if (left) {
            return afterLeaving(exception);
        }
        // A host can have several addresses; the attempt that came farthest tells most.
        return Stream.concat(Stream.of(exception), Arrays.stream(exception.getSuppressed()))
                .map(FaultReader::beforeLeaving)
                .min(Comparator.comparing(Fault::kind))
                .orElseThrow();
    }

    private static Fault afterLeaving(IOException exception) {
        return switch (exception) {
            case InterruptedIOException _ -> Fault.of(Kind.LATE);
            case ProtocolException _ -> Fault.of(Kind.NOT_HTTP);
            default -> Fault.of(Kind.CUT);
        };
    }

    private static Fault beforeLeaving(Throwable exception) {
        var text = String.valueOf(exception.getMessage());
        return switch (exception) {
            case UnknownHostException _ -> new Fault(Kind.UNKNOWN_HOST, hostIn(text));
            case SocketTimeoutException _ -> Fault.of(Kind.NO_CONNECTION_IN_TIME);
            case InterruptedIOException _ -> Fault.of(Kind.LATE);
            case SSLException tls -> tls(tls);
            case NoRouteToHostException _ -> Fault.of(Kind.UNREACHABLE);
            case SocketException _ when deepest(exception).contains("unreachable") -> Fault.of(Kind.UNREACHABLE);
            case ConnectException _ when deepest(exception).contains("timed out") ->
                Fault.of(Kind.NO_CONNECTION_IN_TIME);
            case ConnectException _ -> Fault.of(Kind.REFUSED);
            default -> text.contains("CONNECT") || text.contains("proxy")
                    ? new Fault(Kind.PROXY, text)
                    : Fault.of(Kind.CUT);
        };
    }

    private static String hostIn(String text) {
        var host = HOST.matcher(text);
        return host.lookingAt() ? host.group() : "";
    }

    private static String deepest(Throwable exception) {
        return causes(exception).map(Throwable::getMessage).map(String::valueOf).reduce("", (_, last) -> last);
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
