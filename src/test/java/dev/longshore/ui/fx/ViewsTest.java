package dev.longshore.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.support.FxExtension;
import dev.longshore.text.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class ViewsTest {
    private final Views views = new Views(new Texts(Locale.ENGLISH));

    @Test
    void loadsTheViewBesideItsControllerWithTextsAndStyle() {
        var controller = new SampleView("Ada");

        var view = views.load(controller);

        assertThat(controller.greeting()).isEqualTo("now Ada");
        assertThat(view.getStylesheets()).singleElement().asString().endsWith("SampleView.css");
    }

    @Test
    void saysWhichViewIsMissing() {
        assertThatThrownBy(() -> views.load("a controller without a view"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("String.fxml is missing beside java.lang.String");
    }
}
