package dev.longshore.start;

import dev.longshore.journal.JournalMergeResult;
import dev.longshore.journal.PostgresServer;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Environment;
import dev.longshore.model.JournalAddress;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.FactException;
import dev.longshore.platform.SettingsFile;
import dev.longshore.secret.FindResult;
import dev.longshore.secret.TokenStore;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Which journal a start uses, and how that of a team is reached. The address is among the settings, a password that was
 * typed in the keystore. Methods that ask the keystore or change something block; what they change is on disk when they
 * return, as a program that is killed would begin with another journal otherwise.
 */
public final class JournalAccess {
    private static final String ADDRESS = "journal.address";
    private static final String HAS_PASSWORD = "journal.passwordInKeystore";
    private static final String BRING_IN = "journal.bringIn";
    private static final String DESK = "team.desk";
    private static final String PASSWORD_VARIABLE = "PGPASSWORD";

    private final SettingsFile settings;
    private final TokenStore tokens;
    private final Map<String, String> environment;

    /** @param environment the environment variables */
    public JournalAccess(SettingsFile settings, TokenStore tokens, Map<String, String> environment) {
        this.settings = settings;
        this.tokens = tokens;
        this.environment = Map.copyOf(environment);
    }

    /**
     * The journal that a start uses.
     *
     * @param given that of the command line
     * @param settings finds a setting by its key
     * @return empty for the one in the data folder
     */
    public static Optional<JournalAddress> address(
            Optional<JournalAddress> given, Function<String, Optional<String>> settings) {
        return given.or(() -> chosen(settings)).filter(each -> !each.isLocal());
    }

    private static Optional<JournalAddress> chosen(Function<String, Optional<String>> settings) {
        return settings.apply(ADDRESS).filter(each -> !each.isBlank()).map(JournalAddress::of);
    }

    /** The one that is chosen for the next start; empty for the one in the data folder. */
    public Optional<JournalAddress> chosen() {
        return chosen(settings::find);
    }

    /** Chooses another one, from the next start on; throws {@code FactException} where that cannot be kept. */
    void choose(JournalAddress address) {
        save(ADDRESS, address.url());
    }

    /** Chooses the one in the data folder, from the next start on; throws {@code FactException} as {@link #choose}. */
    void chooseLocal() {
        save(ADDRESS, "");
        save(BRING_IN, "");
    }

    /** What is recorded until the next start is brought in then; throws {@code FactException} as {@link #choose}. */
    void bringInAtNextStart(JournalAddress address) {
        save(BRING_IN, address.url());
    }

    private void save(String key, String value) {
        settings.saveOrRevert(key, value).join().ifPresent(trouble -> {
            throw new FactException(trouble);
        });
    }

    /** True where the local journal may hold what was not brought in. */
    public boolean isToBringIn(JournalAddress address) {
        return settings.find(BRING_IN).filter(address.url()::equals).isPresent();
    }

    /** It was brought in: takes over tokens of connections that the team has under another ID. Blocks. */
    public void broughtIn(JournalMergeResult broughtIn) {
        broughtIn.sameConnections().forEach((own, ofTeam) -> {
            var sameHere = new Connection(own, ofTeam.name(), ofTeam.endpoint(), ofTeam.environment(),
                    ofTeam.readOnly(), ofTeam.origin());
            if (tokens.find(sameHere) instanceof FindResult.TokenFound(var token, _)) {
                try (token) {
                    tokens.save(ofTeam, token);
                }
            }
        });
        // Last, and where it cannot be kept once more: what is there already is not added again.
        settings.saveAtOnce(BRING_IN, "").join();
    }

    /** The way to that database, with the password that is kept for it. Blocks. */
    public PostgresServer server(JournalAddress address) {
        return new PostgresServer(address, environment(address), desk());
    }

    /** The way to that database, with a password that was typed, else with the one that is kept for it. Blocks. */
    PostgresServer server(JournalAddress address, Optional<Secret> typed) {
        return typed.map(each -> new PostgresServer(address, with(each), desk())).orElseGet(() -> server(address));
    }

    /** The environment variables, with the password that is kept for that database. Blocks. */
    public Map<String, String> environment(JournalAddress address) {
        var isKept = settings.find(HAS_PASSWORD).filter(address.place()::equals).isPresent();
        if (isKept && tokens.find(entry(address)) instanceof FindResult.TokenFound(var password, _)) {
            try (password) {
                return with(password);
            }
        }
        return environment;
    }

    private Map<String, String> with(Secret password) {
        var characters = password.reveal();
        var withPassword = new HashMap<>(environment);
        withPassword.put(PASSWORD_VARIABLE, new String(characters));
        Arrays.fill(characters, '\0');
        return withPassword;
    }

    /** Keeps a password in the keystore; returns why it is in memory only, if so. Blocks. */
    Optional<KeystoreState> savePassword(JournalAddress address, Secret password) {
        var memoryOnly = tokens.save(entry(address), password);
        save(HAS_PASSWORD, memoryOnly.isEmpty() ? address.place() : "");
        return memoryOnly;
    }

    /** In the place of a connection, as the keystore files by connections. */
    private static Connection entry(JournalAddress address) {
        return new Connection(
                new ConnectionId("journal:" + address.place()), "PostgreSQL", uri(address.place()),
                Environment.PRODUCTION, false, Connection.TokenOrigin.KEYSTORE);
    }

    private static URI uri(String place) {
        try {
            return URI.create(place.contains("//") ? place : "postgresql://localhost");
        } catch (IllegalArgumentException _) {
            return URI.create("postgresql://database");
        }
    }

    /** By which the desks of a team tell each other apart. */
    private UUID desk() {
        var known = settings.find(DESK).flatMap(JournalAccess::uuid);
        var desk = known.orElseGet(UUID::randomUUID);
        settings.saveAtOnce(DESK, desk.toString()).join();
        return desk;
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
