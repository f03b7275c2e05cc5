package dev.longshore.ui.alerts;

import dev.longshore.model.KeptAlert;
import dev.longshore.model.Notice;
import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.Presence;
import dev.longshore.ui.fx.WrappingCell;
import dev.longshore.ui.theme.Token;
import dev.longshore.watch.Missed;
import dev.longshore.watch.StandingAlert;
import java.time.Instant;
import java.util.ArrayList;
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
    private static final PseudoClass KNOWN = PseudoClass.getPseudoClass("known");

    private final Ui ui;
    private final MissedText missed;
    private final FontIcon icon = new FontIcon(icon(Token.NEUTRAL));
    private final Hyperlink subject = new Hyperlink();
    private final Button acknowledge = new Button();
    private final Label known = new Label();
    private final Label sentence = new Label();
    private final Label when = new Label();
    private final Hyperlink step = new Hyperlink();
    private final HBox foot = new HBox();
    private final Tooltip moments = new Tooltip();
    private final HBox row;
    private @Nullable InboxItem shown;

    /** What a cell asks for. */
    interface Reader {
        /** The person wants to see what it is about. */
        void open(InboxItem item);

        /** The person wants to do what is to be done next. */
        void step(InboxItem item);

        /** The person knows. */
        void acknowledge(InboxItem item);
    }

    AlertCell(Ui ui, Reader reader) {
        this.ui = ui;
        missed = new MissedText(ui);
        row = new HBox(icon, new VBox(head(), sentence, foot()));
        icon.getStyleClass().add("alert-icon");
        sentence.setWrapText(true);
        when.getStyleClass().add("note");
        when.setTooltip(moments);
        HBox.setHgrow(row.getChildren().getLast(), Priority.ALWAYS);
        row.getStyleClass().add("alert");
        subject.setOnAction(_ -> withItem(reader::open));
        step.setOnAction(_ -> withItem(reader::step));
        acknowledge.setOnAction(_ -> withItem(reader::acknowledge));
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
        known.setText(ui.texts().get("alerts.acknowledged"));
        known.setGraphic(new FontIcon("mdi2c-check-all"));
        known.getStyleClass().addAll("note", "alert-known");
        known.setMinWidth(Region.USE_PREF_SIZE);
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var head = new HBox(subject, between, known, acknowledge);
        head.getStyleClass().add("alert-line");
        return head;
    }

    private HBox foot() {
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        step.setMinWidth(Region.USE_PREF_SIZE);
        step.setFocusTraversable(false);
        subject.setFocusTraversable(false);
        when.setMinWidth(0);
        foot.getChildren().addAll(when, between, step);
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
            case InboxItem.One(var alert) -> show(alert);
            case InboxItem.Summary(var summary) -> show(summary);
        }
        Presence.set(foot, item instanceof InboxItem.One);
        Presence.set(acknowledge, item.isNews());
        Presence.set(known, !item.isNews());
        row.pseudoClassStateChanged(KNOWN, !item.isNews());
        setAccessibleText(Stream.of(subject, sentence, when, known)
                .filter(Node::isVisible).map(Labeled::getText)
                .filter(each -> !each.isBlank()).collect(Collectors.joining(". ")));
    }

    private void show(StandingAlert alert) {
        var next = Step.of(alert.notice().kind());
        write(token(alert.notice().severity()), alert.subject(), alert.notice().sentence());
        subject.setDisable(alert.migration().isEmpty());
        acknowledge.setText(ui.texts().get("alerts.acknowledge"));
        when.setText(ui.texts().get("alerts.since", ui.times().at(alert.kept().raisedAt())));
        moments.setText(moments(alert));
        setAccessibleHelp(moments(alert));
        step.setText(ui.texts().get(next.key()));
        step.setVisible(next != Step.LOOK || alert.migration().isPresent());
    }

    private void show(Missed summary) {
        write(Token.NEUTRAL, missed.title(summary), missed.inFull(summary));
        subject.setDisable(true);
        acknowledge.setText(ui.texts().get("alerts.read"));
        when.setText("");
        setAccessibleHelp(null);
    }

    private void write(Token token, String about, String said) {
        subject.setText(about);
        sentence.setText(said);
        icon.setIconLiteral(icon(token));
        token.colour(row);
    }

    private String moments(StandingAlert alert) {
        var moments = new ArrayList<String>();
        moments.add(both("alerts.moment.since", alert.kept().raisedAt()));
        if (alert.kept().state() instanceof KeptAlert.State.Acknowledged(var at)) {
            moments.add(both("alerts.moment.acknowledged", at));
        }
        var about = alert.notice().at();
        if (about != null) {
            moments.add(both("alerts.moment.about", about));
        }
        return String.join("\n", moments);
    }

    private String both(String key, Instant at) {
        return ui.texts().get(key, ui.times().local(at), ui.times().utc(at));
    }

    private static Token token(Notice.Severity severity) {
        return switch (severity) {
            case ACT_NOW -> Token.DANGER;
            case SOON -> Token.RISK;
            case GOOD -> Token.GOOD;
            case LOG -> Token.NEUTRAL;
        };
    }

    private static String icon(Token token) {
        return switch (token) {
            case DANGER -> "mdi2a-alert-octagon-outline";
            case RISK -> "mdi2a-alert-outline";
            case GOOD -> "mdi2c-check-circle-outline";
            case NEUTRAL, RUNNING, WAITING -> "mdi2e-eye-off-outline";
        };
    }
}
