package dev.longshore.simulator.service;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may write to a migration's directory: nobody, or whoever holds the credentials granted last. */
public final class UploadAccess {

    private final UUID migrationId;
    private final Duration lifetime;
    private @Nullable Instant grantedAt;
    private int grants;

    UploadAccess(UUID migrationId, Duration lifetime) {
        this.migrationId = migrationId;
        this.lifetime = lifetime;
    }

    void grant(Instant at) {
        grantedAt = at;
        grants++;
    }

    void revoke() {
        grantedAt = null;
    }

    /** A status call renews credentials that are expired, and only those (DevOps API, get new upload credentials). */
    public void renewWhenExpired(Instant now) {
        if (grantedAt != null && !now.isBefore(grantedAt.plus(lifetime))) {
            grant(now);
        }
    }

    @Nullable
    public Instant expiry() {
        return grantedAt == null ? null : grantedAt.plus(lifetime);
    }

    /** The seed of the credentials granted last: other ones after each renewal, the same for the same simulation. */
    long seed() {
        return migrationId.getLeastSignificantBits() * 31 + grants;
    }
}
