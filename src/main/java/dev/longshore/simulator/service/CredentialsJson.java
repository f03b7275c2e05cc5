package dev.longshore.simulator.service;

import dev.longshore.simulator.http.SimulatorJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** Upload credentials in the shape of each cloud (DevOps API, get migration directory path and upload credentials). */
final class CredentialsJson {

    private CredentialsJson() {}

    /** No access: before the directory is there, and from the launch on. */
    static ObjectNode none() {
        return SimulatorJson.object().put("name", "").putNull("keys").putNull("credentialExpiration");
    }

    static ObjectNode of(SimulatedMigration migration, Instant expiry, String directory) {
        RandomText secrets = new RandomText(migration.uploadAccess().seed());
        ObjectNode credentials = switch (migration.database().cloud()) {
            case AWS -> aws(secrets);
            case GCP -> google(secrets, migration);
            case AZURE -> azure(secrets, directory);
        };
        return credentials.put("credentialExpiration", SimulatorJson.time(expiry));
    }

    private static ObjectNode aws(RandomText secrets) {
        String id = "ASIA" + secrets.capitals(16);
        String key = secrets.base64(40);
        String session = secrets.base64(356);
        ObjectNode keys = SimulatorJson.object()
                .put("accessKeyID", id)
                .put("secretAccessKey", key)
                .put("sessionToken", session);
        String hint = "\nexport AWS_ACCESS_KEY_ID=" + id + "\nexport AWS_SECRET_ACCESS_KEY=" + key
                + "\nexport AWS_SESSION_TOKEN=" + session + "\n";
        return named("sessionToken", keys).put("hint", hint);
    }

    private static ObjectNode google(RandomText secrets, SimulatedMigration migration) {
        String account = "mig-" + migration.id().toString().substring(0, 8);
        ObjectNode file = SimulatorJson.object()
                .put("type", "service_account")
                .put("project_id", "astra-simulated")
                .put("private_key_id", secrets.hex(40))
                .put("private_key",
                        "-----BEGIN PRIVATE KEY-----\n" + secrets.base64(256) + "\n-----END PRIVATE KEY-----\n")
                .put("client_email", account + "@astra-simulated.iam.gserviceaccount.com");
        return named(
                "TYPE_GOOGLE_CREDENTIALS_FILE",
                SimulatorJson.object().put("file",
                        Base64.getEncoder().encodeToString(SimulatorJson.text(file).getBytes(StandardCharsets.UTF_8))));
    }

    private static ObjectNode azure(RandomText secrets, String directory) {
        String signature = "si=" + secrets.lowerCase(12) + "&spr=https&sv=2024-11-04&sr=c&sig=" + secrets.letters(43)
                + "%3D";
        ObjectNode keys = SimulatorJson.object().put("url", directory + "?" + signature).put("urlSignature", signature);
        return named("URL signature", keys);
    }

    private static ObjectNode named(String name, ObjectNode keys) {
        ObjectNode credentials = SimulatorJson.object().put("name", name);
        credentials.set("keys", keys);
        return credentials;
    }
}
