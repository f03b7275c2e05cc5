package dev.longshore.secret;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Environment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Longshore as far as it looks for a token: what is found after a restart, by a program that ends after that. */
final class FindTokenProgram {

    private FindTokenProgram() {}

    /** Prints the kind of the result, and the token where there is one. */
    public static void main(String... arguments) {
        var store = KeyringTokenStore.ofSystem("Linux", System.getenv(), KeyringTokenStore.USUAL_DEADLINE);
        System.out.println(switch (store.find(connection(new ConnectionId(arguments[0])))) {
            case FindResult.TokenFound found -> "found " + new String(found.token().reveal());
            case FindResult.TokenAbsent absent -> "absent";
            case FindResult.KeystoreUnavailable unavailable -> "unavailable " + unavailable.why();
        });
    }

    private static Connection connection(ConnectionId id) {
        return new Connection(id, "prod eu", Connection.PUBLIC_ENDPOINT, Environment.PRODUCTION, false,
                Connection.TokenOrigin.KEYSTORE);
    }

    /** How this JVM would start it. */
    static String[] command(ConnectionId connection) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(FindTokenProgram.class.getName(), connection.value()));
        return command.toArray(String[]::new);
    }
}
