package dev.longshore.platform;

import dev.longshore.model.ProxyChoice;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.ServiceFact;
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

    /**
     * Of several spellings the small one goes first, and the variable of the scheme before that of all schemes, as with
     * curl.
     *
     * @throws FactException when the environment names a proxy that cannot be used: nothing goes out directly instead
     */
    @Override
    public List<Proxy> select(@Nullable URI uri) {
        var target = Objects.requireNonNull(uri);
        var named = variable(target.getScheme().toLowerCase(Locale.ROOT) + "_proxy").or(() -> variable("all_proxy"));
        if (named.isEmpty()) {
            return desktop.select(target);
        }
        return List.of(isExcepted(target) ? Proxy.NO_PROXY : proxy(named.get()));
    }

    /**
     * Through what {@code uri} is reached, as {@code host:port}, or empty where it is reached directly. May block: the
     * desktop is asked.
     *
     * @throws FactException when the environment names a proxy that cannot be used
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

    private record Variable(String name, String value) {}

    private Optional<Variable> variable(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .filter(environment::containsKey)
                .map(each -> new Variable(each, environment.getOrDefault(each, "").strip()))
                .filter(each -> !each.value().isEmpty())
                .findFirst();
    }

    /** A login in it is left out; the proxy then says that it wants one. */
    private static Proxy proxy(Variable named) {
        try {
            var http = ProxyChoice.Http.parse(withPort(named.value().replaceFirst("^(\\w+://)?.*@", "$1")));
            return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(http.host(), http.port()));
        } catch (FactException | IllegalArgumentException unusable) {
            // Without its value, which may hold a password.
            throw new FactException(Fact.of(ServiceFact.PROXY_UNUSABLE, named.name()), unusable);
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
        return Arrays
                .stream(variable("no_proxy").map(Variable::value).orElse("").toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(each -> !each.isEmpty())
                .anyMatch(each -> each.equals("*") || covers(each, host) || covers(each, withPort));
    }

    private static boolean covers(String exception, String host) {
        var domain = exception.replaceFirst("^\\*?\\.", "");
        return host.equals(domain) || host.endsWith("." + domain);
    }
}
