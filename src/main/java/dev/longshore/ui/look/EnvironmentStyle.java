package dev.longshore.ui.look;

import dev.longshore.model.Environment;

/** The colour of an environment, shown beside its word and never without it. */
public final class EnvironmentStyle {
    private EnvironmentStyle() {}

    /** The colour of {@code environment}. */
    public static ColorRole colorRole(Environment environment) {
        return switch (environment) {
            case DEVELOPMENT -> ColorRole.GOOD;
            case TEST -> ColorRole.RISK;
            case PRODUCTION -> ColorRole.DANGER;
        };
    }
}
