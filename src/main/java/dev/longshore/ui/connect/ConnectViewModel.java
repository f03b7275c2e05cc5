package dev.longshore.ui.connect;

import dev.longshore.model.Connection;
import dev.longshore.model.Connection.TokenOrigin;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Environment;
import dev.longshore.model.Secret;
import dev.longshore.secret.AstraCliProfile;
import dev.longshore.secret.AstraCliProfiles;
import dev.longshore.ui.Ui;
import dev.longshore.watch.ConnectionCheck;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
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
    private final ObjectProperty<@Nullable AstraCliProfile> profile = new SimpleObjectProperty<>(this, "profile");
    private final ReadOnlyObjectWrapper<AstraCliProfiles.Found> profiles = new ReadOnlyObjectWrapper<>(
            this, "profiles", new AstraCliProfiles.Found(Optional.empty(), List.of(), List.of()));
    private final ReadOnlyObjectWrapper<Attempt> attempt = new ReadOnlyObjectWrapper<>(this, "attempt",
            new Attempt.NotYet());
    private final Ui ui;
    private final Optional<Connection> existing;

    /** How far trying the connection has come. */
    sealed interface Attempt {
        /** It was not tried yet. */
        record NotYet() implements Attempt {}

        /** The service is being asked. */
        record UnderWay() implements Attempt {}

        /** It works. */
        record Good(Connection connection, String sentence) implements Attempt {}

        /** It does not. */
        record Bad(String sentence) implements Attempt {}
    }

    /** A new connection, or {@code existing} to be changed. */
    ConnectViewModel(Ui ui, Optional<Connection> existing) {
        this.ui = ui;
        this.existing = existing;
        existing.ifPresent(this::take);
        profile.subscribe(chosen -> take(chosen));
    }

    private void take(Connection connection) {
        name.set(connection.name());
        endpoint.set(connection.endpoint().toString());
        environment.set(connection.environment());
        readOnly.set(connection.readOnly());
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

    ReadOnlyObjectProperty<Attempt> attemptProperty() {
        return attempt.getReadOnlyProperty();
    }

    /** The profiles of the Astra CLI on this computer; empty until they are read. */
    ReadOnlyObjectProperty<AstraCliProfiles.Found> profilesProperty() {
        return profiles.getReadOnlyProperty();
    }

    /** Looks for profiles of the Astra CLI, not on this thread. */
    void find(Supplier<AstraCliProfiles.Found> reading) {
        var _ = CompletableFuture.supplyAsync(reading)
                .thenAccept(found -> ui.thread().run(() -> profiles.set(found)));
    }

    ObjectProperty<@Nullable AstraCliProfile> profileProperty() {
        return profile;
    }

    private void take(@Nullable AstraCliProfile chosen) {
        if (chosen != null) {
            name.set(name.get().isBlank() ? chosen.name() : name.get());
            chosen.endpoint().map(URI::toString).ifPresent(endpoint::set);
        }
    }

    /** Wipes the tokens of the profiles. */
    void close() {
        profiles.get().profiles().forEach(each -> each.token().close());
    }

    /**
     * Tries the connection, and keeps it if it works.
     *
     * @param token as typed, wiped before this returns; empty to use that of the profile, or else the one that is kept
     */
    void connect(char[] token) {
        var typed = secret(token);
        Arrays.fill(token, '\0');
        var taken = profile.get();
        var secret = typed == null && taken != null ? secret(taken.token().reveal()) : typed;
        if (attempt.get() instanceof Attempt.UnderWay) {
            return;
        }
        if (secret == null && isNew()) {
            attempt.set(new Attempt.Bad(ui.texts().get("connect.noToken")));
            return;
        }
        address().ifPresentOrElse(
                uri -> tryOut(connection(uri), secret),
                () -> attempt.set(new Attempt.Bad(ui.texts().get("connect.noAddress", endpoint.get()))));
    }

    private void tryOut(Connection connection, @Nullable Secret secret) {
        attempt.set(new Attempt.UnderWay());
        var _ = ui.watch().connect(connection, secret).whenComplete((check, failure) -> ui.thread().run(() -> {
            if (secret != null) {
                secret.close();
            }
            attempt.set(outcome(connection, check, failure));
        }));
    }

    private static Attempt outcome(
            Connection connection, @Nullable ConnectionCheck check, @Nullable Throwable failure) {
        return switch (check) {
            case null -> new Attempt.Bad(String.valueOf(failure));
            case ConnectionCheck.Accepted accepted -> new Attempt.Good(connection, accepted.sentence());
            case ConnectionCheck.Failed failed -> new Attempt.Bad(failed.sentence());
        };
    }

    /** Pasted tokens come with blanks and line ends around them. */
    private static @Nullable Secret secret(char[] token) {
        int from = 0;
        int to = token.length;
        while (from < to && Character.isWhitespace(token[from])) {
            from++;
        }
        while (to > from && Character.isWhitespace(token[to - 1])) {
            to--;
        }
        var stripped = Arrays.copyOfRange(token, from, to);
        var secret = stripped.length == 0 ? null : Secret.of(stripped);
        Arrays.fill(stripped, '\0');
        return secret;
    }

    private Connection connection(URI uri) {
        var label = name.get().isBlank() ? uri.getHost() : name.get().strip();
        return new Connection(
                existing.map(Connection::id).orElseGet(() -> new ConnectionId(UUID.randomUUID().toString())),
                label, uri, environment.get(), readOnly.get(), TokenOrigin.KEYSTORE);
    }

    private Optional<URI> address() {
        var typed = endpoint.get().strip().replaceAll("/+$", "");
        try {
            return Optional.of(URI.create(typed)).filter(uri -> uri.getHost() != null && uri.getScheme() != null);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
