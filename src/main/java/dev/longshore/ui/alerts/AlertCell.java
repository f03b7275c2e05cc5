package dev.longshore.ui.alerts;

import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.StatusChange;
import dev.longshore.text.MissedSummaryText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappingCell;
import dev.longshore.ui.look.IconStyle;
import dev.longshore.watch.ActiveAlert;
import dev.longshore.watch.MissedSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** An alert: how grave it is, what it is about, what is the matter, since when, and what to do next. */
final class AlertCell extends WrappingCell<InboxItem> {
    /** What is noticed so soon is noticed at once. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);
    private static final PseudoClass KNOWN = PseudoClass.getPseudoClass("known");

    private final UiContext context;
    private final AlertInbox inbox;
    private final MissedSummaryText missed;
    private final FontIcon icon = new FontIcon(IconStyle.of(Alert.Severity.LOG).icon());
    private final Hyperlink subject = new Hyperlink();
    private final Button acknowledge = new Button();
    private final Button claim = new Button(null, new FontIcon("mdi2a-account-eye-outline"));
    private final Tooltip claimTip = new Tooltip();
    private final Label known = new Label();
    private final Label sentence = new Label();
    private final Label when = new Label();
    private final Hyperlink action = new Hyperlink();
    private final HBox foot = new HBox();
    private final Tooltip moments = new Tooltip();
    private final HBox row;
    private @Nullable InboxItem shown;

    AlertCell(UiContext context, AlertInbox inbox) {
        this.context = context;
        this.inbox = inbox;
        missed = new MissedSummaryText(context.texts(), context.times());
        row = new HBox(icon, new VBox(head(), sentence, foot()));
        icon.getStyleClass().add("alert-icon");
        sentence.setWrapText(true);
        when.getStyleClass().add("note");
        when.setTooltip(moments);
        HBox.setHgrow(row.getChildren().getLast(), Priority.ALWAYS);
        row.getStyleClass().add("alert");
        subject.setOnAction(_ -> withItem(inbox::open));
        action.setOnAction(_ -> withItem(inbox::runAction));
        acknowledge.setOnAction(_ -> withItem(inbox::acknowledge));
        claim.setOnAction(_ -> withItem(inbox::claimOrRelease));
        setGraphic(row);
    }

    private HBox head() {
        subject.getStyleClass().add("alert-subject");
        subject.setMinWidth(0);
        subject.setWrapText(true);
        acknowledge.getStyleClass().addAll("small", "flat");
        acknowledge.setMinWidth(Region.USE_PREF_SIZE);
        acknowledge.setGraphic(new FontIcon("mdi2c-check"));
        // The list has the focus and a key of its own for this.
        acknowledge.setFocusTraversable(false);
        known.getStyleClass().addAll("note", "alert-known");
        known.setMinWidth(Region.USE_PREF_SIZE);
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        claim.getStyleClass().addAll("small", "flat");
        claim.setMinWidth(Region.USE_PREF_SIZE);
        claim.setTooltip(claimTip);
        claim.setFocusTraversable(false);
        var head = new HBox(subject, between, known, claim, acknowledge);
        head.getStyleClass().add("alert-line");
        return head;
    }

    private HBox foot() {
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        action.setMinWidth(Region.USE_PREF_SIZE);
        action.setFocusTraversable(false);
        subject.setFocusTraversable(false);
        when.setMinWidth(0);
        when.setWrapText(true);
        foot.getChildren().addAll(when, between, action);
        foot.getStyleClass().add("alert-line");
        return foot;
    }

    private void withItem(Consumer<InboxItem> reader) {
        if (shown != null) {
            reader.accept(shown);
        }
    }

    @Override
    protected void show(@Nullable InboxItem item) {
        row.setVisible(item != null);
        if (item != null && !item.equals(shown)) {
            write(item);
        }
        shown = item;
    }

    private void write(InboxItem item) {
        switch (item) {
            case InboxItem.AlertItem(var activeAlert, var snoozedUntil) -> {
                show(activeAlert);
                showKnown(item, snoozedUntil.filter(_ -> item.isNews()));
            }
            case InboxItem.MissedItem(var summary) -> show(summary);
        }
        Visibility.set(acknowledge, item.isNews());
        Visibility.set(claim, item instanceof InboxItem.AlertItem(var alert, _) && alert.migration().isPresent()
                && context.watch().journalRefusal().isEmpty());
        var isSnoozed = item instanceof InboxItem.AlertItem(_, var until) && until.isPresent();
        Visibility.set(known, !item.isNews() || isSnoozed);
        row.pseudoClassStateChanged(KNOWN, !item.isNews() || isSnoozed);
        setAccessibleText(Stream.of(subject, sentence, when, known)
                .filter(Node::isVisible).map(Labeled::getText)
                .filter(each -> !each.isBlank()).collect(Collectors.joining(". ")));
    }

    private void show(ActiveAlert activeAlert) {
        var next = AlertAction.of(activeAlert.alert().kind());
        write(IconStyle.of(activeAlert.alert().severity()), activeAlert.subject(),
                context.sentence(activeAlert.alert().fact()));
        subject.setDisable(activeAlert.migration().isEmpty() && next != AlertAction.ACTIVITY);
        acknowledge.setText(context.texts().get("alerts.acknowledge"));
        when.setText(when(activeAlert));
        var isOwn = activeAlert.claim().filter(each -> each.author().equals(context.watch().user())).isPresent();
        claimTip.setText(context.texts().get(isOwn ? "alerts.release" : "alerts.claim"));
        claim.setAccessibleText(claimTip.getText());
        moments.setText(moments(activeAlert));
        setAccessibleHelp(moments(activeAlert));
        action.setText(context.texts().get(next.key()));
        action.setVisible(next != AlertAction.LOOK || activeAlert.migration().isPresent());
    }

    private String when(ActiveAlert activeAlert) {
        var noticed = context.texts().get("alerts.since", context.times().at(activeAlert.alertRecord().raisedAt()));
        var since = happened(activeAlert).map(each -> context.texts().get("alerts.both", each, noticed))
                .orElse(noticed);
        return activeAlert.claim().map(each -> context.texts().get("alerts.claimed", since, each.author()))
                .orElse(since);
    }

    /** When the status changed, where that was noticed only later. */
    private Optional<String> happened(ActiveAlert activeAlert) {
        return inbox.happened(activeAlert)
                .filter(change -> Duration.between(change.latest(), activeAlert.alertRecord().raisedAt())
                        .compareTo(AT_ONCE) > 0)
                .map(change -> happened(context.texts().get(verb(activeAlert.alert().kind())), change));
    }

    private String happened(String verb, StatusChange change) {
        var latest = context.times().at(change.latest());
        var earliest = change.earliest();
        if (earliest == null) {
            return context.texts().get("alerts.happened.before", verb, latest);
        }
        return change.isShort() ? context.texts().get("alerts.happened.about", verb, latest)
                : context.texts().get("alerts.happened.between", verb, context.times().at(earliest),
                        context.times().end(earliest, change.latest()));
    }

    private static String verb(Alert.Kind kind) {
        return switch (kind) {
            case FAILED -> "alerts.happened.FAILED";
            case IMPORTED -> "alerts.happened.IMPORTED";
            case ABORTED_BY_OTHERS -> "alerts.happened.ABORTED";
            case CLEANED_UP_UNEXPECTEDLY -> "alerts.happened.CLEANED";
            case CONNECTION_STOPPED, ROUTE_FAILING, QUEUE_STOPPED, COLLISION, CLEANUP_SOON, CLEANUP_MOVED,
                    MOVED_BY_POLICY, CHANGED_BY_OTHERS, COMMAND_FAILED, INITIALIZE_UNANSWERED, UNKNOWN_STATUS,
                    OWN_DEADLINE, CREDENTIALS_END, CONNECTION_TROUBLED, NOT_ANSWERED, NEXT_CAN_START, STALLED ->
                "alerts.happened.CHANGED";
        };
    }

    private String known(InboxItem item) {
        return item instanceof InboxItem.AlertItem(var alert, _)
                ? alert.alertRecord().acknowledgement().filter(each -> !each.by().isEmpty())
                        .map(each -> context.texts().get("alerts.acknowledgedBy", each.by()))
                        .orElseGet(() -> context.texts().get("alerts.acknowledged"))
                : context.texts().get("alerts.acknowledged");
    }

    /** Acknowledged and snoozed are two things, and look it. */
    private void showKnown(InboxItem item, Optional<Instant> snoozedUntil) {
        known.setText(snoozedUntil.map(until -> context.texts().get("alerts.snoozed", context.times().at(until)))
                .orElseGet(() -> known(item)));
        known.setGraphic(new FontIcon(snoozedUntil.isPresent() ? "mdi2b-bell-sleep-outline" : "mdi2c-check-all"));
    }

    private void show(MissedSummary summary) {
        write(IconStyle.of(Alert.Severity.LOG), missed.title(summary), missed.inFull(summary));
        subject.setDisable(true);
        acknowledge.setText(context.texts().get("alerts.read"));
        when.setText("");
        setAccessibleHelp(null);
        action.setText(context.texts().get(AlertAction.ACTIVITY.key()));
        action.setVisible(true);
    }

    private void write(IconStyle style, String about, String said) {
        subject.setText(about);
        sentence.setText(said);
        icon.setIconCode(style.icon());
        style.colorRole().applyTo(row);
    }

    private String moments(ActiveAlert activeAlert) {
        var moments = new ArrayList<String>();
        moments.add(both("alerts.moment.since", activeAlert.alertRecord().raisedAt()));
        if (activeAlert.alertRecord().state() instanceof AlertRecord.State.Acknowledged(var at, _)) {
            moments.add(both("alerts.moment.acknowledged", at));
        }
        var about = activeAlert.alert().at();
        if (about != null) {
            moments.add(both("alerts.moment.about", about));
        }
        return String.join("\n", moments);
    }

    private String both(String key, Instant at) {
        return context.texts().get(key, context.times().both(at));
    }
}
