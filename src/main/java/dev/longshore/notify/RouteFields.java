package dev.longshore.notify;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.NotifyFact;
import dev.longshore.usertext.DurationText;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The keys of one table of the file, read one after the other; what is wrong with them is gathered with its line. */
final class RouteFields {
    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final JsonNode table;
    private final Function<Fact, Function<String, Fact>> place;
    private final List<Fact> faults = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private boolean isBroken;

    /**
     * The keys of {@code table}.
     *
     * @param place makes of what is wrong, and the key with which it is, the fault with its place
     */
    RouteFields(JsonNode table, Function<Fact, Function<String, Fact>> place) {
        this.table = table;
        this.place = place;
    }

    /** What is wrong, what is left over included. */
    List<Fact> faults() {
        table.propertyNames().stream().filter(key -> !used.contains(key))
                .forEach(key -> add(key, Fact.of(NotifyFact.KEY_UNKNOWN, key)));
        used.addAll(table.propertyNames());
        return List.copyOf(faults);
    }

    /** True when something that is needed is missing or wrong. */
    boolean isBroken() {
        return isBroken;
    }

    void broken(String key, Fact what) {
        isBroken = true;
        add(key, what);
    }

    private void add(String key, Fact what) {
        faults.add(place.apply(what).apply(key));
    }

    /** The text under {@code key}, or empty where there is none. */
    Optional<String> text(String key) {
        used.add(key);
        var value = table.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            broken(key, Fact.of(NotifyFact.KEY_OF_OTHER_TYPE, key));
            return Optional.empty();
        }
        return Optional.of(value.asString().strip()).filter(text -> !text.isEmpty());
    }

    /** The text under {@code key}; an empty one, and a fault, where there is none. */
    String needed(String key) {
        var text = text(key);
        if (text.isEmpty() && !isBroken) {
            broken(key, Fact.of(NotifyFact.KEY_MISSING, key));
        }
        return text.orElse("");
    }

    /** The texts under {@code key}; one text counts as a list of one. */
    List<String> texts(String key) {
        used.add(key);
        var value = table.path(key);
        if (value.isString()) {
            return List.of(value.asString().strip());
        }
        if (!value.isMissingNode() && !(value.isArray() && value.valueStream().allMatch(JsonNode::isString))) {
            broken(key, Fact.of(NotifyFact.KEY_OF_OTHER_TYPE, key));
            return List.of();
        }
        return value.valueStream().map(each -> each.asString().strip()).toList();
    }

    boolean flag(String key, boolean otherwise) {
        used.add(key);
        var value = table.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            broken(key, Fact.of(NotifyFact.KEY_OF_OTHER_TYPE, key));
        }
        return value.asBoolean(otherwise);
    }

    int port(int otherwise) {
        used.add("port");
        var value = table.path("port");
        var port = value.asInt(otherwise);
        if (!value.isMissingNode() && (!value.isInt() || port < 1 || port > 65535)) {
            broken("port", Fact.of(NotifyFact.PORT_INVALID, value.asString("")));
        }
        return port;
    }

    /** A length of time such as {@code 30s}, {@code 15m}, {@code 1h}; {@code never} is zero. */
    Duration length(String key, Duration otherwise) {
        var text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        var length = length(text.get());
        if (length.isEmpty()) {
            broken(key, Fact.of(NotifyFact.LENGTH_INVALID, key, text.get()));
        }
        return length.orElse(otherwise);
    }

    static Optional<Duration> length(String text) {
        if (text.equals("never")) {
            return Optional.of(Duration.ZERO);
        }
        return DurationText.read(text, Locale.ROOT);
    }

    /** As {@link #length(String)} reads it. */
    static String written(Duration length) {
        if (length.isZero()) {
            return "never";
        }
        var seconds = length.toSeconds();
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    /** A secret: never written out. */
    Optional<SecretReference> secret(String key) {
        var reference = text(key).map(SecretReference::new);
        if (reference.isPresent() && !reference.get().isReference()) {
            broken(key, Fact.of(NotifyFact.SECRET_WRITTEN_OUT, key));
        }
        return reference;
    }

    /** An address, or where one is. */
    SecretReference address(String key) {
        return address(key, needed(key));
    }

    SecretReference address(String key, String written) {
        var reference = new SecretReference(written);
        if (!written.isEmpty() && !reference.isReference()) {
            addressFault(key, written).ifPresent(fault -> broken(key, fault));
        }
        return reference;
    }

    /** What is wrong with an address; never repeats it. */
    static Optional<Fact> addressFault(String key, String written) {
        try {
            var uri = new URI(written);
            var host = uri.getHost();
            if (host == null || uri.getRawUserInfo() != null) {
                return Optional.of(Fact.of(NotifyFact.ADDRESS_INVALID, key));
            }
            var isSafe = "https".equalsIgnoreCase(uri.getScheme())
                    || ("http".equalsIgnoreCase(uri.getScheme()) && isLoopback(host));
            return isSafe ? Optional.empty() : Optional.of(Fact.of(NotifyFact.ADDRESS_NOT_HTTPS, key));
        } catch (URISyntaxException _) {
            return Optional.of(Fact.of(NotifyFact.ADDRESS_INVALID, key));
        }
    }

    /** True where it is this computer. */
    static boolean isLoopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }

    List<String> mailAddresses(String key) {
        var addresses = texts(key);
        addresses.stream().filter(each -> !MAIL_ADDRESS.matcher(each).matches()).findFirst()
                .ifPresent(each -> broken(key, Fact.of(NotifyFact.MAIL_ADDRESS_INVALID, key, each)));
        if (addresses.isEmpty() && !isBroken) {
            broken(key, Fact.of(NotifyFact.KEY_MISSING, key));
        }
        return addresses;
    }
}
