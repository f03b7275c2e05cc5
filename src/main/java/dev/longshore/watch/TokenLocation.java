package dev.longshore.watch;

import dev.longshore.model.KeystoreState;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.WatchFact;
import java.util.Optional;

/** Where the token of a connection is. */
public sealed interface TokenLocation {
    /** Where it is, for the user. */
    Fact description();

    /** In the keystore of the system, where the next start finds it. */
    record InKeystore() implements TokenLocation {
        @Override
        public Fact description() {
            return Fact.of(WatchFact.TOKEN_IN_KEYSTORE);
        }
    }

    /**
     * In memory, because the keystore did not take it.
     *
     * @param why what is the matter with the keystore
     */
    record SessionOnly(KeystoreState why) implements TokenLocation {
        @Override
        public Fact description() {
            return Fact.of(WatchFact.TOKEN_IN_MEMORY, why.fact());
        }
    }

    /**
     * In memory, because it came with the start of the program.
     *
     * @param why where it comes from
     */
    record GivenAtStart(Fact why) implements TokenLocation {
        @Override
        public Fact description() {
            return Fact.of(WatchFact.TOKEN_IN_MEMORY, why);
        }
    }

    /**
     * Nowhere that Longshore can reach it.
     *
     * @param why what is the matter with the keystore, or empty where it answers and has none
     */
    record NoToken(Optional<KeystoreState> why) implements TokenLocation {
        @Override
        public Fact description() {
            return why.map(KeystoreState::fact).orElse(Fact.of(WatchFact.TOKEN_MISSING));
        }

        /** True when unlocking the keystore may bring it. */
        public boolean waitsForTheKeystore() {
            return why.filter(KeystoreState.Locked.class::isInstance).isPresent();
        }
    }
}
