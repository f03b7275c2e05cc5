package dev.longshore.ui.context;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;

/**
 * The time of the built-in simulator, which the user may change. Each may be called on any thread and returns at once.
 *
 * @param speed how many simulated seconds pass in a second; 0 while time stands still
 * @param changeSpeed changes that
 * @param jump moves time forward by a duration that is not negative
 */
public record SimulatorTime(DoubleSupplier speed, DoubleConsumer changeSpeed, Consumer<Duration> jump) {}
