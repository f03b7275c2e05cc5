package dev.longshore.simulator.service;

import java.util.Random;
import java.util.UUID;

/** Identifiers that look random and are the same for the same seed. */
final class IdGenerator {

    private static final long VERSION_MASK = 0xFFFF_FFFF_FFFF_0FFFL;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Random random;
    private final UUID organisation;

    IdGenerator(long seed) {
        random = new Random(seed);
        organisation = next();
    }

    UUID next() {
        return new UUID((random.nextLong() & VERSION_MASK) | VERSION_4, (random.nextLong() & VARIANT_MASK) | VARIANT);
    }

    UUID organisation() {
        return organisation;
    }
}
