package dev.longshore.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

/** Any two roles can stand beside one another, in the table, on a timeline and in the calendar. */
@ExtendWith(FxExtension.class)
class ColorRoleVisionTest {
    /** What is just noticed by an eye that compares two surfaces is 0.02. */
    private static final double FILLS_APART = 0.03;

    private static final double TEXTS_APART = 0.05;
    private static final double LINES_APART = 0.08;

    /** Those with a colour of their own for text; the words of the others are ordinary text. */
    private static final List<ColorRole> WITH_TEXT_COLOR = List.of(ColorRole.NEUTRAL, ColorRole.RUNNING,
            ColorRole.GOOD, ColorRole.RISK, ColorRole.DANGER);

    @ParameterizedTest
    @EnumSource(ColorVision.class)
    void edgesAndMarksOfAnyTwoRolesStayApart(ColorVision vision, FxRobot robot) {
        requireApart("-role-line", List.of(ColorRole.values()), vision, LINES_APART, robot);
    }

    @ParameterizedTest
    @EnumSource(ColorVision.class)
    void surfacesOfAnyTwoRolesStayApart(ColorVision vision, FxRobot robot) {
        requireApart("-role-fill", List.of(ColorRole.values()), vision, FILLS_APART, robot);
    }

    @ParameterizedTest
    @EnumSource(ColorVision.class)
    void colouredTextsOfAnyTwoRolesStayApart(ColorVision vision, FxRobot robot) {
        requireApart("-role-fg", WITH_TEXT_COLOR, vision, TEXTS_APART, robot);
    }

    @Test
    void edgesOfTheTableHaveTheColoursOfTheirRoles(FxRobot robot) {
        robot.interact(() -> RoleColors.THEMES.stream().map(RoleColors::new).forEach(colors -> {
            assertThat(colors.of(ColorRole.NEUTRAL, "-edge-risk")).isEqualTo(colors.of(ColorRole.RISK, "-role-line"));
            assertThat(colors.of(ColorRole.NEUTRAL, "-edge-danger"))
                    .isEqualTo(colors.of(ColorRole.DANGER, "-role-line"));
        }));
    }

    @Test
    void theSimulationLeavesGreyAsItIsAndBringsRedAndGreenTogether() {
        var red = Color.web("#cf222e");
        var green = Color.web("#1a7f37");

        assertThat(Stream.of(ColorVision.values()).map(each -> each.distance(Color.BLACK, Color.WHITE)))
                .allSatisfy(each -> assertThat(each).isBetween(0.99, 1.01));
        assertThat(ColorVision.DEUTERANOPIA.distance(red, green))
                .isLessThan(ColorVision.TRICHROMACY.distance(red, green) / 3);
        assertThat(ColorVision.TRITANOPIA.distance(red, green))
                .isGreaterThan(ColorVision.TRICHROMACY.distance(red, green) / 2);
    }

    private static void requireApart(String name, List<ColorRole> roles, ColorVision vision, double least,
            FxRobot robot) {
        var softly = new SoftAssertions();
        for (var theme : RoleColors.THEMES) {
            var colors = new EnumMap<ColorRole, Color>(ColorRole.class);
            robot.interact(() -> {
                var read = new RoleColors(theme);
                roles.forEach(each -> colors.put(each, read.onWindow(each, name)));
            });
            pairs(roles).forEach(pair -> softly.assertThat(distance(vision, colors, pair))
                    .as("%s %s %s of %s and %s", theme, vision, name, pair.getFirst(), pair.getLast())
                    .isGreaterThanOrEqualTo(least));
        }
        softly.assertAll();
    }

    private static double distance(ColorVision vision, Map<ColorRole, Color> colors, List<ColorRole> pair) {
        return vision.distance(Objects.requireNonNull(colors.get(pair.getFirst())),
                Objects.requireNonNull(colors.get(pair.getLast())));
    }

    private static List<List<ColorRole>> pairs(List<ColorRole> roles) {
        var pairs = new ArrayList<List<ColorRole>>();
        for (int i = 0; i < roles.size(); i++) {
            for (int j = i + 1; j < roles.size(); j++) {
                pairs.add(List.of(roles.get(i), roles.get(j)));
            }
        }
        return pairs;
    }
}
