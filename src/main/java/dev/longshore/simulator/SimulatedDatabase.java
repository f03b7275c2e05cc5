package dev.longshore.simulator;

import java.time.Instant;
import java.util.UUID;

/** A serverless database; its one datacenter's id is the database's with {@code -1} behind it. */
record SimulatedDatabase(UUID id, String name, Cloud cloud, String region, State state) {

    /** A database's status by the documented word, and when the database was created. */
    record State(String status, Instant createdAt) {}

    String datacenterId() {
        return id + "-1";
    }
}
