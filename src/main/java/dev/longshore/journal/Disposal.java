package dev.longshore.journal;

/**
 * What was, or would be, thrown away.
 *
 * @param observations how many rows
 * @param migrations of how many migrations
 */
public record Disposal(long observations, int migrations) {
    static final Disposal NOTHING = new Disposal(0, 0);

    Disposal and(long more) {
        return more == 0 ? this : new Disposal(observations + more, migrations + 1);
    }
}
