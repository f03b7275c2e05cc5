package dev.longshore.ui.connect;

import dev.longshore.model.ProxyChoice;
import dev.longshore.ui.context.UiContext;
import dev.longshore.usertext.CleanText;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How an endpoint is reached, as it is entered: as the system says, directly, or through a proxy. FX thread only. */
final class ProxyViewModel {
    private final ObjectProperty<ProxyMode> mode = new SimpleObjectProperty<>(this, "way", ProxyMode.SYSTEM);
    private final StringProperty proxy = new SimpleStringProperty(this, "proxy", "");
    private final ReadOnlyStringWrapper systemProxy = new ReadOnlyStringWrapper(this, "systemProxy", "");
    private final UiContext context;
    private final Executor executor;
    private final Function<URI, Optional<String>> proxies;
    private final Supplier<Optional<URI>> endpoint;

    /** The ways there are. */
    enum ProxyMode {
        SYSTEM,
        DIRECT,
        PROXY
    }

    /**
     * The system's way, until another is chosen.
     *
     * @param asking runs what may block
     * @param proxies through which proxy the system reaches an address; may block
     * @param endpoint as it is typed at the time, where it is an address
     */
    ProxyViewModel(
            UiContext context, Executor asking, Function<URI, Optional<String>> proxies,
            Supplier<Optional<URI>> endpoint) {
        this.context = context;
        this.executor = asking;
        this.proxies = proxies;
        this.endpoint = endpoint;
        mode.subscribe((_, _) -> findSystemProxy());
    }

    ObjectProperty<ProxyMode> modeProperty() {
        return mode;
    }

    /** The proxy of {@link ProxyMode#PROXY}, as typed. */
    StringProperty proxyProperty() {
        return proxy;
    }

    /** What the system's way to the endpoint is at present, in words; empty until that is known. */
    ReadOnlyStringProperty systemProxyProperty() {
        return systemProxy.getReadOnlyProperty();
    }

    /** Takes over what was chosen before. */
    void fillFrom(ProxyChoice choice) {
        mode.set(switch (choice) {
            case ProxyChoice.OfSystem _ -> ProxyMode.SYSTEM;
            case ProxyChoice.None _ -> ProxyMode.DIRECT;
            case ProxyChoice.Http _ -> ProxyMode.PROXY;
        });
        proxy.set(choice instanceof ProxyChoice.Http http ? http.toString() : "");
    }

    /**
     * What is chosen.
     *
     * @throws dev.longshore.model.fact.FactException when the proxy has to be mended first
     */
    ProxyChoice choice() {
        return switch (mode.get()) {
            case SYSTEM -> new ProxyChoice.OfSystem();
            case DIRECT -> new ProxyChoice.None();
            case PROXY -> ProxyChoice.Http.parse(CleanText.of(proxy.get()));
        };
    }

    /** Looks again what the system's way is. */
    void findSystemProxy() {
        systemProxy.set("");
        endpoint.get().filter(_ -> mode.get() == ProxyMode.SYSTEM).ifPresent(uri -> {
            var _ = CompletableFuture.supplyAsync(() -> proxies.apply(uri), executor)
                    .thenApply(this::words)
                    // One that is named and cannot be used is said here, where another one can be chosen.
                    .exceptionally(context::sentence)
                    .thenAccept(words -> context.thread().run(() -> systemProxy.set(words)));
        });
    }

    private String words(Optional<String> found) {
        return found.map(each -> context.texts().get("connect.proxy.system.now", each))
                .orElseGet(() -> context.texts().get("connect.proxy.system.none"));
    }
}
