package dev.longshore.platform;

import dev.longshore.model.ProxyChoice;
import dev.longshore.model.fact.FactException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The proxies of this computer: those of the environment ({@code https_proxy}, {@code no_proxy}), as command lines know
 * them, and where it names none, those of the desktop as Java knows them. Safe for use by several threads.
 */
public final class SystemProxies extends ProxySelector {
    private static final Logger LOG = LoggerFactory.getLogger(SystemProxies.class);

    private final Map<String, String> environment;
    private final ProxySelector desktop;

    /**
     * The proxies of a process.
     *
     * @param environment the environment variables
     * @param desktop asked where they name no proxy
     */
    public SystemProxies(Map<String, String> environment, ProxySelector desktop) {
        this.environment = Map.copyOf(environment);
        this.desktop = desktop;
    }

    /** Of several spellings the small one goes first, as with curl. */
    @Override
    public List<Proxy> select(@Nullable URI uri) {
        var target = Objects.requireNonNull(uri);
        var named = variable(target.getScheme().toLowerCase(Locale.ROOT) + "_proxy");
        if (named.isEmpty()) {
            return desktop.select(target);
        }
        return isExcepted(target) ? List.of(Proxy.NO_PROXY) : named.flatMap(SystemProxies::proxy)
                .map(List::of)
                .orElseGet(() -> List.of(Proxy.NO_PROXY));
    }

    /**
     * Through what {@code uri} is reached, as {@code host:port}, or empty where it is reached directly. May block: the
     * desktop is asked.
     */
    public Optional<String> of(URI uri) {
        return select(uri).stream()
                .filter(each -> each.address() instanceof InetSocketAddress)
                .map(each -> (InetSocketAddress) each.address())
                .map(each -> each.getHostString() + ":" + each.getPort())
                .findFirst();
    }

    @Override
    public void connectFailed(@Nullable URI uri, @Nullable SocketAddress address, @Nullable IOException fault) {
        LOG.info("The proxy {} did not take a connection: {}", address, String.valueOf(fault));
    }

    private Optional<String> variable(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .map(environment::get)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** A login in it is left out; the proxy then says that it wants one. */
    private static Optional<Proxy> proxy(String value) {
        try {
            var http = ProxyChoice.Http.parse(withPort(value.replaceFirst("^(\\w+://)?.*@", "$1")));
            return Optional.of(
                    new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(http.host(), http.port())));
        } catch (FactException | IllegalArgumentException e) {
            LOG.warn("The proxy of the environment is not used. {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** curl's own port for a proxy whose port is not given. */
    private static String withPort(String value) {
        var bare = value.replaceFirst("/+$", "");
        return bare.matches(".*:\\d+") ? bare : bare + ":1080";
    }

    private boolean isExcepted(URI target) {
        var host = String.valueOf(target.getHost()).toLowerCase(Locale.ROOT);
        var withPort = host + ":" + target.getPort();
        return Arrays.stream(variable("no_proxy").orElse("").toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(each -> !each.isEmpty())
                .anyMatch(each -> each.equals("*") || covers(each, host) || covers(each, withPort));
    }

    private static boolean covers(String exception, String host) {
        var domain = exception.replaceFirst("^\\*?\\.", "");
        return host.equals(domain) || host.endsWith("." + domain);
    }
}
