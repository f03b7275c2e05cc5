package dev.longshore.desktop;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.platform.Display;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("desktop")
class RealDisplayTest {

    @Test
    void findsNothingMissingHere() {
        assertThat(Display.ofThisComputer(System.getenv()).whatIsMissing("")).isEmpty();
    }

    @Test
    void findsOutThatADisplayIsNotThere() {
        assertThat(Display.ofThisComputer(Map.of("DISPLAY", ":4711")).whatIsMissing(""))
                .hasValueSatisfying(sentence -> assertThat(say(sentence)).contains("display :4711"));
    }
}
