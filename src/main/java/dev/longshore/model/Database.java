package dev.longshore.model;

import java.util.List;

/**
 * A database as the DevOps API lists it; only the fields that matter here. A field the service left out is empty.
 *
 * @param id its ID
 * @param name {@code info.name}, or empty
 * @param keyspace {@code info.keyspace}, or empty
 * @param cloud {@code info.cloudProvider}
 * @param region {@code info.region}, or empty
 * @param status the status word as it came (ACTIVE, PARKED, HIBERNATED, …), or empty
 * @param datacenters IDs of {@code info.datacenters}
 * @param keyspaces {@code info.keyspaces}; empty where they were not asked for, or not told
 */
public record Database(
        DatabaseId id,
        String name,
        String keyspace,
        CloudProvider cloud,
        String region,
        String status,
        List<String> datacenters,
        List<String> keyspaces) {
    public Database {
        keyspaces = List.copyOf(keyspaces);
        datacenters = List.copyOf(datacenters);
    }

    /** One of whose keyspaces only the first is known. */
    public Database(DatabaseId id, String name, String keyspace, CloudProvider cloud, String region, String status,
            List<String> datacenters) {
        this(id, name, keyspace, cloud, region, status, datacenters, List.of());
    }

    /** Its name, or where it has none its ID. */
    public String label() {
        return name.isBlank() ? id.value() : name;
    }
}
