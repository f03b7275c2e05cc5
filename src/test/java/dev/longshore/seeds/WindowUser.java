package dev.longshore.seeds;

import dev.longshore.model.Action;
import dev.longshore.model.MigrationKey;
import dev.longshore.support.PatientRobot;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.support.TrackedFxThread;
import dev.longshore.text.Texts;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.fx.WindowTimes;
import dev.longshore.ui.look.Theme;
import dev.longshore.ui.migrations.MigrationRow;
import dev.longshore.ui.shell.WindowAssembly;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The user at the real window: clicks, types, changes their mind, and reads. What they read before they click is what
 * may leave after it.
 */
final class WindowUser {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final Pattern ADDRESS = Pattern.compile("'http://127\\.0\\.0\\.1:8085(/[^']*)'");
    private static final Pattern CLEANUP_TIME = Pattern.compile("cleanupTime=([^&']+)");
    private static final Map<String, Action> BUTTONS = Map.of(
            "pauseAction", Action.PAUSE, "resumeAction", Action.RESUME, "launchAction", Action.LAUNCH,
            "scheduleCleanupAction", Action.SCHEDULE_CLEANUP, "cleanUpAction", Action.CLEAN_UP,
            "abortAction", Action.ABORT);
    private static final List<String> BUTTON_ORDER = BUTTONS.keySet().stream().sorted().toList();
    private static final List<String> TIMES = List.of("0:00", "02:30", "14:30", "23:59", "noon", "", "24:00");

    private final SimulatedComputer computer;
    private final SentCommands sent;
    private final Mutation mutation;
    private final PatientRobot robot = new PatientRobot();
    private final Stage stage;
    private @Nullable RunningProgram shown;
    private @Nullable WindowAssembly window;

    WindowUser(Stage stage, SimulatedComputer computer, SentCommands sent, Mutation mutation) {
        this.stage = stage;
        this.computer = computer;
        this.sent = sent;
        this.mutation = mutation;
    }

    /** Opens the window of {@code program}, where it is not open, and lets it show what is known. */
    void lookAt(RunningProgram program) {
        if (!program.equals(shown)) {
            close();
            open(program);
        }
        robot.interact(() -> Objects.requireNonNull(window).tick());
    }

    private void open(RunningProgram program) {
        shown = program;
        var texts = new Texts(Locale.ENGLISH);
        var times = new WindowTimes(computer.clock(), ZONE, texts, Locale.ENGLISH);
        var context = new UiContext(program.watch(), computer.clock(), new TrackedFxThread(), times, texts);
        var host = new TestWindow(TestOrganisation.empty());
        robot.interact(() -> {
            var theme = new Theme();
            theme.choiceProperty().set(Theme.ThemeChoice.LIGHT);
            window = new WindowAssembly(context, host.appearance(theme), host.hostEnvironment());
            var scene = new Scene(window.root(), 960, 640);
            theme.applyTo(scene);
            stage.setScene(scene);
            stage.show();
        });
    }

    /** Closes it with its program. */
    void close() {
        var open = window;
        if (open != null) {
            robot.interact(open::close);
            window = null;
            shown = null;
        }
    }

    /** Chooses a migration and presses one of the buttons that can be pressed. */
    void begin(SeedStep.UseWindow step) {
        interact(() -> {
            if (find("confirmDialog", Node.class).isEmpty()) {
                choose(step);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private void choose(SeedStep.UseWindow step) {
        var table = (TableView<MigrationRow>) find("migrationTable", TableView.class).orElseThrow();
        if (table.getItems().isEmpty()) {
            return;
        }
        table.getSelectionModel().clearAndSelect(Math.floorMod(step.migration(), table.getItems().size()));
        var row = table.getSelectionModel().getSelectedItem();
        var enabled = BUTTON_ORDER.stream().filter(each -> isEnabled(each, row)).toList();
        if (!enabled.isEmpty()) {
            var id = enabled.get(Math.floorMod(step.choice(), enabled.size()));
            promiseAtOnce(BUTTONS.get(id), row.key());
            find(id, ButtonBase.class).orElseThrow().fire();
            applyMutation();
            computer.figures().count("clicks", 1);
        }
    }

    private boolean isEnabled(String id, MigrationRow row) {
        var isEnabled = find(id, ButtonBase.class).filter(each -> !each.isDisabled()).isPresent();
        var known = row.migration().lastKnown();
        ViolationError.unless(!isEnabled || (known != null && StatementChecks.mayOffer(BUTTONS.get(id), known)),
                "The button %s can be pressed though it is forbidden: %s", id, known);
        return isEnabled;
    }

    /** What needs no question is sent when its button is pressed. */
    private void promiseAtOnce(@Nullable Action action, MigrationKey key) {
        if (action == Action.PAUSE || action == Action.RESUME) {
            sent.promise(SentCommands.path(action, key.ref(), null));
        }
    }

    private void applyMutation() {
        if (mutation == Mutation.FIRST_VALUE_FOR_EVER) {
            find("confirmChosen", Label.class).ifPresent(label -> {
                var first = label.getText();
                label.textProperty().unbind();
                label.textProperty().addListener((_, _, _) -> label.setText(first));
            });
        }
    }

    /** One more gesture in the dialog that is open, if one is; reads it before and after. */
    void goOn(Random random) {
        interact(() -> {
            if (isOpen()) {
                read();
                gesture(random);
                read();
            }
        });
    }

    /** What is wrong is thrown here, and not where nobody would look for it. */
    private void interact(Runnable gestures) {
        var violation = new AtomicReference<@Nullable ViolationError>();
        robot.interact(() -> {
            try {
                gestures.run();
            } catch (ViolationError thrown) {
                violation.set(thrown);
            }
        });
        var wrong = violation.get();
        if (wrong != null) {
            throw wrong;
        }
    }

    private boolean isOpen() {
        return find("confirmDialog", Node.class).isPresent();
    }

    private void gesture(Random random) {
        computer.figures().count("gestures", 1);
        switch (random.nextInt(9)) {
            case 0 -> find("confirmTime", TextField.class).ifPresent(
                    each -> type(each, TIMES.get(random.nextInt(TIMES.size()))));
            case 1, 2 -> find("confirmDate", DatePicker.class).ifPresent(
                    each -> type(each.getEditor(), anyDay(random).toString()));
            case 3 -> find("confirmDate", DatePicker.class).ifPresent(each -> each.setValue(anyDay(random)));
            case 4 -> find("picks", Pane.class).ifPresent(each -> pick(each, random));
            case 5 -> find("confirmCancel", ButtonBase.class).filter(_ -> random.nextInt(3) == 0)
                    .ifPresent(ButtonBase::fire);
            default -> proceed(random);
        }
    }

    private static void pick(Pane picks, Random random) {
        var offered = picks.getChildren();
        if (!offered.isEmpty() && offered.get(random.nextInt(offered.size())) instanceof ButtonBase button) {
            button.fire();
        }
    }

    private LocalDate anyDay(Random random) {
        return LocalDate.ofInstant(computer.clock().instant(), ZONE).plusDays(random.nextInt(40));
    }

    /** Key by key, over all that was there. */
    private static void type(TextInputControl field, String text) {
        field.requestFocus();
        field.selectAll();
        field.replaceSelection("");
        text.codePoints().forEach(each -> field.appendText(Character.toString(each)));
    }

    private void proceed(Random random) {
        find("confirmTypedName", TextField.class).filter(Node::isVisible).ifPresent(
                field -> find("confirmName", Label.class).ifPresent(name -> type(field,
                        random.nextInt(6) == 0 ? "another" : nameOf(name))));
        find("checklistBox", Pane.class).ifPresent(box -> box.lookupAll(".check-box")
                .forEach(each -> ((CheckBox) each).setSelected(random.nextInt(6) != 0)));
        var address = read();
        var proceed = find("confirmProceed", ButtonBase.class).orElseThrow();
        if (!proceed.isDisabled()) {
            address.ifPresent(sent::promise);
            proceed.fire();
            computer.figures().count("confirmed", 1);
        }
    }

    private static String nameOf(Label label) {
        return label.getText().replaceFirst("^Migration ", "");
    }

    /** What the dialog says is to be sent; fails where its sentence and its curl command say different times. */
    private Optional<String> read() {
        var curl = find("confirmCurl", ButtonBase.class).filter(each -> !each.isDisabled());
        if (curl.isEmpty()) {
            return Optional.empty();
        }
        curl.get().fire();
        var command = String.valueOf(Clipboard.getSystemClipboard().getString());
        var address = ADDRESS.matcher(command);
        ViolationError.unless(address.find(), "No curl command: %s", command);
        var time = CLEANUP_TIME.matcher(address.group(1));
        if (time.find()) {
            requireSaid(Instant.parse(URLDecoder.decode(time.group(1), StandardCharsets.UTF_8)));
        }
        return Optional.of(address.group(1));
    }

    private void requireSaid(Instant time) {
        var sentence = find("confirmChosen", Label.class).map(Label::getText).orElse("");
        var local = time.atZone(ZONE);
        ViolationError.unless(sentence.contains(DAY.format(local)) && sentence.contains(TIME.format(local)),
                "The dialog says “%s”, and %s would be sent", sentence, time);
        computer.figures().count("sentences", 1);
    }

    private <N> Optional<N> find(String id, Class<N> type) {
        return Optional.ofNullable(stage.getScene().lookup("#" + id)).map(type::cast);
    }
}
