package dev.longshore.ui.settings;

import dev.longshore.notify.NotificationRoutes;
import dev.longshore.notify.RouteStatus;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.ConfirmationDialog;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.dialog.TaskProgress;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.KeyedListItems;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.ui.look.ColorRole;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The part of the settings that shows the routes of notifications, and lets a user add, change, try and remove them. */
final class RoutesSection extends SettingsSection {
    private static final double CELL = 68;
    private static final double FAILING_CELL = 86;
    private static final int SHOWN_AT_MOST = 4;

    private final UiContext context;
    private final NotificationRoutes routes;
    private final SnapshotFeed feed;
    private final Dialogs dialogs;
    private final KeyedListItems<String, RouteStatus> items = new KeyedListItems<>(each -> each.route().name());
    private final ListView<ObservableValue<RouteStatus>> list = new ListView<>(items.items());
    private final ProgressLine progress = new ProgressLine();
    private final Label faults = new WrappedLabel("", "outcome", ColorRole.RISK.styleClass());
    private List<RouteStatus> shown = List.of();

    RoutesSection(UiContext context, NotificationRoutes routes, SnapshotFeed feed, Dialogs dialogs) {
        super(context.texts(), "settings.routes.");
        this.context = context;
        this.routes = routes;
        this.feed = feed;
        this.dialogs = dialogs;
        fillList();
        faults.setId("routeFaults");
        progress.setId("routeResult");
        getChildren().addAll(note(text("lead")), faults, list, buttons(), progress);
        refresh();
        feed.secondsProperty().subscribe(() -> refresh());
    }

    private void fillList() {
        list.setId("notificationRoutes");
        list.getStyleClass().add("route-list");
        list.setAccessibleText(context.texts().get("settings.routes"));
        list.setCellFactory(_ -> new RouteCell(context));
        list.setPlaceholder(new WrappedLabel(text("none")));
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                selected().ifPresent(this::edit);
            }
        });
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                selected().ifPresent(this::edit);
                key.consume();
            } else if (key.getCode() == KeyCode.DELETE) {
                selected().ifPresent(this::confirmRemoval);
                key.consume();
            }
        });
    }

    private Optional<RouteStatus> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem()).map(ObservableValue::getValue);
    }

    private FlowPane buttons() {
        var add = button("addRoute", "add", this::add);
        add.setGraphic(new FontIcon("mdi2p-plus"));
        var test = button("testRoute", "test", () -> selected().ifPresent(this::test));
        var edit = button("editRoute", "edit", () -> selected().ifPresent(this::edit));
        var remove = button("removeRoute", "remove", () -> selected().ifPresent(this::confirmRemoval));
        var none = list.getSelectionModel().selectedItemProperty().isNull();
        List.of(test, edit, remove).forEach(each -> each.disableProperty().bind(none));
        var row = new FlowPane(add, test, edit, remove);
        row.getStyleClass().add("picks");
        return row;
    }

    private void refresh() {
        var now = routes.routes();
        var wrong = routes.faults().stream().map(context::sentence).collect(Collectors.joining("\n"));
        faults.setText(wrong);
        Visibility.set(faults, !wrong.isEmpty());
        if (!now.equals(shown) || now.isEmpty()) {
            shown = now;
            items.show(now);
            var height = 2 + Math.max(CELL, now.stream().limit(SHOWN_AT_MOST)
                    .mapToDouble(each -> each.failingSince().isPresent() ? FAILING_CELL : CELL).sum());
            list.setPrefHeight(height);
            list.setMinHeight(height);
        }
        if (selected().isEmpty() && !now.isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }

    private void add() {
        open(null);
    }

    private void edit(RouteStatus status) {
        open(status);
    }

    private void open(@Nullable RouteStatus existing) {
        progress.show(TaskProgress.none());
        var names = feed.snapshotProperty().get().connections().stream().map(each -> each.connection().name()).toList();
        var model = new RouteViewModel(context, routes, names, existing == null ? null : existing.route());
        new RouteDialog(context, model, dialogs).show();
    }

    private void test(RouteStatus status) {
        var name = status.route().name();
        progress.show(TaskProgress.underWay(text("testing", name)));
        var _ = routes.test(status.route()).whenComplete((result, failure) -> context.thread().run(() -> {
            var tested = RouteViewModel.tested(context, result, failure);
            progress.show(new TaskProgress(text("tested", name, tested.sentence()), tested.colorRole(), false));
        }));
    }

    private void confirmRemoval(RouteStatus status) {
        var name = status.route().name();
        new ConfirmationDialog(
                text("remove.title", name), text("remove.text", status.waiting()), text("remove.verb"),
                context.texts().get("actions.confirm.cancel")).show(dialogs, () -> remove(name));
    }

    private void remove(String name) {
        var rest = routes.routes().stream().map(RouteStatus::route).filter(each -> !each.name().equals(name)).toList();
        context.whenDone(routes.save(rest), trouble -> {
            progress.show(TaskProgress.ended(trouble));
            refresh();
        });
    }
}
