package dev.longshore.update;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.UpdateFact;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Asks whether a newer version was released, when it is told to. Safe for use by several threads.
 *
 * @param source where to ask; empty where this program was built without an address
 * @param owner who installed the program and brings its updates
 * @param current the version of this program
 * @param clock the clock of this computer
 * @param workers runs what blocks
 */
public record UpdateChecks(Optional<UpdateSource> source, PackageOwner owner, String current, InstantSource clock,
        Executor workers) {
    /** What was found out. */
    public sealed interface UpdateResult {
        /** There is a newer version, about which the user can read at {@code page}. */
        record NewerRelease(String version, URI page) implements UpdateResult {}

        /** This is the newest one. */
        record UpToDate() implements UpdateResult {}

        /** Nothing was found out. */
        record NoAnswer(Fact reason) implements UpdateResult {}
    }

    /** Never asks: for a demonstration and for tests. */
    public static UpdateChecks none(InstantSource clock) {
        return new UpdateChecks(Optional.empty(), PackageOwner.NOBODY, "0", clock, Runnable::run);
    }

    /** Whether there is somebody to ask, and nobody else who brings updates. */
    public boolean arePossible() {
        return source.isPresent() && owner == PackageOwner.NOBODY;
    }

    /**
     * Asks once. Completed on another thread, never exceptionally.
     *
     * @param seenBefore the newest version that any feed has named, or empty: an older feed that is sent again is
     *     not believed
     */
    public CompletableFuture<UpdateResult> check(String seenBefore) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return compare(source.orElseThrow().fetch(), seenBefore);
            } catch (FactException e) {
                return new UpdateResult.NoAnswer(e.fact());
            }
        }, workers);
    }

    /** What was found out at an earlier start; empty where it is no news any more, or cannot be read. */
    public Optional<UpdateResult.NewerRelease> known(String version, String page) {
        try {
            var address = URI.create(page);
            return ReleaseNumber.read(version).filter(each -> isNewer(each) && UpdateFeed.isPage(address))
                    .map(each -> new UpdateResult.NewerRelease(each.text(), address));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private boolean isNewer(ReleaseNumber version) {
        return ReleaseNumber.read(current).filter(each -> version.compareTo(each) > 0).isPresent();
    }

    private UpdateResult compare(UpdateFeed feed, String seenBefore) {
        if (feed.expires().isBefore(clock.instant().atZone(ZoneOffset.UTC).toLocalDate())) {
            return new UpdateResult.NoAnswer(Fact.of(UpdateFact.EXPIRED, feed.expires().toString()));
        }
        var before = ReleaseNumber.read(seenBefore);
        if (before.filter(each -> feed.version().compareTo(each) < 0).isPresent()) {
            return new UpdateResult.NoAnswer(Fact.of(UpdateFact.OLDER_THAN_BEFORE, feed.version().text(), seenBefore));
        }
        return isNewer(feed.version())
                ? new UpdateResult.NewerRelease(feed.version().text(), feed.page())
                : new UpdateResult.UpToDate();
    }
}
