package dev.longshore.simulator.service;

import dev.longshore.simulator.http.SimulatorJson;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A database as the service tells it, with the fields nobody here needs as well. */
final class DatabaseJson {

    private final UUID organisation;

    DatabaseJson(UUID organisation) {
        this.organisation = organisation;
    }

    ObjectNode of(SimulatedDatabase database) {
        String host = "https://" + database.id() + "-" + database.region() + ".apps.astra.datastax.com";
        ObjectNode node = SimulatorJson.object()
                .put("id", database.id().toString())
                .put("orgId", organisation.toString())
                .put("ownerId", organisation.toString());
        node.set("info", info(database));
        node.put("creationTime", SimulatorJson.time(database.state().createdAt()))
                .put("terminationTime", "0001-01-01T00:00:00Z")
                .put("status", database.state().status());
        node.set("storage",
                SimulatorJson.object().put("nodeCount", 3).put("replicationFactor", 3).put("totalStorage", 5));
        node.set("availableActions", SimulatorJson.array().add("park").add("getCreds").add("terminate"));
        return node.put("studioUrl", "")
                .put("grafanaUrl", host + "/grafana")
                .put("dataEndpointUrl", host + "/api/rest")
                .put("message", "");
    }

    private static ObjectNode info(SimulatedDatabase database) {
        ObjectNode info = SimulatorJson.object()
                .put("name", database.name())
                .put("keyspace", keyspace(database))
                .put("cloudProvider", database.cloud().name())
                .put("tier", "serverless")
                .put("capacityUnits", 1)
                .put("region", database.region());
        info.set("keyspaces", SimulatorJson.array().add(keyspace(database)));
        info.set("datacenters", datacenters(database));
        return info;
    }

    private static ArrayNode datacenters(SimulatedDatabase database) {
        return SimulatorJson.array()
                .add(SimulatorJson.object()
                        .put("id", database.datacenterId())
                        .put("name", "dc-1")
                        .put("tier", "serverless")
                        .put("status", database.state().status())
                        .put("cloudProvider", database.cloud().name())
                        .put("region", database.region())
                        .put("isPrimary", true));
    }

    private static String keyspace(SimulatedDatabase database) {
        return database.name().replace('-', '_');
    }
}
