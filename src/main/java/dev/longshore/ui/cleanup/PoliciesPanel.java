package dev.longshore.ui.cleanup;

import dev.longshore.model.Connection;
import dev.longshore.model.userdate.CleanupPolicy;
import dev.longshore.text.Texts;
import dev.longshore.ui.context.Preferences;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.dialog.TaskProgress;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The policies that keep cleanups behind imports, and the dialog for a new one. FX thread only. */
public final class PoliciesPanel extends VBox {
    private static final double GAP = 8;

    private final VBox rows = new VBox(GAP);
    private final ProgressLine progress = new ProgressLine();
    private final Label none = new WrappedLabel("", "note");
    private final UiContext context;
    private final SnapshotFeed feed;
    private final PolicyViewModel model;

    /** The policies in {@code preferences}, whose dialog is shown on {@code dialogs}. */
    public PoliciesPanel(UiContext context, SnapshotFeed feed, Preferences preferences, Dialogs dialogs) {
        super(GAP);
        this.context = context;
        this.feed = feed;
        model = new PolicyViewModel(context, preferences);
        setId("cleanupPolicies");
        getStyleClass().add("settings-section");
        progress.setId("policiesProgress");
        none.setText(text("none"));
        var add = new Button(text("add"), new FontIcon("mdi2p-plus"));
        add.setId("addPolicy");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(_ -> new PolicyDialog(context, model, dialogs).open(connections()));
        getChildren().addAll(new WrappedLabel(text("lead"), "note"), none, rows, progress, add);
        model.policiesProperty().subscribe(this::write);
        feed.snapshotProperty().map(_ -> names()).subscribe(_ -> write(model.policiesProperty().get()));
    }

    private List<String> names() {
        return connections().stream().map(Connection::name).toList();
    }

    private String text(String key, Object... arguments) {
        return context.texts().get("cleanup.policy." + key, arguments);
    }

    private void write(List<CleanupPolicy> policies) {
        rows.getChildren().setAll(policies.stream().map(this::row).toList());
        Visibility.set(none, policies.isEmpty());
    }

    private Node row(CleanupPolicy policy) {
        var sentence = sentence(policy);
        return new UserDateRow("mdi2c-calendar-arrow-right", "policy-sentence").saying(sentence)
                .with("removePolicy", text("remove"), text("remove.of", sentence), () -> remove(policy));
    }

    private void remove(CleanupPolicy policy) {
        context.whenDone(model.remove(policy), trouble -> progress.show(TaskProgress.ended(trouble)));
    }

    private String sentence(CleanupPolicy policy) {
        var connection = policy.scope().connection();
        return Texts.joined(Stream.of(text("is", policy.days(), policy.movesPerDay()),
                connection.isEmpty() ? text("connection.all") : FreezeViewModel.name(connection, connections()),
                policy.scope().tag()));
    }

    private List<Connection> connections() {
        return feed.snapshotProperty().get().connections().stream().map(each -> each.connection()).toList();
    }
}
