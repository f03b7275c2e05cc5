package dev.longshore.devops.http;

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
final class NetworkFaultReader {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private NetworkFaultReader() {}

    /** @param left whether the request had left before */
    static NetworkFault of(IOException exception, boolean left) {
        if (left) {
            return afterSending(exception);
        }
        // A host can have several addresses; the attempt that came farthest tells most.
        return Stream.concat(Stream.of(exception), Arrays.stream(exception.getSuppressed()))
                .map(NetworkFaultReader::beforeSending)
                .min(Comparator.comparing(NetworkFault::type))
                .orElseThrow();
    }

    private static NetworkFault afterSending(IOException exception) {
        return switch (exception) {
            case InterruptedIOException _ -> NetworkFault.of(NetworkFault.Type.LATE);
            case ProtocolException _ -> NetworkFault.of(NetworkFault.Type.NOT_HTTP);
            default -> NetworkFault.of(NetworkFault.Type.CUT);
        };
    }

    private static NetworkFault beforeSending(Throwable exception) {
        var text = String.valueOf(exception.getMessage());
        return switch (exception) {
            case UnknownHostException _ -> unknownHost(text);
            case SocketTimeoutException _ -> NetworkFault.of(NetworkFault.Type.NO_CONNECTION_IN_TIME);
            case InterruptedIOException _ -> NetworkFault.of(NetworkFault.Type.LATE);
            case SSLException tls -> tls(tls);
            case NoRouteToHostException _ -> NetworkFault.of(NetworkFault.Type.UNREACHABLE);
            case SocketException _ when deepest(exception).contains("unreachable") ->
                NetworkFault.of(NetworkFault.Type.UNREACHABLE);
            case ConnectException _ when deepest(exception).contains("timed out") ->
                NetworkFault.of(NetworkFault.Type.NO_CONNECTION_IN_TIME);
            case ConnectException _ -> NetworkFault.of(NetworkFault.Type.REFUSED);
            default -> text.contains("CONNECT") || text.contains("proxy")
                    ? NetworkFault.of(NetworkFault.Type.PROXY, text)
                    : NetworkFault.of(NetworkFault.Type.CUT);
        };
    }

    private static NetworkFault unknownHost(String text) {
        var host = HOST.matcher(text);
        return host.lookingAt() ? NetworkFault.of(NetworkFault.Type.UNKNOWN_HOST, host.group())
                : NetworkFault.of(NetworkFault.Type.UNKNOWN_HOST);
    }

    private static String deepest(Throwable exception) {
        return causes(exception).map(Throwable::getMessage).map(String::valueOf).reduce("", (_, last) -> last);
    }

    private static NetworkFault tls(SSLException exception) {
        if (exception instanceof SSLPeerUnverifiedException) {
            return NetworkFault.of(NetworkFault.Type.WRONG_NAME);
        }
        return causes(exception)
                .filter(CertificateException.class::isInstance)
                .findFirst()
                .map(NetworkFaultReader::certificate)
                .orElse(NetworkFault.of(NetworkFault.Type.TLS));
    }

    private static NetworkFault certificate(Throwable exception) {
        return exception instanceof UntrustedCertificateException untrustedCertificateException
                ? untrustedCertificateException.networkFault()
                : NetworkFault.of(NetworkFault.Type.TLS);
    }

    private static Stream<Throwable> causes(Throwable first) {
        return Stream.iterate(first, each -> each != null, Throwable::getCause).limit(10);
    }
}
