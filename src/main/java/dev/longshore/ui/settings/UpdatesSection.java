package dev.longshore.ui.settings;

import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.context.UpdateNotice;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.update.PackageOwner;
import dev.longshore.update.UpdateChecks.UpdateResult;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;

/** The part of the settings that says whether the user is told of newer versions. */
final class UpdatesSection extends SettingsSection {
    private final Label said = new WrappedLabel("", "note");
    private final Hyperlink page = new Hyperlink();
    private final UiContext context;
    private final UpdateNotice notice;

    UpdatesSection(UiContext context, UpdateNotice notice) {
        super(context.texts(), "settings.updates.");
        this.context = context;
        this.notice = notice;
        getChildren().addAll(title(context.texts().get("settings.updates")), note(lead()));
        if (notice.isPossible()) {
            var trouble = new ProgressLine();
            trouble.setId("updateTrouble");
            getChildren().addAll(toggle(context, "tellUpdates", notice::isWanted, notice::want, trouble), trouble, said,
                    page);
            said.setId("updateResult");
            page.setId("updatePage");
            page.setOnAction(_ -> notice.newer().ifPresent(notice::open));
            notice.resultProperty().subscribe(_ -> show());
            notice.wantedProperty().subscribe(_ -> show());
        }
    }

    private String lead() {
        if (notice.owner() != PackageOwner.NOBODY) {
            return text("owner", notice.current(), notice.owner().title());
        }
        return text(notice.isPossible() ? "lead" : "nowhere", notice.current());
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
            case UpdateResult.NewerRelease(var version, _) -> text("newer", version);
            case UpdateResult.UpToDate() -> text("newest", notice.current());
            case UpdateResult.NoAnswer(var reason) -> context.sentence(reason);
        };
    }

    private String lastAsked() {
        return notice.asked().filter(_ -> notice.wantedProperty().get())
                .map(each -> text("asked", context.times().at(each))).orElse("");
    }
}
