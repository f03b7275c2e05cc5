package dev.longshore.journal;

/**
 * What was, or would be, thrown away.
 *
 * @param observations how many rows
 * @param migrations of how many migrations
 */
public record PurgeResult(long observations, int migrations) {
    static final PurgeResult NOTHING = new PurgeResult(0, 0);

    PurgeResult and(long more) {
        return more == 0 ? this : new PurgeResult(observations + more, migrations + 1);
    }
}
