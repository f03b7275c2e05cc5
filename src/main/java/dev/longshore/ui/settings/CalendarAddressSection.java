package dev.longshore.ui.settings;

import dev.longshore.model.CalendarAddress;
import dev.longshore.model.fact.Fact;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.ConfirmationDialog;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.dialog.TaskProgress;
import dev.longshore.ui.fx.SystemClipboard;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The part of the settings that shows the address of the calendar, makes one and revokes it. FX thread only. */
final class CalendarAddressSection extends SettingsSection {
    private final Label state = new WrappedLabel("", "note");
    private final TextField path = new TextField();
    private final CheckBox names = new CheckBox();
    private final ProgressLine progress = new ProgressLine();
    private final HBox offered;
    private final HBox offer;
    private final UiContext context;
    private final Dialogs dialogs;

    CalendarAddressSection(UiContext context, Dialogs dialogs) {
        super(context.texts(), "settings.calendarAddress.");
        this.context = context;
        this.dialogs = dialogs;
        state.setId("calendarAddressState");
        path.setId("calendarAddress");
        path.setEditable(false);
        path.setAccessibleText(text("path"));
        HBox.setHgrow(path, Priority.ALWAYS);
        names.setId("calendarAddressNames");
        names.setText(text("names"));
        progress.setId("calendarAddressProgress");
        offered = line(new Label(text("path")), path, button("calendarAddressCopy", "copy", this::copy),
                button("calendarAddressRevoke", "revoke", this::confirmRevocation));
        offer = line(button("calendarAddressMake", "make", this::make), names);
        getChildren().addAll(note(text("lead")), state, offered, offer, progress);
        look();
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(nodes);
        line.getStyleClass().add("field-line");
        return line;
    }

    private void look() {
        show(Optional.empty());
        var _ = context.watch().calendarAddress().whenComplete((address, failure) -> context.thread().run(() -> {
            if (failure != null) {
                progress.show(TaskProgress.failed(context.sentence(failure)));
            } else {
                show(address);
            }
        }));
    }

    private void show(Optional<CalendarAddress> address) {
        path.setText(address.map(CalendarAddress::path).orElse(""));
        state.setText(text(address.map(each -> each.withNames() ? "withNames" : "withoutNames").orElse("none")));
        Visibility.set(offered, address.isPresent());
        Visibility.set(offer, address.isEmpty());
    }

    private void copy() {
        SystemClipboard.copy(path.getText());
    }

    private void make() {
        afterwards(context.watch().offerCalendar(names.isSelected()));
    }

    private void confirmRevocation() {
        new ConfirmationDialog(text("revoke.title"), text("revoke.text"), text("revoke.verb"),
                context.texts().get("actions.confirm.cancel"))
                .show(dialogs, () -> afterwards(context.watch().revokeCalendar()));
    }

    private void afterwards(CompletableFuture<Optional<Fact>> change) {
        context.whenDone(change, trouble -> {
            progress.show(TaskProgress.ended(trouble));
            look();
        });
    }
}
