package dev.longshore.notify;

import dev.longshore.model.Alert;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A way out of the window for alerts.
 *
 * @param name the user's name for it, different for each
 * @param target where it leads
 * @param filter what goes there, and when
 */
public record Route(String name, RouteTarget target, RouteFilter filter) {
    static final int LONGEST_NAME = 60;

    /**
     * What goes to a route, and when.
     *
     * @param classes how urgent it has to be
     * @param connections the names of the connections; empty for all
     * @param quietHours when nothing is sent
     * @param repeat how often an urgent alert is repeated until somebody acknowledges it; zero for never
     */
    public record RouteFilter(Set<Alert.Severity> classes, List<String> connections,
            Optional<QuietHours> quietHours, Duration repeat) {
        /** What goes to a route where nothing else is said. */
        public static final Set<Alert.Severity> USUAL_CLASSES = Set.of(Alert.Severity.ACT_NOW, Alert.Severity.SOON);

        public RouteFilter {
            classes = Set.copyOf(classes);
            connections = List.copyOf(connections);
        }

        /** What is usual for a kind of route. */
        public static RouteFilter usual(RouteKind kind) {
            return new RouteFilter(USUAL_CLASSES, List.of(), Optional.empty(), kind.usualRepeat());
        }

        boolean wants(Alert.Severity severity) {
            return classes.contains(severity);
        }

        /** @param local the time of the day where the user is */
        boolean isQuiet(Alert.Severity severity, LocalTime local) {
            return quietHours.filter(hours -> hours.contains(local))
                    .filter(hours -> severity != Alert.Severity.ACT_NOW || !hours.actNowCrosses()).isPresent();
        }
    }

    /** A class of alerts as it is written in the file of routes and in messages. */
    public static String word(Alert.Severity severity) {
        return switch (severity) {
            case ACT_NOW -> "act-now";
            case SOON -> "soon";
            case GOOD -> "good-news";
            case LOG -> "log";
        };
    }

    static Optional<Alert.Severity> severity(String word) {
        return Arrays.stream(Alert.Severity.values()).filter(each -> word(each).equals(word)).findFirst();
    }

    /** The classes in their order, as they are written in the file of routes. */
    public List<String> classWords() {
        return EnumSet.allOf(Alert.Severity.class).stream().filter(filter::wants).map(Route::word).toList();
    }

    /** A kind of alert as it is written in messages. */
    static String word(Alert.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
