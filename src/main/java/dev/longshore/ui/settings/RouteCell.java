package dev.longshore.ui.settings;

import dev.longshore.model.Alert.Severity;
import dev.longshore.notify.Route;
import dev.longshore.notify.RouteKind;
import dev.longshore.notify.RouteStatus;
import dev.longshore.notify.RouteTarget;
import dev.longshore.notify.SecretReference;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.ui.fx.WrappingCell;
import dev.longshore.ui.look.ColorRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A route in the list: what it is, what goes there, and how it is doing. FX thread only. */
final class RouteCell extends WrappingCell<RouteStatus> {
    private final FontIcon icon = new FontIcon("mdi2w-webhook");
    private final Label name = new Label();
    private final Label target = new WrappedLabel("", "note");
    private final Label filter = new WrappedLabel("", "note");
    private final Label state = new WrappedLabel("", "outcome");
    private final HBox content;
    private final UiContext context;

    RouteCell(UiContext context) {
        this.context = context;
        name.getStyleClass().add("route-name");
        var words = new VBox(new HBox(8, name, target), filter, state);
        words.getStyleClass().add("route-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        content = new HBox(icon, words);
        content.getStyleClass().add("route-cell");
    }

    @Override
    protected void show(@Nullable RouteStatus status) {
        setGraphic(status == null ? null : content);
        setAccessibleText(null);
        if (status != null) {
            write(status);
        }
    }

    private void write(RouteStatus status) {
        icon.setIconLiteral(icon(status.route().target().kind()));
        name.setText(status.route().name());
        target.setText(target(status.route().target()));
        filter.setText(filter(status.route()));
        state.setText(state(status));
        (status.failingSince().isPresent() ? ColorRole.DANGER
                : status.sent() > 0 ? ColorRole.GOOD : ColorRole.NEUTRAL).applyTo(state);
        setAccessibleText(String.join(", ", name.getText(), target.getText(), filter.getText(), state.getText()));
    }

    private static String icon(RouteKind kind) {
        return switch (kind) {
            case DESKTOP -> "mdi2m-monitor";
            case WEBHOOK -> "mdi2w-webhook";
            case SLACK -> "mdi2s-slack";
            case TEAMS -> "mdi2m-microsoft-teams";
            case PAGERDUTY -> "mdi2b-bell-ring-outline";
            case MAIL -> "mdi2e-email-outline";
            case COMMAND -> "mdi2c-console";
        };
    }

    private String text(String key, Object... arguments) {
        return context.texts().get("settings.routes." + key, arguments);
    }

    /** Of an address no more than its host is shown: whoever sees the rest could use it. */
    private String target(RouteTarget target) {
        var where = switch (target) {
            case RouteTarget.DesktopTarget _ -> "";
            case RouteTarget.WebhookTarget webhook -> place(webhook.url());
            case RouteTarget.SlackTarget slack -> place(slack.url());
            case RouteTarget.TeamsTarget teams -> place(teams.url());
            case RouteTarget.PagerDutyTarget pagerDuty -> place(pagerDuty.url());
            case RouteTarget.MailTarget mail -> String.join(", ", mail.to());
            case RouteTarget.CommandTarget command -> command.arguments().getFirst();
        };
        var kind = text("kind." + target.kind().name());
        return where.isEmpty() ? kind : text("target", kind, where);
    }

    private static String place(SecretReference reference) {
        return reference.isReference() ? reference.written()
                : Optional.ofNullable(URI.create(reference.written()).getHost()).orElse("");
    }

    private String filter(Route route) {
        var parts = new ArrayList<String>();
        parts.add(Arrays.stream(Severity.values()).filter(route.filter().classes()::contains)
                .map(each -> context.texts().get("notify.class." + each.name())).collect(Collectors.joining(", ")));
        if (!route.filter().connections().isEmpty()) {
            parts.add(String.join(", ", route.filter().connections()));
        }
        route.filter().quietHours().ifPresent(hours -> parts.add(text("quiet", hours.text())));
        if (route.filter().repeat().isPositive()) {
            parts.add(text("repeat", context.times().duration(route.filter().repeat())));
        }
        return String.join(" · ", parts);
    }

    private String state(RouteStatus status) {
        var parts = new ArrayList<String>();
        status.failingSince().ifPresent(since -> parts.add(text("failing", context.times().at(since),
                status.newest().map(context::sentence).orElse(""))));
        parts.add(text("counts", status.sent(), status.waiting()));
        return String.join(" · ", parts);
    }
}
