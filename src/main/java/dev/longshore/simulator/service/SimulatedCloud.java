package dev.longshore.simulator.service;

import java.time.Duration;

/** The cloud a database lives in, by the words of {@code info.cloudProvider}. */
public enum SimulatedCloud {
    /** Amazon Web Services: a session token, valid for about one hour (DevOps API, upload credentials). */
    AWS(Duration.ofHours(1)),
    /** Google Cloud: a service-account file; how long it is valid is undocumented. */
    GCP(Duration.ofHours(12)),
    /** Microsoft Azure: a SAS token; how long it is valid is undocumented. */
    AZURE(Duration.ofDays(29));

    private final Duration credentialLifetime;

    SimulatedCloud(Duration credentialLifetime) {
        this.credentialLifetime = credentialLifetime;
    }

    Duration credentialLifetime() {
        return credentialLifetime;
    }
}
