package dev.longshore.ui.cleanup;

import dev.longshore.model.Connection;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.FreezeWindow.FreezeTimes;
import dev.longshore.text.Texts;
import dev.longshore.text.TypedTime;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.dialog.TaskProgress;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.watch.Snapshot;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The freeze windows, and what a user does with them. FX thread only. */
public final class FreezesPanel extends VBox {
    private static final double GAP = 8;

    private final VBox rows = new VBox(GAP);
    private final Label none = new WrappedLabel("", "note");
    private final ProgressLine progress = new ProgressLine();
    private final UiContext context;
    private final SnapshotFeed feed;
    private final Dialogs dialogs;
    private List<FreezeWindow> written = List.of();

    /** The windows of all connections, whose dialog is shown on {@code dialogs}. */
    public FreezesPanel(UiContext context, SnapshotFeed feed, Dialogs dialogs) {
        super(GAP);
        this.context = context;
        this.feed = feed;
        this.dialogs = dialogs;
        setId("freezeWindows");
        progress.setId("freezesProgress");
        getStyleClass().add("settings-section");
        none.setText(text("none"));
        var add = new Button(text("add"), new FontIcon("mdi2p-plus"));
        add.setId("addFreeze");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(_ -> open(null));
        getChildren().addAll(new WrappedLabel(text("lead"), "note"), none, rows, progress, add);
        feed.snapshotProperty().subscribe(this::show);
        // A sentence names the connection, which may be renamed.
        feed.snapshotProperty().map(_ -> connections()).subscribe(_ -> write());
        context.times().zoneProperty().subscribe(_ -> write());
    }

    private String text(String key, Object... arguments) {
        return context.texts().get("cleanup.freeze." + key, arguments);
    }

    private void show(Snapshot snapshot) {
        if (!snapshot.freezes().equals(written)) {
            written = snapshot.freezes();
            write();
        }
        Visibility.set(none, written.isEmpty());
    }

    private void write() {
        rows.getChildren().setAll(written.stream().map(this::row).toList());
    }

    private Node row(FreezeWindow window) {
        return new UserDateRow("mdi2s-snowflake", "freeze-sentence").saying(sentence(window))
                .with("editFreeze", text("edit"), text("edit.of", window.name()), () -> open(window))
                .with("removeFreeze", text("remove"), text("remove.of", window.name()), () -> remove(window));
    }

    private String sentence(FreezeWindow window) {
        return Texts.joined(Stream.of(window.name(), when(window.times()),
                FreezeViewModel.name(window.scope().connection(), connections()), window.scope().tag()));
    }

    private String when(FreezeTimes times) {
        return switch (times) {
            case FreezeTimes.OnceFrozen(var from, var until) ->
                text("when.once", context.times().at(from), context.times().at(until));
            case FreezeTimes.WeeklyFrozen weekly -> text("when.weekly",
                    day(weekly.firstDay()), TypedTime.write(weekly.from()), day(weekly.lastDay()),
                    TypedTime.write(weekly.until()), weekly.zone().getId());
        };
    }

    private String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, context.times().locale());
    }

    private List<Connection> connections() {
        return feed.snapshotProperty().get().connections().stream().map(each -> each.connection()).toList();
    }

    private void open(@Nullable FreezeWindow existing) {
        new FreezeDialog(context, new FreezeViewModel(context, existing), dialogs).open(connections());
    }

    private void remove(FreezeWindow window) {
        context.whenDone(context.watch().removeFreeze(window.id()),
                trouble -> progress.show(TaskProgress.ended(trouble)));
    }
}
