package dev.longshore.ui.actions;

import static dev.longshore.model.Deadline.Cause.CLEANUP_IDLE;
import static dev.longshore.model.Deadline.Cause.CLEANUP_SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.http.ClientOptions;
import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.model.Action;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Environment;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Secret;
import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.service.SimulatedCloud;
import dev.longshore.support.FxExtension;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWait;
import dev.longshore.support.TestWindow;
import dev.longshore.text.Texts;
import dev.longshore.text.TimeText.ZoneChoice;
import dev.longshore.text.TypedTime;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.FxThread;
import dev.longshore.ui.fx.Views;
import dev.longshore.ui.look.Theme;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.Chronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Whatever is typed, picked and clicked in the dialog that schedules a cleanup, in any language, calendar and zone: the
 * time that stands on the screen, the one on the button, the one in the curl command and the one that arrives at the
 * service are the same. Runs as many sequences as the system property {@code longshore.sequences} says.
 */
@ExtendWith(FxExtension.class)
class SentAsShownTest {
    /** The day, the time of the day, and the same in the other zone. */
    private static final Pattern BOTH = Pattern.compile("(.*?, )(.*) \\((.*)\\)");
    private static final Pattern ON_BUTTON = Pattern.compile("(?:Schedule cleanup for|Move cleanup to) (.*)");
    private static final int AT_ONCE = 20;
    private static final int BLOCK = 500;
    private static final int SEQUENCES = Integer.getInteger("longshore.sequences", 300);
    private static final List<String> LANGUAGES = List.of(
            "en-US", "de", "tr", "th-TH-u-ca-buddhist", "th-TH-u-ca-buddhist-nu-thai", "ar", "ar-EG-u-nu-arab", "ja");
    private static final List<String> ZONES = List.of(
            "Europe/Berlin", "America/New_York", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata",
            "Pacific/Chatham", "Pacific/Apia", "Asia/Bangkok", "Africa/Cairo", "UTC");
    private static final List<String> NO_DATES = List.of(
            "", " ", "soon", "31.02.2027", "2026-02-30", "13/13/2026", "2026-", "2569-12-31", "0000-00-00", "12/31");
    private static final List<String> TIMES = List.of(
            "0:00", "00:30", "1:59", "2:00", "02:30", "3:00", "14:30", "23:59", "2:30 PM", "\u0661\u0664:\u0663\u0660",
            "24:00", "7", "", "noon", "12:3", "14:60");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern(
            "EEE d MMM yyyy, HH:mm zzz", Locale.ENGLISH);
    private static final DateTimeFormatter SHOWN_CLOCK = DateTimeFormatter.ofPattern(
            "EEE d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final Pattern SENT_TIME = Pattern.compile("cleanupTime=([^&' ]+)");

    private Simulator simulator;
    private OkHttpConnector connector;
    private DevOpsApi service;
    private MigrationRef migration;

    @BeforeEach
    void startService() throws IOException {
        simulator = Simulator.start(SimulatorOptions.standingStill().start(TestOrganisation.NOW).build());
        var database = simulator.addDatabase("orders", SimulatedCloud.AWS, "eu-central-1", "ACTIVE");
        migration = new MigrationRef(
                new DatabaseId(database.toString()), new MigrationId(simulator.addMigration(database).toString()));
        connector = new OkHttpConnector(simulator.clock(), ClientOptions.defaults("test"));
        service = connector.connect(
                new Connection(new ConnectionId("s"), "s", simulator.baseUrl(), Environment.TEST, false,
                        Connection.TokenOrigin.SIMULATOR),
                Secret.of(simulator.fullToken()));
        simulator.clock().advance(Duration.ofHours(1));
    }

    @AfterEach
    void stopService() {
        service.close();
        simulator.close();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void theTimeOnTheScreenIsTheOneThatArrives(int begin, int end, FxRobot robot) {
        // Of its own, because TestFX keeps every event of its own stage, and with them every dialog.
        var stage = WaitForAsyncUtils.waitForAsyncFx(TestWait.LIMIT.toMillis(), () -> new Stage());
        robot.interact(() -> {
            stage.setScene(new Scene(new StackPane(), FxExtension.MAX_WIDTH, FxExtension.MAX_HEIGHT));
            new Theme().applyTo(stage.getScene());
            stage.show();
        });
        var sent = new AtomicInteger();
        for (var first = begin; first < end; first += AT_ONCE) {
            var from = first;
            robot.interact(() -> IntStream.range(from, Math.min(end, from + AT_ONCE)).forEach(seed -> {
                var dialog = new OpenDialog(new Random(seed), stage.getScene());
                dialog.play("seed " + seed);
                sent.addAndGet(send(dialog, "seed " + seed));
            }));
        }
        robot.interact(stage::hide);
        // Else the comparisons above would have compared nothing.
        assertThat(sent.get()).isGreaterThan((end - begin) / 4);
    }

    /** The seeds from one to another, so many at a time. */
    static Stream<Arguments> blocks() {
        return IntStream.range(0, Math.ceilDiv(SEQUENCES, BLOCK))
                .mapToObj(each -> Arguments.of(each * BLOCK, Math.min(SEQUENCES, (each + 1) * BLOCK)));
    }

    /** Sends what the dialog asked for, and compares. */
    private int send(OpenDialog dialog, String what) {
        var requested = dialog.window.watch.requested;
        assertThat(requested.size()).as(what).isLessThanOrEqualTo(1);
        if (requested.isEmpty()) {
            return 0;
        }
        var time = requested.getFirst().cleanupTime();
        assertThat(time).as(what).isNotNull();
        assertThat(service.act(Action.SCHEDULE_CLEANUP, migration, time)).as(what)
                .isInstanceOf(ApiResult.Success.class);
        assertThat(dialog.shown).as(what).containsOnly(arrived());
        assertThat(dialog.inCurl.filter(each -> !each.equals(arrived()))).as(what).isEmpty();
        assertThat(dialog.inFields).as(what).contains(arrived());
        assertThat(dialog.onButton).as(what).contains(arrived());
        return 1;
    }

    private Instant arrived() {
        var target = simulator.requests().all().getLast().target();
        return timeIn(target).orElseThrow();
    }

    private static Optional<Instant> timeIn(String text) {
        var found = SENT_TIME.matcher(text);
        return found.find()
                ? Optional.of(Instant.parse(URLDecoder.decode(found.group(1), StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    /** A dialog in one language and zone, and what stands on the screen when it is answered. FX thread only. */
    private static final class OpenDialog {
        private final TestWindow window = new TestWindow(TestOrganisation.of(paused(5).build()));
        private final Random random;
        private final Locale locale;
        private final ZoneId zone;
        private final UiContext context;
        private final SnapshotFeed feed;
        private final Parent view;
        private List<Instant> shown = List.of();
        private Optional<Instant> inCurl = Optional.empty();
        private Optional<Instant> inFields = Optional.empty();
        private Optional<Instant> onButton = Optional.empty();

        OpenDialog(Random random, Scene scene) {
            this.random = random;
            locale = Locale.forLanguageTag(any(LANGUAGES));
            zone = ZoneId.of(any(ZONES));
            context = window.context(new FxThread(), new Texts(locale), zone, locale);
            feed = new SnapshotFeed(context);
            var actions = new ActionsViewModel(context, feed);
            actions.requestCleanupAt(paused(5).key(),
                    TestOrganisation.NOW.plus(Duration.ofMinutes(random.nextInt(600_000))));
            view = new Views(context.texts())
                    .load(new ConfirmView(context, actions.confirmationProperty().get().orElseThrow()));
            var root = (Pane) scene.getRoot();
            root.getChildren().setAll(view);
            root.applyCss();
            root.layout();
        }

        void play(String what) {
            var steps = 1 + random.nextInt(8);
            for (var i = 0; i < steps && window.watch.requested.isEmpty(); i++) {
                look();
                step();
            }
            if (window.watch.requested.isEmpty()) {
                find("confirmTypedName", TextField.class).setText("orders");
                look();
                find("confirmProceed", Button.class).fire();
            }
            assertThat(find("confirmProceed", Button.class).isDisabled() && shown.isEmpty()
                    && find("confirmHint", Label.class).getText().isEmpty()).as(what).isFalse();
        }

        private void step() {
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> typeInto(editor(), anyDate());
                case 3 -> typeInto(find("confirmTime", TextField.class), any(TIMES));
                case 4 -> press(editor(), KeyCode.ENTER);
                case 5 -> find(random.nextBoolean() ? "confirmTime" : "confirmReason", TextField.class).requestFocus();
                case 6 -> pickInCalendar();
                case 7 -> pickOneOffered();
                case 8 -> find(random.nextBoolean() ? "confirmFirst" : "confirmSecond", ToggleButton.class).fire();
                case 9 -> context.times().zoneProperty().set(any(List.of(ZoneChoice.values())));
                case 10 -> {
                    window.clock.advance(Duration.ofSeconds(random.nextInt(600)));
                    feed.tick();
                }
                default -> window.watch.publish(TestOrganisation.of(paused(1 + random.nextInt(40)).build()));
            }
        }

        private void pickInCalendar() {
            var picker = find("confirmDate", DatePicker.class);
            picker.show();
            picker.setValue(anyDay());
            picker.hide();
        }

        private void pickOneOffered() {
            var offered = find("picks", Pane.class).getChildren();
            ((Button) offered.get(random.nextInt(offered.size()))).fire();
        }

        /** As a user does: everything is selected, then overwritten key by key, with or without leaving the field. */
        private void typeInto(TextInputControl field, String text) {
            field.requestFocus();
            field.selectAll();
            field.replaceSelection("");
            text.codePoints().forEach(each -> field.appendText(Character.toString(each)));
            if (random.nextBoolean()) {
                find("confirmReason", TextField.class).requestFocus();
            }
        }

        private static void press(Node node, KeyCode key) {
            Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        }

        private String anyDate() {
            var day = anyDay();
            return switch (random.nextInt(5)) {
                case 0 -> TypedTime.write(day);
                case 1 -> printed(day, FormatStyle.SHORT);
                case 2 -> printed(day, FormatStyle.MEDIUM);
                case 3 -> any(NO_DATES);
                default -> printed(day, FormatStyle.SHORT).replaceAll(".$", "");
            };
        }

        private String printed(LocalDate day, FormatStyle style) {
            return DateTimeFormatter.ofLocalizedDate(style).withLocale(locale)
                    .withChronology(Chronology.ofLocale(locale)).withDecimalStyle(DecimalStyle.of(locale)).format(day);
        }

        /** Often a day on which the clock is changed. */
        private LocalDate anyDay() {
            var at = TestOrganisation.NOW.plus(Duration.ofDays(random.nextInt(700)));
            var change = zone.getRules().nextTransition(at);
            return (change != null && random.nextBoolean() ? change.getInstant() : at).atZone(zone).toLocalDate();
        }

        /** Notes what can be read, and what the curl command has. */
        private void look() {
            var sentence = find("confirmChosen", Label.class).getText();
            shown = sentence.isEmpty() ? List.of()
                    : moments(sentence.split(" · ", -1)[0]).map(this::instant).toList();
            inFields = fieldTime(shown);
            onButton = buttonTime(find("confirmProceed", Button.class).getText());
            assertThat(onButton.isEmpty()).isEqualTo(shown.isEmpty());
            var curl = find("confirmCurl", ButtonBase.class);
            assertThat(curl.isDisabled()).isEqualTo(shown.isEmpty());
            inCurl = Optional.empty();
            if (!curl.isDisabled()) {
                curl.fire();
                inCurl = timeIn(Clipboard.getSystemClipboard().getString());
                assertThat(inCurl).isPresent();
            }
        }

        /** The one of the moments that the fields name which the sentence has, too. */
        private Optional<Instant> fieldTime(List<Instant> said) {
            var typed = new TypedTime(locale);
            var local = typed.date(editor().getText())
                    .flatMap(day -> typed.timeOfDay(find("confirmTime", TextField.class).getText()).map(day::atTime));
            return local.stream()
                    .flatMap(each -> zone.getRules().getValidOffsets(each).stream().map(each::toInstant))
                    .filter(said::contains).findFirst();
        }

        private Optional<Instant> buttonTime(String text) {
            var found = ON_BUTTON.matcher(text);
            return found.matches() ? Optional.of(instant(found.group(1))) : Optional.empty();
        }

        /** In the zone shown, and where another stands in brackets, in that one. */
        private static Stream<String> moments(String said) {
            var both = BOTH.matcher(said);
            return both.matches()
                    ? Stream.of(both.group(1) + both.group(2),
                            both.group(3).contains(",") ? both.group(3) : both.group(1) + both.group(3))
                    : Stream.of(said);
        }

        private Instant instant(String text) {
            var withYear = text.matches(".*\\d{4},.*") ? text : text.replace(",", " 2026,");
            var where = text.endsWith("UTC") ? ZoneOffset.UTC : zone;
            // The name of a zone may be that of several, so only what would be written like that counts.
            var written = SHOWN.withZone(text.endsWith("UTC") ? ZoneId.of("UTC") : zone);
            var clock = LocalDateTime.parse(withYear.substring(0, withYear.lastIndexOf(' ')), SHOWN_CLOCK);
            return where.getRules().getValidOffsets(clock).stream().map(clock::toInstant)
                    .filter(each -> written.format(each).equals(withYear)).findFirst().orElseThrow();
        }

        private TextField editor() {
            return find("confirmDate", DatePicker.class).getEditor();
        }

        private <N extends Node> N find(String id, Class<N> type) {
            return type.cast(view.lookup("#" + id));
        }

        private <E> E any(List<E> all) {
            return all.get(random.nextInt(all.size()));
        }

        private static MigrationBuilder paused(int days) {
            return TestOrganisation.migration("orders").status("Paused", Duration.ofHours(2)).due(
                    days % 2 == 0 ? CLEANUP_SCHEDULED : CLEANUP_IDLE, Duration.ofDays(days));
        }
    }
}
