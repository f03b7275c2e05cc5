package dev.longshore.notify;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Makes what sends to a route. */
final class SenderFactory implements AutoCloseable {
    private final NotificationSettings settings;
    private final MessageText text;
    private final HttpPoster poster;
    private final AtomicReference<Consumer<Message>> show = new AtomicReference<>(_ -> {
        // Without a window there is nothing to show.
    });

    SenderFactory(NotificationSettings settings, MessageText text, InstantSource clock) {
        this.settings = settings;
        this.text = text;
        this.poster = new HttpPoster(settings.environment(), settings.network(), clock);
    }

    /** Brings the window to what a message is about; called on any thread. */
    void onShow(Consumer<Message> shower) {
        show.set(shower);
    }

    HttpPoster poster() {
        return poster;
    }

    MessageSender sender(RouteTarget target) {
        return switch (target) {
            case RouteTarget.DesktopTarget _ ->
                new DesktopSender(settings.environment(), text, message -> show.get().accept(message));
            case RouteTarget.WebhookTarget webhook -> new WebhookSender(webhook, poster);
            case RouteTarget.SlackTarget slack -> new SlackSender(slack, poster, text);
            case RouteTarget.TeamsTarget teams -> new TeamsSender(teams, poster, text);
            case RouteTarget.PagerDutyTarget pagerDuty ->
                new PagerDutySender(pagerDuty, poster, text, settings.environment());
            case RouteTarget.MailTarget mail ->
                new MailSender(mail, settings.network(), text, settings.environment());
            case RouteTarget.CommandTarget command -> new CommandSender(command, settings.environment());
        };
    }

    @Override
    public void close() {
        poster.close();
    }
}
