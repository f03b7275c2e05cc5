package dev.longshore.simulator.faults;

import dev.longshore.simulator.http.OutgoingResponse;
import dev.longshore.simulator.http.ReceivedRequest;
import dev.longshore.simulator.http.ResponseWriter;
import dev.longshore.simulator.http.ServiceResponse;
import dev.longshore.simulator.http.SimulatorJson;
import dev.longshore.simulator.http.Transmission;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** What a fault makes of an answer. The work is done when, and only when, its answer is asked for. */
public final class FaultEffect {

    private FaultEffect() {}

    /** The work a request asks for. */
    public interface RequestedWork {

        /** Does it, and tells what there is to answer. */
        ServiceResponse perform();
    }

    public static OutgoingResponse of(SimulatedFault fault, ReceivedRequest request, RequestedWork work,
            Instant now) {
        return switch (fault) {
            case SimulatedFault.PlainFault.MOVED_PERMANENTLY ->
                OutgoingResponse.of(ServiceResponse.movedPermanently(parent(request.path())));
            case SimulatedFault.PlainFault.PAGE_NOT_FOUND -> OutgoingResponse.of(ServiceResponse.pageNotFound());
            case SimulatedFault.NotJson notJson -> notJson(work.perform(), notJson.status());
            case SimulatedFault.PlainFault.EMPTY_REPLY -> noBytes(Transmission.PlainTransmission.NO_BYTES);
            case SimulatedFault.PlainFault.CONNECTION_RESET -> noBytes(Transmission.PlainTransmission.RESET);
            case SimulatedFault.PlainFault.LOST_ANSWER ->
                OutgoingResponse.of(work.perform(), Transmission.PlainTransmission.NO_BYTES);
            case SimulatedFault.TooManyRequests limited -> OutgoingResponse.of(rateLimited(limited, now));
            case SimulatedFault.ErrorStatus error ->
                OutgoingResponse.of(ServiceResponse.error(error.status(), error.message()));
            case SimulatedFault.GatewayError error -> gatewayError(error, work);
            case SimulatedFault.SlowAnswer slow -> slow(work.perform(), slow.delay());
            case SimulatedFault.StalledAnswer stalled ->
                OutgoingResponse.of(work.perform(), new Transmission.StalledBody(stalled.pause()));
            case SimulatedFault.PlainFault.TRUNCATED_BODY ->
                OutgoingResponse.of(work.perform(), Transmission.PlainTransmission.HALF_BODY);
            case SimulatedFault.PlainFault.EMPTY_BODY -> OutgoingResponse.of(work.perform().withBody(""));
            case SimulatedFault.HugeBody huge ->
                OutgoingResponse.of(work.perform(), new Transmission.PaddedBody(huge.bytes()));
            case SimulatedFault.MissingField field -> edited(work, json -> FieldEdit.remove(json, field.field()));
            case SimulatedFault.NullField field -> edited(work, json -> FieldEdit.setNull(json, field.field()));
            case SimulatedFault.UnknownField field -> edited(work, json -> FieldEdit.add(json, field.field()));
            case SimulatedFault.WrongType field -> edited(work, json -> FieldEdit.changeType(json, field.field()));
            case SimulatedFault.StatusWord word -> edited(work, json -> FieldEdit.setText(json, "status", word.word()));
            case SimulatedFault.WrongClock clock ->
                new OutgoingResponse(work.perform(), Transmission.PlainTransmission.WHOLE_BODY, Duration.ZERO,
                        clock.error());
            case SimulatedFault.Redirect redirect ->
                OutgoingResponse.of(redirect(redirect.status(), redirect.location().toString()));
        };
    }

    private static OutgoingResponse noBytes(Transmission end) {
        return OutgoingResponse.of(ServiceResponse.text(200, ""), end);
    }

    private static OutgoingResponse notJson(ServiceResponse response, int status) {
        String text = "upstream is not ready, the bucket of this migration is being created\n";
        return OutgoingResponse.of(ServiceResponse.text(response.status() == 200 ? status : response.status(), text));
    }

    private static ServiceResponse rateLimited(SimulatedFault.TooManyRequests limited, Instant now) {
        String wait = limited.asDate()
                ? ResponseWriter.httpDate(now.plus(limited.retryAfter()))
                : Long.toString(limited.retryAfter().toSeconds());
        return ServiceResponse.error(429, "Too many requests").with("Retry-After", wait);
    }

    private static OutgoingResponse gatewayError(SimulatedFault.GatewayError error, RequestedWork work) {
        if (error.afterWork()) {
            work.perform();
        }
        String title = error.status() + " " + ResponseWriter.reason(error.status());
        return OutgoingResponse.of(ServiceResponse.html(
                error.status(),
                "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1></body></html>\n"));
    }

    private static OutgoingResponse slow(ServiceResponse response, Duration delay) {
        return new OutgoingResponse(response, Transmission.PlainTransmission.WHOLE_BODY, delay, Duration.ZERO);
    }

    private static ServiceResponse redirect(int status, String location) {
        String html = "<a href=\"" + location + "\">" + ResponseWriter.reason(status) + "</a>.\n\n";
        return ServiceResponse.html(status, html).with("Location", location);
    }

    /** Errors stay what they are: the fields belong to what is answered when all goes well. */
    private static OutgoingResponse edited(RequestedWork work, UnaryOperator<JsonNode> edit) {
        ServiceResponse response = work.perform();
        if (response.status() != 200) {
            return OutgoingResponse.of(response);
        }
        return OutgoingResponse
                .of(response.withBody(SimulatorJson.text(edit.apply(SimulatorJson.read(response.body())))));
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash + 1);
    }
}
