package dev.longshore.watch.engine;

import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.faults.FaultTarget;
import dev.longshore.simulator.faults.SimulatedFault;
import java.time.Duration;
import java.util.List;

/** How a person, or the service, behaves when something that is asked of the service is confirmed. */
public enum ConfirmScenario {
    CLICKED_ONCE, DOUBLE_CLICKED, ENTER_HELD_DOWN, SLOW_ANSWER, LOST_ANSWER, CONFLICT;

    /** How often a key that is held down repeats. */
    public static final int KEY_REPEATS = 20;

    private static final Duration SLOW = Duration.ofMillis(120);

    /** How often the button is pressed. */
    public int presses() {
        return switch (this) {
            case CLICKED_ONCE, SLOW_ANSWER, LOST_ANSWER, CONFLICT -> 1;
            case DOUBLE_CLICKED -> 2;
            case ENTER_HELD_DOWN -> KEY_REPEATS;
        };
    }

    /** What the service does at {@code aim}. */
    public void apply(Simulator simulator, FaultTarget target) {
        fault().forEach(each -> simulator.faults().inject(each, target));
    }

    private List<SimulatedFault> fault() {
        return switch (this) {
            case CLICKED_ONCE, DOUBLE_CLICKED, ENTER_HELD_DOWN -> List.of();
            case SLOW_ANSWER -> List.of(new SimulatedFault.SlowAnswer(SLOW));
            case LOST_ANSWER -> List.of(SimulatedFault.PlainFault.LOST_ANSWER);
            case CONFLICT -> List.of(new SimulatedFault.ErrorStatus(409, "Not now."));
        };
    }
}
