package dev.longshore.watch;

import dev.longshore.model.KeystoreState;
import dev.longshore.model.fact.Fact;
import java.util.Optional;

/** Where the token of a connection is. */
public sealed interface TokenLocation {
    /** In words for the person, to stand after "the token is". */
    Fact description();

    /** In the keystore of the system, where the next start finds it. */
    record InKeystore() implements TokenLocation {
        @Override
        public Fact description() {
            return Fact.recorded("in the keystore of this computer");
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
            return Fact.sentences(Fact.recorded("in memory, for this session only:"), why.fact());
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
            return Fact.sentences(Fact.recorded("in memory, for this session only:"), why);
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
            return why.map(KeystoreState::fact).orElse(Fact.recorded("not there: enter one"));
        }

        /** True when unlocking the keystore may bring it. */
        public boolean waitsForTheKeystore() {
            return why.filter(KeystoreState.Locked.class::isInstance).isPresent();
        }
    }
}
