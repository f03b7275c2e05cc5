package dev.longshore.model;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something a user asked the service to do, and every state it has gone through. Its first state is on disk before
 * its call leaves; it is sent at most once.
 *
 * @param id unique, made by Longshore
 * @param key on which migration
 * @param action what was asked for
 * @param cleanupTime for {@link Action#SCHEDULE_CLEANUP} the time asked for; else null
 * @param author who asked for it, and why
 * @param states in the order they were reached; the first is {@link CommandState.Requested}
 */
public record Command(
        String id,
        MigrationKey key,
        Action action,
        @Nullable CleanupTime cleanupTime,
        Author author,
        List<CommandState> states) {
    public Command {
        states = List.copyOf(states);
        if (states.isEmpty()) {
            throw new IllegalArgumentException("A command has at least the state in which it was asked for.");
        }
    }

    /** A command of which nobody knows who asked for it. */
    public Command(
            String id, MigrationKey key, Action action, @Nullable CleanupTime cleanupTime, List<CommandState> states) {
        this(id, key, action, cleanupTime, Author.UNKNOWN, states);
    }

    /**
     * Who asked for a command, and why.
     *
     * @param user the user of this computer; empty where that is not known
     * @param reason in their own words; empty where they gave none
     */
    public record Author(String user, String reason) {
        static final Author UNKNOWN = new Author("", "");
        /** Nobody of this computer: what the policy for cleanups asked for. No user can have that name. */
        public static final Author POLICY = new Author("longshore/cleanup-policy", "");
    }

    /** The newest state. */
    public CommandState state() {
        return states.getLast();
    }

    /** When it was asked for, in UTC. */
    public Instant requestedAt() {
        return states.getFirst().at();
    }

    /** True for what no user asked for, but the policy for cleanups that they have set. */
    public boolean isByPolicy() {
        return author.equals(Author.POLICY);
    }

    /** True while an observation can still decide what became of it. */
    public boolean isOpen() {
        return state().isOpen();
    }

    /** True when it asked, before {@code seenAt}, for the cleanup that was seen to be due then, and was not refused. */
    public boolean explains(Instant cleanupTime, Instant seenAt) {
        return this.cleanupTime != null
                && this.cleanupTime.is(cleanupTime)
                && !(state() instanceof CommandState.Refused)
                && !requestedAt().isAfter(seenAt);
    }

    /** This command after one more state. */
    public Command withState(CommandState next) {
        return new Command(
                id, key, action, cleanupTime, author, Stream.concat(states.stream(), Stream.of(next)).toList());
    }
}
