package dev.longshore.ui.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.text.Texts;
import dev.longshore.ui.context.KeyBindings.KeyProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FxExtension.class)
class KeyBindingsTest {
    private final Map<String, String> saved = new HashMap<>();

    @ParameterizedTest
    @EnumSource(KeyCommand.class)
    void theUsualKeysAreAllowedAndReadAsTheyAreSaved(KeyCommand command) {
        assertThat(command.usual()).allSatisfy(each -> {
            assertThat(each.isAllowed()).isTrue();
            assertThat(KeyShortcut.read(each.saved())).contains(each);
        });
        assertThat(command.label(new Texts(Locale.ENGLISH))).isNotBlank();
    }

    @Test
    void noUsualKeysStandForTwoCommands() {
        assertThat(Arrays.stream(KeyCommand.values()).flatMap(each -> each.usual().stream()).map(KeyShortcut::text))
                .doesNotHaveDuplicates();
        assertThat(bindings().problems()).isEmpty();
    }

    @Test
    void whatIsChangedIsThereAtTheNextStart() {
        bindings().change(KeyCommand.POLL, keys("Shortcut+R"));

        assertThat(bindings().text(KeyCommand.POLL)).isEqualTo("Ctrl+R");
        assertThat(bindings().isChanged(KeyCommand.POLL)).isTrue();
        assertThat(saved).containsOnlyKeys("key.POLL");
    }

    @Test
    void keysThatAreGivenToOneCommandAreTakenFromAnother() {
        bindings().change(KeyCommand.WHAT_IF, keys("Shift+F1"));

        assertThat(bindings().text(KeyCommand.WHAT_IF)).isEqualTo("Shift+F1");
        assertThat(bindings().text(KeyCommand.SHEET)).isEqualTo("?");
        assertThat(bindings().problems()).isEmpty();
    }

    @Test
    void aCommandCanBeLeftWithoutKeysAndGetsTheUsualOnesBack() {
        var bindings = bindings();
        bindings.clear(KeyCommand.NEXT_STEP);
        assertThat(bindings().of(KeyCommand.NEXT_STEP)).isEmpty();

        bindings.reset(KeyCommand.NEXT_STEP);

        assertThat(bindings().text(KeyCommand.NEXT_STEP)).isEqualTo("N");
        assertThat(bindings.isChanged(KeyCommand.NEXT_STEP)).isFalse();
    }

    @Test
    void resetGivesEveryCommandItsUsualKeys() {
        var bindings = bindings();
        bindings.change(KeyCommand.WHAT_IF, keys("F5"));
        bindings.change(KeyCommand.POLL, keys("w"));

        bindings.resetAll();

        assertThat(KeyCommand.values()).noneMatch(bindings::isChanged);
        assertThat(KeyCommand.values()).noneMatch(bindings()::isChanged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hyper+Q", "Ctrl+", "Shortcut+'x'", "e", "Shortcut+C", "Escape", "Alt+Left", "F10",
        "Ctrl+Ctrl+", "\u0000"})
    void whatCannotBeReadOrIsNotAllowedFallsBackAndIsSaid(String kept) {
        saved.put("key.POLL", kept);

        var bindings = bindings();

        assertThat(bindings.text(KeyCommand.POLL)).isEqualTo("F5");
        assertThat(bindings.problems()).singleElement().satisfies(each -> {
            assertThat(each.command()).isEqualTo(KeyCommand.POLL);
            assertThat(each.usedFor()).isEmpty();
        });
    }

    @Test
    void keysThatAreKeptTwiceStandForTheFirstCommandOnly() {
        saved.put("key.POLL", "Ctrl+R");
        saved.put("key.ADD", "Shortcut+R");

        var bindings = bindings();

        assertThat(bindings.text(KeyCommand.POLL)).isEqualTo("Ctrl+R");
        assertThat(bindings.text(KeyCommand.ADD)).isEqualTo("Ctrl+N");
        assertThat(bindings.problems())
                .containsExactly(new KeyProblem(KeyCommand.ADD, "Ctrl+R", Optional.of(KeyCommand.POLL)));
    }

    @Test
    void usualKeysThatAnotherCommandWasGivenAreNotUsedTwice() {
        saved.put("key.WHAT_IF", "F5");

        var bindings = bindings();

        assertThat(bindings.of(KeyCommand.POLL)).isEmpty();
        assertThat(bindings.problems())
                .containsExactly(new KeyProblem(KeyCommand.POLL, "F5", Optional.of(KeyCommand.WHAT_IF)));
    }

    @Test
    void aCombinationIsKnownByItsPressAndACharacterByItsTyping() {
        var read = new ArrayList<String>();
        for (var event : List.of(pressed(KeyCode.CONTROL, true), pressed(KeyCode.R, true), pressed(KeyCode.R, false),
                typed("r"), typed("\r"), pressed(KeyCode.F7, false))) {
            read.add(KeyShortcut.of(event).map(KeyShortcut::text).orElse("-"));
        }

        assertThat(read).containsExactly("-", "Ctrl+R", "-", "R", "-", "F7");
    }

    private KeyBindings bindings() {
        return new KeyBindings(new Preferences() {
            @Override
            public Optional<String> find(String key) {
                return Optional.ofNullable(saved.get(key));
            }

            @Override
            public void save(String key, String value) {
                saved.put(key, value);
            }
        });
    }

    private static KeyShortcut keys(String saved) {
        return KeyShortcut.read(saved).orElseThrow();
    }

    private static KeyEvent pressed(KeyCode code, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
    }

    private static KeyEvent typed(String character) {
        return new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false);
    }
}
