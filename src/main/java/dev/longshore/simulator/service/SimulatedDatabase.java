package dev.longshore.simulator.service;

import java.time.Instant;
import java.util.UUID;

/** A serverless database; its one datacenter's id is the database's with {@code -1} behind it. */
public record SimulatedDatabase(UUID id, String name, SimulatedCloud cloud, String region, DatabaseState state) {

    /** A database's status by the documented word, and when the database was created. */
    public record DatabaseState(String status, Instant createdAt) {}

    String datacenterId() {
        return id + "-1";
    }
}
