package dev.longshore.notify;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.longshore.notify.HttpReceiver.Reply;
import dev.longshore.notify.Message.MessageEvent;
import dev.longshore.support.ClosedPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Each kind that goes over HTTP, against a real server, and what it makes of the answers. */
class SendersTest {
    private static final InstantSource CLOCK = InstantSource.fixed(SampleMessages.NOW);

    @TempDir private Path folder;
    private final HttpReceiver receiver = new HttpReceiver();
    private final HttpPoster poster = poster(NotifyFixture.direct());

    @AfterEach
    void end() {
        poster.close();
        receiver.close();
    }

    private HttpPoster poster(NetworkAccess network) {
        return new HttpPoster(
                Map.of("HOOK", receiver.url("/from/variable"), "KEY", "r0utingKey", "BAD", "not an address", "TOKEN",
                        "t0ken-of-the-hook"),
                network, CLOCK);
    }

    private static SecretReference at(String written) {
        return new SecretReference(written);
    }

    private DeliveryResult webhook(String url) {
        return webhook(url, poster);
    }

    private static DeliveryResult webhook(String url, HttpPoster poster) {
        return new WebhookSender(new RouteTarget.WebhookTarget(at(url), Optional.empty()), poster)
                .send(List.of(SampleMessages.cleanup(MessageEvent.RAISED)));
    }

    private JsonNode received() {
        return receiver.received().getLast().json();
    }

    @Test
    void theWebhookPostsTheMessageAsItIsDocumented() {
        assertThat(webhook(receiver.url("/hook"))).isInstanceOf(DeliveryResult.Delivered.class);

        var json = received();
        assertThat(json.path("event").asString()).isEqualTo("raised");
        assertThat(json.path("id").asString()).isEqualTo("alert-1");
        assertThat(json.path("class").asString()).isEqualTo("act-now");
        assertThat(json.path("kind").asString()).isEqualTo("cleanup-soon");
        assertThat(json.path("connection").asString()).isEqualTo("prod");
        assertThat(json.path("database").asString()).isEqualTo("orders-db");
        assertThat(json.path("migration").asString()).isEqualTo("m-1");
        assertThat(json.path("name").asString()).isEqualTo("orders");
        assertThat(json.path("sentence").asString()).startsWith("Cleanup due in 20 h");
        assertThat(json.path("since").asString()).isEqualTo("2026-11-21T11:59:00Z");
        assertThat(json.path("due").asString()).isEqualTo("2026-11-22T08:00:00Z");
        assertThat(json.path("next").asString()).isEqualTo("Schedule a later cleanup.");
        assertThat(json.propertyNames()).doesNotContain("acknowledgement", "urgency", "ref");
    }

    @Test
    void theAddressIsReadFromAVariableOrAFileEachTime() throws IOException {
        var file = folder.resolve("hook");
        Files.writeString(file, receiver.url("/from/file") + "\n");

        webhook("env:HOOK");
        webhook("file:" + file);
        Files.writeString(file, receiver.url("/exchanged"));
        webhook("file:" + file);

        assertThat(receiver.received()).extracting(HttpReceiver.Received::path)
                .containsExactly("/from/variable", "/from/file", "/exchanged");
    }

    @Test
    void aTokenGoesOutAsABearerToken() {
        new WebhookSender(new RouteTarget.WebhookTarget(at(receiver.url("/")), Optional.of(at("env:TOKEN"))), poster)
                .send(List.of(SampleMessages.cleanup(MessageEvent.RAISED)));

        assertThat(receiver.received().getFirst().authorization()).isEqualTo("Bearer t0ken-of-the-hook");
    }

    @Test
    void saysWhatIsMissingWithoutSendingAnything() {
        assertThat(say(webhook("env:NOBODY").fact())).contains("The environment variable NOBODY is not set.");
        assertThat(say(webhook("file:" + folder.resolve("none")).fact())).contains("cannot be read or is empty");
        assertThat(say(webhook("env:BAD").fact())).contains("does not contain a valid https address")
                .doesNotContain("not an address");
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void anAddressAwayFromThisComputerHasToBeHttps() {
        assertThat(say(webhook("http://hooks.example.com/x").fact())).contains("valid https address");
    }

    @Test
    void waitsAsLongAsTheReceiverWants() {
        receiver.reply(new Reply.Status(429, "", "120"), new Reply.Status(503, "", "Sat, 21 Nov 2026 12:05:00 GMT"),
                new Reply.Status(429, "", "soon"), new Reply.Status(429, "", "99999999"),
                new Reply.Status(429, "", "9".repeat(10)), new Reply.Status(503, "", "9".repeat(30)));

        assertThat(webhook(receiver.url("/"))).isInstanceOfSatisfying(DeliveryResult.Undelivered.class,
                each -> assertThat(each.retryAfter()).contains(Duration.ofMinutes(2)));
        assertThat(webhook(receiver.url("/"))).isInstanceOf(DeliveryResult.Undelivered.class);
        assertThat(webhook(receiver.url("/"))).isInstanceOfSatisfying(DeliveryResult.Undelivered.class,
                each -> assertThat(each.retryAfter()).isEmpty());
        for (int longWaits = 0; longWaits < 3; longWaits++) {
            assertThat(webhook(receiver.url("/"))).isInstanceOfSatisfying(DeliveryResult.Undelivered.class,
                    each -> assertThat(each.retryAfter()).contains(Duration.ofHours(1)));
        }
    }

    @Test
    void postsOnceAlsoWhereTheReceiverWantsItAgainAtOnce() {
        receiver.reply(new Reply.Status(503, "", "0"));

        assertThat(webhook(receiver.url("/"))).isInstanceOfSatisfying(DeliveryResult.Undelivered.class,
                each -> assertThat(each.retryAfter()).contains(Duration.ZERO));
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void tellsAFaultOfTheReceiverFromARefusal() {
        receiver.reply(500);
        receiver.reply(404);
        receiver.reply(new Reply.Status(400, "invalid_payload", ""));
        receiver.reply(302);

        assertThat(webhook(receiver.url("/"))).isInstanceOf(DeliveryResult.Undelivered.class);
        assertThat(webhook(receiver.url("/"))).isInstanceOf(DeliveryResult.Undelivered.class);
        assertThat(webhook(receiver.url("/"))).isInstanceOfSatisfying(DeliveryResult.RefusedForGood.class,
                each -> assertThat(say(each.fact())).endsWith("rejected it (400): invalid_payload"));
        assertThat(webhook(receiver.url("/"))).isInstanceOf(DeliveryResult.Undelivered.class);
    }

    @Test
    void aReceiverThatIsSlowIsTriedAgain() {
        receiver.reply(new Reply.Lost());
        try (var hasty = poster(NotifyFixture.direct(Duration.ofMillis(500)))) {
            assertThat(say(webhook(receiver.url("/"), hasty).fact())).endsWith("did not answer in time.");
        }
    }

    @Test
    void aReceiverThatIsGoneOrCutsIsTriedAgain() throws IOException {
        receiver.reply(new Reply.Cut());

        assertThat(say(webhook(receiver.url("/")).fact())).startsWith("Cannot reach 127.0.0.1:");
        try (var closed = new ClosedPort()) {
            assertThat(say(webhook("http://127.0.0.1:" + closed.number() + "/hook/s3cretPart").fact()))
                    .isEqualTo("Cannot reach 127.0.0.1:" + closed.number() + ".");
        }
    }

    @Test
    void nothingOfTheAddressOrTheTokenIsSaidOrLogged() {
        receiver.reply(new Reply.Status(404, "no hook /hook/s3cretPart?k=v4lue, Bearer t0ken-of-the-hook", ""));
        receiver.reply(new Reply.Cut());
        var log = new ListAppender<ILoggingEvent>();
        var logger = (Logger) LoggerFactory.getLogger("dev.longshore.notify");
        log.start();
        logger.addAppender(log);
        var sender = new WebhookSender(new RouteTarget.WebhookTarget(
                at(receiver.url("/hook/s3cretPart?k=v4lue")), Optional.of(at("env:TOKEN"))), poster);
        var message = List.of(SampleMessages.cleanup(MessageEvent.RAISED));
        var said = say(sender.send(message).fact()) + say(sender.send(message).fact()) + sender.target()
                + log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        logger.detachAppender(log);

        assertThat(said).contains("404").doesNotContain("s3cretPart", "v4lue", "t0ken-of-the-hook");
    }

    @Test
    void slackGetsATextThatNobodyCanBreakOutOf() {
        new SlackSender(new RouteTarget.SlackTarget(at(receiver.url("/services/T/B/x"))), poster, SampleMessages.TEXT)
                .send(List.of(SampleMessages.of(MessageEvent.RAISED, "a", "act-now", "<!channel> & co")));

        assertThat(received().path("text").asString()).isEqualTo("""
                *Act now: &lt;!channel&gt; &amp; co*
                Cleanup due in 20 h, Sun 22 Nov, 09:00 CET (08:00 UTC).
                Connection: prod · database: orders-db
                Due: Sun 22 Nov, 09:00 CET (08:00 UTC)
                Known since: Sat 21 Nov, 12:59 CET (11:59 UTC)
                Next step: Schedule a later cleanup.
                _Longshore alert a_""");
    }

    @Test
    void severalAreOneMessageForPeopleWithTheMostUrgentFirst() {
        var many = IntStream.range(0, 30)
                .mapToObj(i -> SampleMessages.of(MessageEvent.RAISED, "a" + i, i == 29 ? "act-now" : "soon", "m" + i))
                .toList();
        new SlackSender(new RouteTarget.SlackTarget(at(receiver.url("/"))), poster, SampleMessages.TEXT).send(many);

        var text = received().path("text").asString();
        assertThat(text).startsWith("*30 alerts, one to act on now*\n• Act now: m29 – Cleanup due")
                .endsWith("• … and 10 more");
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void teamsGetsAnAdaptiveCardWhoseTextIsNoMarkup() {
        new TeamsSender(new RouteTarget.TeamsTarget(at(receiver.url("/workflows/x"))), poster, SampleMessages.TEXT)
                .send(List.of(SampleMessages.of(MessageEvent.RAISED, "a", "act-now", "[orders](evil)")));

        var attachment = received().path("attachments").path(0);
        assertThat(received().path("type").asString()).isEqualTo("message");
        assertThat(attachment.path("contentType").asString()).isEqualTo("application/vnd.microsoft.card.adaptive");
        var card = attachment.path("content");
        assertThat(card.path("type").asString()).isEqualTo("AdaptiveCard");
        assertThat(card.path("version").asString()).isEqualTo("1.4");
        assertThat(card.path("body").path(0).path("text").asString()).isEqualTo("Act now: \\[orders\\](evil)");
        assertThat(card.path("body").path(0).path("color").asString()).isEqualTo("Attention");
        assertThat(card.path("body").path(1).path("text").asString()).startsWith("Cleanup due in 20 h");
    }

    @Test
    void pagerDutyTriggersAcknowledgesAndResolvesUnderOneKey() {
        var sender = new PagerDutySender(
                new RouteTarget.PagerDutyTarget(at("env:KEY"), at(receiver.url("/v2/enqueue"))), poster,
                SampleMessages.TEXT, Map.of("KEY", "r0utingKey"));
        receiver.reply(202);
        var raised = SampleMessages.cleanup(MessageEvent.RAISED);
        sender.send(List.of(raised));
        sender.send(List.of(SampleMessages.acknowledged(raised)));
        sender.send(List.of(SampleMessages.cleanup(MessageEvent.RESOLVED)));

        assertThat(receiver.received()).extracting(each -> each.json().path("event_action").asString())
                .containsExactly("trigger", "acknowledge", "resolve");
        assertThat(receiver.received()).extracting(each -> each.json().path("dedup_key").asString())
                .containsOnly("alert-1");
        var event = receiver.received().getFirst().json();
        assertThat(event.path("routing_key").asString()).isEqualTo("r0utingKey");
        assertThat(event.path("payload").path("severity").asString()).isEqualTo("critical");
        assertThat(event.path("payload").path("summary").asString())
                .isEqualTo("Act now: orders: Cleanup due in 20 h, Sun 22 Nov, 09:00 CET (08:00 UTC).");
        assertThat(Instant.parse(event.path("payload").path("timestamp").asString())).isEqualTo(SampleMessages.NOW);
    }

    @Test
    void peopleAreNotToldWhatTheyDidThemselves() {
        var slack = new SlackSender(new RouteTarget.SlackTarget(at("")), poster, SampleMessages.TEXT);
        var webhook = new WebhookSender(new RouteTarget.WebhookTarget(at(""), Optional.empty()), poster);
        var acknowledged = SampleMessages.acknowledged(SampleMessages.cleanup(MessageEvent.RAISED));
        var goodNewsOver = SampleMessages.of(MessageEvent.RESOLVED, "a", "good-news", "orders");

        assertThat(slack.takes(acknowledged)).isFalse();
        assertThat(slack.takes(goodNewsOver)).isFalse();
        assertThat(slack.takes(SampleMessages.cleanup(MessageEvent.RESOLVED))).isTrue();
        assertThat(webhook.takes(acknowledged)).isTrue();
        assertThat(webhook.takes(goodNewsOver)).isTrue();
    }
}
