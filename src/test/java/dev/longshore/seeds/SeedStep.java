package dev.longshore.seeds;

import dev.longshore.model.Action;

/** One thing that happens in a run. Numbers stand for choices, so that a step can be left out and the others stay what they are. */
sealed interface SeedStep {
    /** Time goes on, and the program with it. */
    record Pass(int seconds) implements SeedStep {}

    /** The user asks for one of the actions that are offered, if there are any. */
    record RequestOffered(int migration, int choice, int minutesAhead) implements SeedStep {}

    /** The user, or a program on their behalf, asks for an action whether it is offered or not. */
    record RequestAction(int migration, Action action, int minutesAhead) implements SeedStep {}

    /** The user chooses a migration in the window, presses a button, and does so many things in the dialog that opens. */
    record UseWindow(int migration, int choice, int gestures) implements SeedStep {}

    /** The user has a migration made. */
    record Initialize(int database) implements SeedStep {}

    /** The user acknowledges every alert. */
    record Acknowledge() implements SeedStep {}

    /** The user asks for a refresh. */
    record Refresh() implements SeedStep {}

    /** The user gives a migration another name. */
    record Rename(int migration, int name) implements SeedStep {}

    /** A colleague sends a command to the service by curl. */
    record ColleagueActs(int migration, Action action, int minutesAhead) implements SeedStep {}

    /** Some answers of the service go wrong. */
    record SpoilAnswers(int fault, int times, boolean onlyChanges) implements SeedStep {}

    /** From now on so many of a hundred requests, answers and waits go wrong. */
    record Network(int refused, int lostRequests, int lostAnswers, int repeatedBytes,
            int delayed) implements SeedStep {}

    /** The program is killed at its so-many-th call of disk or network, and started again after a while. */
    record Kill(int calls, int downSeconds) implements SeedStep {}

    /** The program is closed, and started again after a while. */
    record Restart(int downSeconds) implements SeedStep {}

    /** The computer sleeps. */
    record Sleep(int seconds) implements SeedStep {}

    /** The computer's clock is set ahead, or back where it is negative. */
    record SetClock(int seconds) implements SeedStep {}

    /** The disk is full, or has room again. */
    record Disk(boolean full) implements SeedStep {}

    /** The keystore is locked, or unlocked by the user. */
    record Keystore(boolean locked) implements SeedStep {}

    /** A second program is started on the same folder. */
    record SecondProgram() implements SeedStep {}

    /** From now on so many of a hundred messages go wrong, each in its way. */
    record Receivers(int refused, int lost, int failing, int tooMany, int rejecting) implements SeedStep {}

    /**
     * The watch goes from the window to the background, or back: the program ends in order and the next one goes on.
     *
     * @param calls the program is killed on its way, at its so-many-th call; 0 where it is not
     */
    record HandOver(int calls) implements SeedStep {}

    /** The connections to the database of a team break at the so-many-th packet, and none can be made for a while. */
    record BreakDatabase(int packets, int awaySeconds) implements SeedStep {}

    /** The user changes the queue of a migration's database, mostly so that the watch launches it. */
    record ChangeQueue(int migration, int change) implements SeedStep {}
}
