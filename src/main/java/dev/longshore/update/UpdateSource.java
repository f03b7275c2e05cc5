package dev.longshore.update;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.UpdateFact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Where the feed of this program lies and who signs it, as whoever built the program said.
 *
 * @param address https, or http on this computer
 * @param key an Ed25519 key
 */
public record UpdateSource(URI address, PublicKey key) {
    /** The whole call, however slowly the answer comes. */
    static final Duration LIMIT = Duration.ofSeconds(15);

    private static final int LARGEST = 8 * 1024;
    private static final int OK = 200;
    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_ERROR = 400;

    /** The source that this program was built with; empty where it was built without one. */
    public static Optional<UpdateSource> ofThisProgram() {
        try (InputStream in = UpdateSource.class.getResourceAsStream("/dev/longshore/version.properties")) {
            var properties = new Properties();
            properties.load(Objects.requireNonNull(in, "version.properties"));
            return of(properties.getProperty("update.feed", ""), properties.getProperty("update.key", ""));
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own files cannot be read.", e);
        }
    }

    /**
     * The source with that address and key; empty where one of them is none.
     *
     * @param key a public key as X.509, in Base64
     */
    public static Optional<UpdateSource> of(String address, String key) {
        try {
            var uri = URI.create(address.strip());
            var bytes = Base64.getDecoder().decode(key.strip());
            var publicKey = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes));
            return Optional.of(new UpdateSource(uri, publicKey)).filter(each -> isSafe(uri));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isSafe(URI address) {
        return address.getHost() != null && ("https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && isLoopback(address.getHost())));
    }

    private static boolean isLoopback(String host) {
        try {
            return host.matches("[0-9.]+|\\[[0-9a-fA-F:]+]") && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    /**
     * Asks for the feed; blocks.
     *
     * @throws FactException where there is none that can be believed
     */
    UpdateFeed fetch() {
        return fetch(LIMIT);
    }

    UpdateFeed fetch(Duration limit) {
        HttpURLConnection connection;
        try {
            connection = (HttpURLConnection) address.toURL().openConnection();
        } catch (IOException e) {
            throw unreachable(e);
        }
        try (var timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())) {
            timer.schedule(connection::disconnect, limit.toMillis(), TimeUnit.MILLISECONDS);
            try {
                return UpdateFeed.read(read(connection, limit), key);
            } catch (IOException e) {
                throw unreachable(e);
            } finally {
                timer.shutdownNow();
                connection.disconnect();
            }
        }
    }

    private byte[] read(HttpURLConnection connection, Duration limit) throws IOException {
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout((int) limit.toMillis());
        connection.setReadTimeout((int) limit.toMillis());
        connection.setRequestProperty("User-Agent", "Longshore");
        var status = connection.getResponseCode();
        if (status != OK) {
            throw new FactException(status >= FIRST_REDIRECT && status < FIRST_ERROR
                    ? Fact.of(UpdateFact.REDIRECTED, address.toString())
                    : Fact.of(UpdateFact.ANSWERED, address.toString(), String.valueOf(status)));
        }
        try (var in = connection.getInputStream()) {
            var feed = in.readNBytes(LARGEST + 1);
            if (feed.length > LARGEST) {
                throw new FactException(Fact.of(UpdateFact.TOO_LARGE, address.toString()));
            }
            return feed;
        }
    }

    private FactException unreachable(IOException e) {
        return new FactException(Fact.of(UpdateFact.UNREACHABLE, address.toString(), String.valueOf(e.getMessage())),
                e);
    }
}
