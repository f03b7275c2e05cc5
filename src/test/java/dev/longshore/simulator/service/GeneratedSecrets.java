package dev.longshore.simulator.service;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Every token and every key of AWS that a simulator of the usual seed makes in a test; the same ones in each run. */
public final class GeneratedSecrets {
    private static final long SEED = 1;
    private static final int MIGRATIONS = 100;
    private static final int GRANTS = 10;

    private GeneratedSecrets() {}

    public static List<String> all() {
        var secrets = new ArrayList<String>();
        var tokens = SimulatedTokens.of(SEED);
        secrets.add(tokens.full());
        secrets.add(tokens.viewOnly());
        var idGenerator = new IdGenerator(SEED);
        for (int i = 0; i < MIGRATIONS; i++) {
            addKeysOfAws(idGenerator.next(), secrets);
        }
        return secrets;
    }

    private static void addKeysOfAws(UUID migration, List<String> secrets) {
        for (int grants = 1; grants <= GRANTS; grants++) {
            var text = new RandomText(migration.getLeastSignificantBits() * 31 + grants);
            text.capitals(16);
            secrets.add(text.base64(40));
        }
    }
}
