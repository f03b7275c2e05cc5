package dev.longshore.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** What a fault makes of an answer. The work is done when, and only when, its answer is asked for. */
final class FaultEffect {

    private FaultEffect() {}

    /** The work a request asks for. */
    interface Work {

        /** Does it, and tells what there is to answer. */
        Answer done();
    }

    static Delivery of(Fault fault, HttpRequest request, Work work, Instant now) {
        return switch (fault) {
            case Fault.MovedPermanently _ -> Delivery.of(Answer.movedPermanently(parent(request.path())));
            case Fault.PageNotFound _ -> Delivery.of(Answer.noSuchPage());
            case Fault.NotJson notJson -> notJson(work.done(), notJson.status());
            case Fault.EmptyReply _ -> silence(false);
            case Fault.ConnectionReset _ -> silence(true);
            case Fault.LostAnswer _ -> Delivery.of(work.done(), new Manner.Silent(false));
            case Fault.RateLimited limited -> Delivery.of(rateLimited(limited, now));
            case Fault.ErrorStatus error -> Delivery.of(Answer.error(error.status(), error.message()));
            case Fault.GatewayError error -> gatewayError(error, work);
            case Fault.SlowAnswer slow -> slow(work.done(), slow.delay());
            case Fault.StalledAnswer stalled -> Delivery.of(work.done(), new Manner.Stalled(stalled.pause()));
            case Fault.TruncatedBody _ -> Delivery.of(work.done(), new Manner.Truncated());
            case Fault.EmptyBody _ -> Delivery.of(work.done().withBody(""));
            case Fault.HugeBody huge -> Delivery.of(work.done(), new Manner.Padded(huge.bytes()));
            case Fault.MissingField field -> edited(work, json -> FieldEdit.remove(json, field.field()));
            case Fault.NullField field -> edited(work, json -> FieldEdit.setNull(json, field.field()));
            case Fault.UnknownField field -> edited(work, json -> FieldEdit.add(json, field.field()));
            case Fault.WrongType field -> edited(work, json -> FieldEdit.changeType(json, field.field()));
            case Fault.StatusWord word -> edited(work, json -> FieldEdit.setText(json, "status", word.word()));
            case Fault.WrongClock clock ->
                new Delivery(work.done(), new Manner.Whole(), Duration.ZERO, clock.error());
            case Fault.Redirect redirect -> Delivery.of(redirect(redirect.status(), redirect.location().toString()));
        };
    }

    private static Delivery silence(boolean reset) {
        return Delivery.of(Answer.text(200, ""), new Manner.Silent(reset));
    }

    private static Delivery notJson(Answer done, int status) {
        String text = "upstream is not ready, the bucket of this migration is being created\n";
        return Delivery.of(Answer.text(done.status() == 200 ? status : done.status(), text));
    }

    private static Answer rateLimited(Fault.RateLimited limited, Instant now) {
        String wait = limited.asDate()
                ? ReplyWriter.httpDate(now.plus(limited.retryAfter()))
                : Long.toString(limited.retryAfter().toSeconds());
        return Answer.error(429, "Too many requests").with("Retry-After", wait);
    }

    private static Delivery gatewayError(Fault.GatewayError error, Work work) {
        if (error.afterWork()) {
            work.done();
        }
        String title = error.status() + " " + ReplyWriter.reason(error.status());
        return Delivery.of(Answer.html(
                error.status(),
                "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1></body></html>\n"));
    }

    private static Delivery slow(Answer answer, Duration delay) {
        return new Delivery(answer, new Manner.Whole(), delay, Duration.ZERO);
    }

    private static Answer redirect(int status, String location) {
        String html = "<a href=\"" + location + "\">" + ReplyWriter.reason(status) + "</a>.\n\n";
        return Answer.html(status, html).with("Location", location);
    }

    /** Errors stay what they are: the fields belong to what is answered when all goes well. */
    private static Delivery edited(Work work, UnaryOperator<JsonNode> edit) {
        Answer answer = work.done();
        if (answer.status() != 200) {
            return Delivery.of(answer);
        }
        return Delivery.of(answer.withBody(Json.text(edit.apply(Json.read(answer.body())))));
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash + 1);
    }
}
