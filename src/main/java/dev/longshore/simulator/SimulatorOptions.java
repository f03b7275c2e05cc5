package dev.longshore.simulator;

import dev.longshore.simulator.service.ServiceState;
import dev.longshore.simulator.service.ServiceTimings;
import dev.longshore.simulator.service.StatusVocabulary;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** How a simulator is set up. Immutable; made by a {@link Builder}. */
public final class SimulatorOptions {

    /** Credentials of a demonstration still end within the idle week. */
    private static final double MAX_LIFETIME_FACTOR = 72;

    private final Builder chosen;

    private SimulatorOptions(Builder chosen) {
        this.chosen = chosen;
    }

    /** {@return a builder: a free port, an empty organisation, documented words, time as fast as life} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return options for tests: time stands still until it is advanced} */
    public static Builder standingStill() {
        return builder().speed(0).start(Instant.parse("2026-11-21T18:00:00Z"));
    }

    /**
     * {@return options for a demonstration: the sample organisation, at a speed at which one sees imports move; what takes only minutes,
     * and the life of credentials, is drawn out so far that a user can see that too}
     *
     * @param speed simulated seconds per real second
     */
    public static Builder demonstration(double speed) {
        return builder()
                .speed(speed)
                .sampleOrganisation(true)
                .timings(ServiceTimings.stretchedFor(speed))
                .credentialLifetimeFactor(Math.clamp(speed / 10, 1, MAX_LIFETIME_FACTOR));
    }

    int port() {
        return chosen.port;
    }

    double speed() {
        return chosen.speed;
    }

    long seed() {
        return chosen.seed;
    }

    InstantSource source() {
        return chosen.source;
    }

    Instant start() {
        return chosen.start == null ? chosen.source.instant() : chosen.start;
    }

    StatusVocabulary vocabulary() {
        return chosen.vocabulary;
    }

    boolean sampleOrganisation() {
        return chosen.sampleOrganisation;
    }

    ServiceState.ServiceRules rules() {
        return new ServiceState.ServiceRules(chosen.timings, chosen.importLength, chosen.credentialLifetimeFactor);
    }

    /** Collects options; each method says what it changes and returns the builder. */
    public static final class Builder {

        private int port;
        private double speed = 1;
        private long seed = 1;
        private InstantSource source = InstantSource.system();
        private @Nullable Instant start;
        private StatusVocabulary vocabulary = StatusVocabulary.DOCUMENTATION;
        private ServiceTimings timings = ServiceTimings.usual();
        private Duration importLength = Duration.ofHours(30);
        private double credentialLifetimeFactor = 1;
        private boolean sampleOrganisation;

        private Builder() {}

        /** The loopback port to listen on; 0 takes a free one. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** Simulated seconds per real second; 0 makes time stand still. */
        public Builder speed(double value) {
            speed = value;
            return this;
        }

        /** The seed of everything that looks random. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** The real clock that simulated time is made from. */
        public Builder source(InstantSource value) {
            source = value;
            return this;
        }

        /** The simulated instant at the start; the source's when it is not given. */
        public Builder start(Instant value) {
            start = value;
            return this;
        }

        /** Which status words are used. */
        public Builder vocabulary(StatusVocabulary value) {
            vocabulary = value;
            return this;
        }

        /** How long the service takes for what it does. */
        public Builder timings(ServiceTimings value) {
            timings = value;
            return this;
        }

        /** How long the import of a newly initialized migration takes. */
        public Builder importLength(Duration value) {
            importLength = value;
            return this;
        }

        /** How many times longer than usual upload credentials are valid. */
        public Builder credentialLifetimeFactor(double value) {
            credentialLifetimeFactor = value;
            return this;
        }

        /** Whether the organisation begins with the sample organisation. */
        public Builder sampleOrganisation(boolean value) {
            sampleOrganisation = value;
            return this;
        }

        /** {@return the options chosen so far} */
        public SimulatorOptions build() {
            return new SimulatorOptions(copy());
        }

        private Builder copy() {
            Builder copy = new Builder();
            copy.port = port;
            copy.speed = speed;
            copy.seed = seed;
            copy.source = source;
            copy.start = start;
            copy.vocabulary = vocabulary;
            copy.timings = timings;
            copy.importLength = importLength;
            copy.credentialLifetimeFactor = credentialLifetimeFactor;
            copy.sampleOrganisation = sampleOrganisation;
            return copy;
        }
    }
}
