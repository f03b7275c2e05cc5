package dev.longshore.ui.detail;

import dev.longshore.model.MigrationKey;
import dev.longshore.text.AttemptText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.watch.WatchedMigration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which attempt the migration is, with links to those before and after it; not there where it is the only one. */
final class AttemptsLine extends FlowPane {
    private static final double GAP = 6;

    private final UiContext context;
    private final SnapshotFeed feed;
    private final AttemptText text;
    private Consumer<MigrationKey> open = _ -> {};
    private List<ShownAttempt> shown = List.of();

    /** An attempt, and what stands there for it. */
    private record ShownAttempt(MigrationKey key, int number, String name, AttemptPlace place) {}

    /** Where an attempt is beside the migration that is shown. */
    private enum AttemptPlace {
        /** It is the one that is shown. */
        THIS,
        /** It can be gone to. */
        LISTED,
        /** It is not on the list any more. */
        REMOVED
    }

    AttemptsLine(UiContext context, SnapshotFeed feed) {
        super(GAP, 0);
        this.context = context;
        this.feed = feed;
        text = new AttemptText(context.texts());
        setId("attempts");
        getStyleClass().add("attempts-line");
        setRowValignment(VPos.CENTER);
        Visibility.set(this, false);
    }

    /** Calls {@code action} with the attempt whose link is used. */
    void onOpen(Consumer<MigrationKey> action) {
        open = action;
    }

    void show(WatchedMigration migration) {
        var attempts = attempts(migration);
        // A link that is made anew loses the focus.
        if (!attempts.equals(shown)) {
            shown = attempts;
            Visibility.set(this, attempts.size() > 1);
            getChildren().setAll(new FontIcon("mdi2s-source-branch"),
                    new Label(context.texts().get("detail.attempts")));
            attempts.forEach(this::add);
        }
    }

    private List<ShownAttempt> attempts(WatchedMigration migration) {
        var all = new ArrayList<ShownAttempt>();
        var before = migration.earlierAttempts().reversed();
        for (int i = 0; i < before.size(); i++) {
            var key = before.get(i);
            all.add(new ShownAttempt(key, i + 1, text.name(key, feed.snapshotProperty().get()),
                    feed.migration(key).isPresent() ? AttemptPlace.LISTED : AttemptPlace.REMOVED));
        }
        all.add(new ShownAttempt(migration.key(), migration.attempt(), migration.name(), AttemptPlace.THIS));
        feed.laterAttempts(migration.key()).forEach(
                each -> all.add(new ShownAttempt(each.key(), each.attempt(), each.name(), AttemptPlace.LISTED)));
        return List.copyOf(all);
    }

    private void add(ShownAttempt attempt) {
        var words = context.texts().get("detail.attempts.one", attempt.number(), attempt.name());
        getChildren().add(switch (attempt.place()) {
            case THIS -> {
                var label = new Label(words);
                label.getStyleClass().add("this-attempt");
                yield label;
            }
            case REMOVED -> new Label(words);
            case LISTED -> link(attempt, words);
        });
    }

    private Hyperlink link(ShownAttempt attempt, String words) {
        var link = new Hyperlink(words);
        link.setId("attempt" + attempt.number());
        link.setAccessibleText(context.texts().get("detail.attempts.open", words));
        link.setOnAction(_ -> open.accept(attempt.key()));
        return link;
    }
}
