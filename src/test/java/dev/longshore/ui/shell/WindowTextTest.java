package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Forecast;
import dev.longshore.model.Timed;
import dev.longshore.model.fact.CommonFact;
import dev.longshore.support.DerivedOrganisation;
import dev.longshore.support.FakeRoutes;
import dev.longshore.support.FxExtension;
import dev.longshore.support.PseudoLocale;
import dev.longshore.support.SameThreadUi;
import dev.longshore.text.Texts;
import dev.longshore.ui.look.Theme;
import dev.longshore.ui.shell.WindowPages.WindowPage;
import dev.longshore.upload.SampleLists;
import dev.longshore.watch.Snapshot;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.Scene;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;

/** Walks every screen and dialog in another language and in another zone. */
@ExtendWith(FxExtension.class)
class WindowTextTest {
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** Proper names, keys of the keyboard, names of days, months and zones: the same in every language here. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> NAMES = Set.of(
            "Longshore", "Astra", "AstraCS", "AWS", "Google", "Cloud", "Azure", "UTC", "CET", "CEST", "IST", "Ctrl",
            "Shift", "Alt", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Jan", "Feb", "Mar", "Apr", "May", "Jun",
            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
            "Saturday",
            "Sunday", "November", "December", "Nov.", "curl", "https", "http", "api", "com", "datastax", "ACTIVE",
            "about", "txt", "longshore", "log", "connections", "journal", "settings",
            "json", "ReceivingFiles", "Found", "Local");

    @ParameterizedTest
    @MethodSource("dev.longshore.ui.shell.WindowPages#all")
    void everyTextComesFromTheBundle(WindowPage page, FxRobot robot) {
        var found = new ArrayList<String>();

        var data = data(page.snapshot());
        show(robot, page, PseudoLocale.texts(), BERLIN, scene -> ShownTexts.of(scene).forEach(text -> {
            var plain = plainWords(text, data);
            if (!plain.isEmpty()) {
                found.add(plain + " in: " + text);
            }
        }));

        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.longshore.ui.shell.WindowPages#all")
    void aPanelNeverShowsTwoZones(WindowPage page, FxRobot robot) {
        var found = new ArrayList<String>();

        show(robot, page, new Texts(Locale.ENGLISH), KOLKATA, scene -> ShownTexts.of(scene).stream()
                .filter(text -> text.contains("UTC") && !meansBoth(text) && !isRowOfBoth(page))
                .forEach(found::add));

        assertThat(found).isEmpty();
    }

    /** The switch itself, and what stands in both zones on purpose: "19:30 IST · 14:00 UTC". */
    private static boolean meansBoth(String text) {
        return text.equals("UTC") || text.equals("in UTC") || text.contains("IST") || text.contains("Local");
    }

    /** Local time and UTC are two rows there, each with its name. */
    private static boolean isRowOfBoth(WindowPage page) {
        return page.name().equals("detail-cleanup");
    }

    private static List<String> plainWords(String text, List<String> data) {
        return PseudoLocale.plainWords(ID.matcher(text).replaceAll(" "), data).stream()
                .filter(word -> !NAMES.contains(word))
                .toList();
    }

    /** What the service and the user named. */
    private static List<String> data(Snapshot snapshot) {
        var names = new TreeSet<String>();
        snapshot.connections().forEach(each -> {
            names.add(each.connection().name());
            names.add(each.connection().endpoint().toString());
            each.databases().forEach(database -> {
                names.add(database.label());
                names.add(database.region());
                names.add(database.id().value());
            });
        });
        snapshot.migrations().forEach(each -> {
            names.add(each.name());
            names.add(each.connection().name());
            names.addAll(each.tags());
            names.add(recorded(each.forecast()));
            names.add(each.key().ref().database().value());
            names.add(each.key().ref().migration().value());
            if (each.database() != null) {
                names.add(Objects.requireNonNull(each.database()).label());
                names.add(Objects.requireNonNull(each.database()).region());
            }
            var known = each.lastKnown();
            if (known != null) {
                names.add(known.status().raw());
                Optional.ofNullable(known.uploadBucketDir()).map(Timed::value).ifPresent(names::add);
                Optional.ofNullable(known.progress()).map(progress -> progress.value().text()).ifPresent(names::add);
            }
        });
        snapshot.unanswered().forEach(each -> {
            names.add(each.name());
            names.add(each.askedBy());
        });
        names.addAll(SampleLists.names());
        names.addAll(FakeRoutes.names());
        return names.stream().filter(each -> !each.isBlank()).sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** What was recorded as a text is shown as it is. */
    private static String recorded(Forecast forecast) {
        var why = switch (forecast) {
            case Forecast.Range range -> range.basis();
            case Forecast.NoForecast none -> none.reason();
        };
        return why.kind() == CommonFact.RECORDED ? why.figures().getFirst().toString() : "";
    }

    private static void show(FxRobot robot, WindowPage page, Texts texts, ZoneId zone, Consumer<Scene> look) {
        robot.interact(() -> {
            var window = page.window();
            window.watch.answerHistory(key -> DerivedOrganisation.history(page.snapshot(), key));
            var theme = new Theme();
            try (var assembly = new WindowAssembly(
                    window.context(new SameThreadUi(), texts, zone), window.appearance(theme),
                    window.hostEnvironment())) {
                var scene = new Scene(assembly.root(), 960, 640);
                theme.applyTo(scene);
                WindowPages.open(page, scene);
                look.accept(scene);
            }
        });
    }
}
