package dev.longshore.ui.settings;

import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.context.UpdateNotice;
import dev.longshore.ui.control.AccessibleToggleSwitch;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.update.PackageOwner;
import dev.longshore.update.UpdateChecks.UpdateResult;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The part of the settings that says whether the user is told of newer versions. */
final class UpdatesSection extends VBox {
    private final Label said = new Label();
    private final Hyperlink page = new Hyperlink();
    private final UiContext context;
    private final UpdateNotice notice;

    UpdatesSection(UiContext context, UpdateNotice notice) {
        this.context = context;
        this.notice = notice;
        getStyleClass().add("settings-section");
        var title = new Label(context.texts().get("settings.updates"));
        title.getStyleClass().add("section-title");
        getChildren().addAll(title, note(lead()));
        if (notice.isPossible()) {
            getChildren().addAll(choice(), note(said), page);
            said.setId("updateResult");
            page.setId("updatePage");
            page.setOnAction(_ -> notice.newer().ifPresent(notice::open));
            notice.resultProperty().subscribe(_ -> show());
            notice.wantedProperty().subscribe(_ -> show());
        }
    }

    private Label lead() {
        if (notice.owner() != PackageOwner.NOBODY) {
            return new Label(context.texts().get("settings.updates.owner", notice.current(), notice.owner().title()));
        }
        return new Label(context.texts().get(
                notice.isPossible() ? "settings.updates.lead" : "settings.updates.nowhere", notice.current()));
    }

    private static Label note(Label label) {
        label.getStyleClass().add("note");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private AccessibleToggleSwitch choice() {
        var choice = new AccessibleToggleSwitch();
        choice.setId("tellUpdates");
        choice.setText(context.texts().get("settings.updates.choice"));
        choice.selectedProperty().bindBidirectional(notice.wantedProperty());
        return choice;
    }

    private void show() {
        var sentence = notice.resultProperty().get().map(this::sentence).orElseGet(this::lastAsked);
        said.setText(sentence);
        Visibility.set(said, !sentence.isEmpty());
        page.setText(notice.newer().map(each -> each.page().toString()).orElse(""));
        Visibility.set(page, notice.newer().isPresent());
    }

    private String sentence(UpdateResult result) {
        return switch (result) {
            case UpdateResult.NewerRelease(var version, _) -> context.texts().get("settings.updates.newer", version);
            case UpdateResult.UpToDate() -> context.texts().get("settings.updates.newest", notice.current());
            case UpdateResult.NoAnswer(var reason) -> context.sentence(reason);
        };
    }

    private String lastAsked() {
        return notice.asked().filter(_ -> notice.wantedProperty().get())
                .map(each -> context.texts().get("settings.updates.asked", context.times().at(each))).orElse("");
    }
}
