package dev.longshore.seeds;

import dev.longshore.model.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What a seed stands for: the steps of a run, each with a seed of its own for what is drawn by lot while it lasts. A new
 * kind of step begins a generation, so that the seeds of the ones before go on to mean what they meant.
 *
 * @param recovery whether faults stop at the end, and all has to be right again
 * @param generation which kinds of steps and which surroundings there are
 */
record SeedScript(long seed, boolean recovery, int generation, List<NumberedStep> steps) {
    /**
     * The second brought routes of notifications, a second connection, hand-over, the journal of a team, and queues that
     * launch.
     */
    static final int NEWEST = 2;
    private static final int WINDOW_EVERY = 50;
    private static final int FIRST_WINDOW = 20;
    private static final int TEAM_EVERY = 40;
    private static final int FIRST_TEAM = 31;
    private static final int ROUTES_EVERY = 2;
    private static final int SECOND_CONNECTION_EVERY = 3;
    private static final int QUEUES_EVERY = 4;
    private static final int FIRST_QUEUES = 1;
    private static final int MOST_OF_QUEUES = 8;
    /** The numbers of steps that stand between the others begin there. */
    private static final int BETWEEN = 1_000;
    private static final int FEWEST = 20;
    private static final int MORE = 30;
    private static final int DAY = 86_400;

    SeedScript {
        steps = List.copyOf(steps);
    }

    /** A step, its number in the whole script, and the seed of what is drawn while it lasts. */
    record NumberedStep(int number, long lot, SeedStep step) {}

    static SeedScript of(long seed, boolean recovery) {
        return of(seed, recovery, NEWEST);
    }

    static SeedScript of(long seed, boolean recovery, int generation) {
        var random = new Random(seed * 2 + (recovery ? 1 : 0));
        var steps = new ArrayList<NumberedStep>();
        var count = FEWEST + random.nextInt(MORE);
        for (int number = 0; number < count; number++) {
            var step = number % 2 == 0 ? pass(random) : event(random, generation);
            steps.add(new NumberedStep(number, random.nextLong(),
                    hasWindow(seed) ? atTheWindow(step) : step));
        }
        var script = new SeedScript(seed, recovery, generation, steps);
        return script.hasQueues() ? script.withQueues(new Random(seed)) : script;
    }

    private SeedScript withQueues(Random random) {
        var all = new ArrayList<>(steps);
        for (int number = 0; number < MOST_OF_QUEUES; number++) {
            all.add(random.nextInt(all.size()), new NumberedStep(
                    BETWEEN + number, random.nextLong(),
                    new SeedStep.ChangeQueue(random.nextInt(), random.nextInt(10))));
        }
        return new SeedScript(seed, recovery, generation, all);
    }

    /** The same with some of its steps only. */
    SeedScript only(Set<Integer> numbers) {
        return new SeedScript(seed, recovery, generation,
                steps.stream().filter(each -> numbers.contains(each.number())).toList());
    }

    /** A share of the seeds has a window, in which the user does what they ask for in the others. */
    static boolean hasWindow(long seed) {
        return seed % WINDOW_EVERY == FIRST_WINDOW;
    }

    /** A share of the seeds has two desks and a watch on the journal of a team. */
    boolean hasTeam() {
        return generation > 1 && seed % TEAM_EVERY == FIRST_TEAM;
    }

    /** A share of the seeds has routes of notifications. */
    boolean hasRoutes() {
        return generation > 1 && seed % ROUTES_EVERY == 0;
    }

    /** In a share of the seeds the user has queues launched. */
    boolean hasQueues() {
        return generation > 1 && seed % QUEUES_EVERY == FIRST_QUEUES;
    }

    /** A share of the seeds has a second connection, whose token may only look. */
    boolean hasSecondConnection() {
        return generation > 1 && seed % SECOND_CONNECTION_EVERY == 0;
    }

    private static SeedStep atTheWindow(SeedStep step) {
        return switch (step) {
            case SeedStep.RequestOffered ask -> new SeedStep.UseWindow(ask.migration(), ask.choice(),
                    2 + Math.floorMod(ask.minutesAhead(), 4));
            case SeedStep.RequestAction ask -> new SeedStep.UseWindow(ask.migration(), ask.minutesAhead(),
                    2 + Math.floorMod(ask.minutesAhead(), 4));
            default -> step;
        };
    }

    private static SeedStep pass(Random random) {
        return new SeedStep.Pass(random.nextInt(5) == 0 ? 600 + random.nextInt(3_000) : 5 + random.nextInt(240));
    }

    private static SeedStep event(Random random, int generation) {
        return switch (random.nextInt(generation == 1 ? 40 : 48)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> new SeedStep.RequestOffered(random.nextInt(), random.nextInt(),
                    minutesAhead(random));
            case 8, 9 -> new SeedStep.RequestAction(random.nextInt(), action(random), minutesAhead(random));
            case 10 -> new SeedStep.Initialize(random.nextInt());
            case 11 -> new SeedStep.Acknowledge();
            case 12 -> new SeedStep.Refresh();
            case 13 -> new SeedStep.Rename(random.nextInt(), random.nextInt(1_000));
            case 14, 15, 16 -> new SeedStep.ColleagueActs(random.nextInt(), action(random), minutesAhead(random));
            case 17, 18, 19, 20, 21, 22 -> new SeedStep.SpoilAnswers(random.nextInt(), 1 + random.nextInt(4),
                    random.nextInt(3) == 0);
            case 23, 24, 25 -> network(random);
            case 26, 27, 28 -> new SeedStep.Kill(1 + random.nextInt(25), random.nextInt(2_000));
            case 29 -> new SeedStep.Restart(random.nextInt(5_000));
            case 30, 31 -> new SeedStep.Sleep(random.nextBoolean() ? random.nextInt(600) : random.nextInt(3 * DAY));
            case 32, 33, 34 -> new SeedStep.SetClock(jump(random));
            case 35, 36 -> new SeedStep.Disk(random.nextInt(3) != 0);
            case 37, 38 -> new SeedStep.Keystore(random.nextBoolean());
            case 39 -> new SeedStep.SecondProgram();
            case 40, 41, 42 -> receivers(random);
            case 43, 44, 45 -> new SeedStep.HandOver(random.nextInt(3) == 0 ? 1 + random.nextInt(8) : 0);
            default -> new SeedStep.BreakDatabase(1 + random.nextInt(60),
                    random.nextBoolean() ? 0 : random.nextInt(600));
        };
    }

    private static SeedStep network(Random random) {
        return random.nextInt(4) == 0 ? new SeedStep.Network(0, 0, 0, 0, 0)
                : new SeedStep.Network(random.nextInt(10), random.nextInt(15), random.nextInt(15), random.nextInt(8),
                        random.nextInt(40));
    }

    private static SeedStep receivers(Random random) {
        return random.nextInt(4) == 0 ? new SeedStep.Receivers(0, 0, 0, 0, 0)
                : new SeedStep.Receivers(random.nextInt(30), random.nextInt(30), random.nextInt(50), random.nextInt(30),
                        random.nextInt(30));
    }

    private static int jump(Random random) {
        var most = switch (random.nextInt(4)) {
            case 0 -> 90;
            case 1 -> 3_600;
            case 2 -> DAY;
            default -> 40 * DAY;
        };
        return random.nextInt(2 * most) - most;
    }

    private static int minutesAhead(Random random) {
        return random.nextInt(4) == 0 ? random.nextInt(120) - 60 : random.nextInt(60 * 24 * 30);
    }

    private static Action action(Random random) {
        var all = Action.values();
        return all[random.nextInt(all.length)];
    }
}
