package dev.longshore.ui.connect;

import dev.longshore.model.ApplicationToken;
import dev.longshore.model.Connection;
import dev.longshore.model.Connection.TokenOrigin;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Environment;
import dev.longshore.model.FreeText;
import dev.longshore.model.ProxyChoice;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.FactException;
import dev.longshore.secret.AstraCliProfile;
import dev.longshore.secret.AstraCliProfiles;
import dev.longshore.ui.context.UiContext;
import dev.longshore.usertext.CleanText;
import dev.longshore.watch.ConnectionCheck;
import dev.longshore.watch.ConnectionCheck.CheckFailureCause;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A connection as it is entered or changed; its token is tried at once, and is not kept here. FX thread only. */
final class ConnectViewModel {
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty endpoint = new SimpleStringProperty(this, "endpoint",
            Connection.PUBLIC_ENDPOINT.toString());
    private final ObjectProperty<Environment> environment = new SimpleObjectProperty<>(this, "environment",
            Environment.PRODUCTION);
    private final BooleanProperty readOnly = new SimpleBooleanProperty(this, "readOnly");
    private final ReadOnlyBooleanWrapper tokenExpected = new ReadOnlyBooleanWrapper(this, "tokenExpected");
    private final ObjectProperty<@Nullable AstraCliProfile> profile = new SimpleObjectProperty<>(this, "profile");
    private final ReadOnlyObjectWrapper<AstraCliProfiles.FoundProfiles> profiles = new ReadOnlyObjectWrapper<>(
            this, "profiles", new AstraCliProfiles.FoundProfiles(Optional.empty(), List.of(), List.of()));
    private final ReadOnlyObjectWrapper<ConnectAttempt> attempt = new ReadOnlyObjectWrapper<>(this, "attempt",
            new ConnectAttempt.NotTried());
    private final UiContext context;
    private final Executor executor;
    private final Function<String, URI> endpoints;
    private final ProxyViewModel proxy;
    private final Optional<Connection> existing;
    /** Read on another thread, too. */
    private volatile boolean closed;

    /** How far trying the connection has come. */
    sealed interface ConnectAttempt {
        /** It was not tried yet. */
        record NotTried() implements ConnectAttempt {}

        /** The service is being asked. */
        record Connecting() implements ConnectAttempt {}

        /** It works. */
        record Connected(Connection connection, String sentence) implements ConnectAttempt {}

        /**
         * It does not.
         *
         * @param field what has to be changed first, where that is known
         */
        record ConnectFailed(String sentence, Optional<ConnectField> field) implements ConnectAttempt {
            ConnectFailed(String sentence) {
                this(sentence, Optional.empty());
            }
        }
    }

    /** What may have to be changed before the connection can be tried. */
    enum ConnectField {
        NAME,
        TOKEN,
        ENDPOINT,
        PROXY
    }

    /** Says which field has to be changed, and why. */
    private static final class ConnectMistake extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final ConnectField field;

        ConnectMistake(ConnectField field, String sentence) {
            super(sentence);
            this.field = field;
        }
    }

    /**
     * A new connection, or {@code existing} to be changed.
     *
     * @param asking runs what may block
     * @param endpoints reads the address of an endpoint, or throws a {@link FactException}
     * @param proxies through which proxy the system reaches an address; may block
     */
    ConnectViewModel(
            UiContext context, Executor asking, Function<String, URI> endpoints,
            Function<URI, Optional<String>> proxies, Optional<Connection> existing) {
        this.context = context;
        this.executor = asking;
        this.endpoints = endpoints;
        this.proxy = new ProxyViewModel(context, asking, proxies, this::address);
        this.existing = existing;
        existing.ifPresent(this::fillFrom);
        profile.subscribe(chosen -> fillFrom(chosen));
        endpoint.subscribe(_ -> proxy.findSystemProxy());
    }

    private void fillFrom(Connection connection) {
        name.set(connection.name());
        endpoint.set(connection.endpoint().toString());
        environment.set(connection.environment());
        readOnly.set(connection.readOnly());
        proxy.fillFrom(connection.proxy());
    }

    boolean isNew() {
        return existing.isEmpty();
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty endpointProperty() {
        return endpoint;
    }

    ObjectProperty<Environment> environmentProperty() {
        return environment;
    }

    BooleanProperty readOnlyProperty() {
        return readOnly;
    }

    /** How the endpoint is reached. */
    ProxyViewModel proxy() {
        return proxy;
    }

    ReadOnlyObjectProperty<ConnectAttempt> attemptProperty() {
        return attempt.getReadOnlyProperty();
    }

    /** True when it is the token that is to be changed. */
    ReadOnlyBooleanProperty tokenExpectedProperty() {
        return tokenExpected.getReadOnlyProperty();
    }

    /** It is the token that is to be changed. */
    void expectToken() {
        tokenExpected.set(true);
    }

    /** The profiles of the Astra CLI on this computer; empty until they are read. */
    ReadOnlyObjectProperty<AstraCliProfiles.FoundProfiles> profilesProperty() {
        return profiles.getReadOnlyProperty();
    }

    /** Looks for profiles of the Astra CLI, not on this thread. */
    void find(Supplier<AstraCliProfiles.FoundProfiles> reading) {
        var _ = CompletableFuture.supplyAsync(reading, executor)
                .thenAccept(foundProfiles -> context.thread().run(() -> found(foundProfiles)));
    }

    /** Takes what was found. */
    void found(AstraCliProfiles.FoundProfiles foundProfiles) {
        profiles.set(foundProfiles);
        if (closed) {
            close();
        }
    }

    /** The profile whose token is used where none is typed. */
    ObjectProperty<@Nullable AstraCliProfile> profileProperty() {
        return profile;
    }

    private void fillFrom(@Nullable AstraCliProfile chosen) {
        if (chosen == null) {
            return;
        }
        var isFromProfile = profiles.get().profiles().stream().anyMatch(each -> each.name().equals(name.get()));
        name.set(name.get().isBlank() || isFromProfile ? chosen.name() : name.get());
        endpoint.set(chosen.endpoint().toString());
    }

    /** Wipes the tokens of the profiles; what is being tried is not kept, and what is changed stays as it is. */
    void close() {
        closed = true;
        profiles.get().profiles().forEach(each -> each.token().close());
    }

    /**
     * Tries the connection, and keeps it if it works.
     *
     * @param token as typed, wiped before this returns; empty to use that of the profile, or else the one that is kept
     */
    void connect(char[] token) {
        try {
            if (!(attempt.get() instanceof ConnectAttempt.Connecting)) {
                connect(ApplicationToken.in(token));
            }
        } catch (FactException noToken) {
            fail(new ConnectMistake(ConnectField.TOKEN, context.sentence(noToken.fact())));
        } finally {
            Arrays.fill(token, '\0');
        }
    }

    private void connect(Optional<Secret> typed) {
        Optional<Secret> secret = typed;
        try {
            secret = typed.isPresent() ? typed : tokenOfProfile();
            test(entered(secret.isPresent()), secret);
        } catch (ConnectMistake mistake) {
            secret.ifPresent(Secret::close);
            fail(mistake);
        }
    }

    private void fail(ConnectMistake mistake) {
        attempt.set(new ConnectAttempt.ConnectFailed(
                String.valueOf(mistake.getMessage()), Optional.of(mistake.field)));
    }

    /**
     * The token of the profile that was chosen, which is for the address of the profile only.
     *
     * @throws ConnectMistake when another address was entered
     */
    private Optional<Secret> tokenOfProfile() {
        var chosen = profile.get();
        if (chosen == null) {
            return Optional.empty();
        }
        if (!Connection.isSameOrigin(readEndpoint(chosen.endpoint().toString()), readEndpoint())) {
            throw new ConnectMistake(ConnectField.TOKEN, context.texts().get(
                    "connect.profile.otherAddress", chosen.name(), chosen.endpoint()));
        }
        return Optional.of(chosen.token().copy());
    }

    /** @throws ConnectMistake when something has to be changed first */
    private Connection entered(boolean withToken) {
        var uri = readEndpoint();
        if (!withToken && (isNew() || tokenExpected.get())) {
            throw mistake(ConnectField.TOKEN, "connect.noToken");
        }
        if (!withToken && existing.filter(each -> !Connection.isSameOrigin(each.endpoint(), uri)).isPresent()) {
            throw mistake(ConnectField.TOKEN, "connect.noTokenForAddress");
        }
        // The field for the token stands right above it, and a name is written down and shown.
        if (FreeText.refusal(name.get()).isPresent()) {
            throw mistake(ConnectField.NAME, "connect.secretAsName");
        }
        var label = name.get().isBlank() ? uri.getHost() : name.get().strip();
        return new Connection(
                existing.map(Connection::id).orElseGet(() -> new ConnectionId(UUID.randomUUID().toString())),
                label, uri, environment.get(), readOnly.get(),
                existing.filter(_ -> !withToken).map(Connection::origin).orElse(TokenOrigin.KEYSTORE), proxyChoice());
    }

    private ProxyChoice proxyChoice() {
        try {
            return proxy.choice();
        } catch (FactException unfit) {
            throw new ConnectMistake(ConnectField.PROXY, context.sentence(unfit.fact()));
        }
    }

    private ConnectMistake mistake(ConnectField field, String key) {
        return new ConnectMistake(field, context.texts().get(key));
    }

    private void test(Connection connection, Optional<Secret> secret) {
        attempt.set(new ConnectAttempt.Connecting());
        var _ = context.watch().connect(connection, secret.orElse(null), () -> !closed)
                .whenComplete((check, failure) -> context.thread().run(() -> {
                    secret.ifPresent(Secret::close);
                    answered(connection, check, failure);
                }));
    }

    private void answered(Connection connection, @Nullable ConnectionCheck check, @Nullable Throwable failure) {
        attempt.set(switch (check) {
            case null -> new ConnectAttempt.ConnectFailed(context.sentence(failure));
            case ConnectionCheck.Passed passed ->
                new ConnectAttempt.Connected(connection, context.sentence(passed.fact()));
            case ConnectionCheck.Failed failed -> new ConnectAttempt.ConnectFailed(
                    context.sentence(failed.fact()), field(failed.cause()));
        });
        if (closed && isNew() && check instanceof ConnectionCheck.Passed) {
            var _ = context.watch().forget(connection.id());
        }
    }

    private static Optional<ConnectField> field(CheckFailureCause cause) {
        return switch (cause) {
            case TOKEN -> Optional.of(ConnectField.TOKEN);
            case ENDPOINT -> Optional.of(ConnectField.ENDPOINT);
            case OTHER -> Optional.empty();
        };
    }

    private URI readEndpoint() {
        return readEndpoint(endpoint.get());
    }

    private URI readEndpoint(String address) {
        try {
            return endpoints.apply(CleanText.of(address));
        } catch (FactException e) {
            throw new ConnectMistake(ConnectField.ENDPOINT, context.sentence(e.fact()));
        }
    }

    private Optional<URI> address() {
        try {
            return Optional.of(endpoints.apply(CleanText.of(endpoint.get())));
        } catch (FactException _) {
            return Optional.empty();
        }
    }
}
