package dev.longshore.ui.shell;

import dev.longshore.text.Texts;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** The menu of the simulator's badge: how fast its time runs. FX thread only. */
final class SimulatorMenu {
    private static final List<Integer> SPEEDS = List.of(0, 1, 60, 600);
    private static final Duration JUMP = Duration.ofHours(6);

    private SimulatorMenu() {}

    /** Gives {@code badge} its items; where the simulator is not the built-in one there are none. */
    static void fill(MenuButton badge, ShellViewModel model, Texts texts) {
        if (model.simulatorTime().isEmpty()) {
            badge.setMouseTransparent(true);
            badge.setFocusTraversable(false);
            return;
        }
        var speed = model.simulatorTime().get().speed().getAsDouble();
        var group = new ToggleGroup();
        for (var each : SPEEDS) {
            var item = new RadioMenuItem(texts.get("shell.simulator.speed." + each));
            item.setId("simulatorSpeed" + each);
            item.setToggleGroup(group);
            item.setSelected(each == speed);
            item.setOnAction(_ -> model.runSimulator(each));
            badge.getItems().add(item);
        }
        var jump = new MenuItem(texts.get("shell.simulator.jump", JUMP.toHours()));
        jump.setId("simulatorJump");
        jump.setOnAction(_ -> model.jump(JUMP));
        badge.getItems().addAll(new SeparatorMenuItem(), jump);
    }
}
