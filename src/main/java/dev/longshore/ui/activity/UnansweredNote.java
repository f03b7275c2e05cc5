package dev.longshore.ui.activity;

import dev.longshore.model.Database;
import dev.longshore.model.Initialization;
import dev.longshore.model.Initialization.Answer;
import dev.longshore.model.fact.CommonFact;
import dev.longshore.model.fact.Fact;
import dev.longshore.text.ConnectionText;
import dev.longshore.text.Texts;
import dev.longshore.ui.actions.ActionAvailability;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An initialize that was never answered, in words.
 *
 * @param asked what was asked for
 * @param connection the name of its connection
 * @param environment the colour of its connection
 * @param target into which database, and under which name of the user's own
 * @param request when it was asked for, by whom, with which settings, and why there is no reply
 * @param reason all that was told when the reply was lost
 * @param again whether it can be asked for again
 */
record UnansweredNote(
        Initialization asked, String connection, ColorRole environment, String target, String request, String reason,
        ActionAvailability again) {
    /** Those of {@code snapshot}, in its order. */
    static List<UnansweredNote> of(Snapshot snapshot, UiContext context) {
        return snapshot.unanswered().stream()
                .flatMap(each -> snapshot.connection(each.connection()).stream()
                        .map(connection -> of(each, connection, context)))
                .toList();
    }

    private static UnansweredNote of(Initialization asked, WatchedConnection watched, UiContext context) {
        var connection = watched.connection();
        var texts = context.texts();
        var why = why(asked.answer());
        return new UnansweredNote(
                asked, new ConnectionText(texts).named(connection),
                ColorRole.of(connection.environment()),
                target(asked, watched, texts),
                texts.get("activity.unanswered.request", request(asked, context), context.sentence(cause(why))),
                context.sentence(why),
                new ActionAvailability(
                        !connection.readOnly(),
                        texts.get(connection.readOnly() ? "activity.unanswered.readOnly"
                                : "activity.unanswered.again.tip")));
    }

    private static String target(Initialization asked, WatchedConnection watched, Texts texts) {
        var label = watched.databaseLabel(asked.database());
        var database = watched.databases().stream()
                .filter(each -> each.id().equals(asked.database()))
                .map(Database::region)
                .filter(region -> !region.isBlank())
                .findFirst()
                .map(region -> label + " · " + region)
                .orElse(label);
        return asked.name().isBlank() ? database : texts.get("activity.unanswered.named", asked.name(), database);
    }

    private static String request(Initialization asked, UiContext context) {
        var at = context.times().at(asked.at());
        var requested = asked.askedBy().isBlank()
                ? context.texts().get("activity.unanswered.asked", at)
                : context.texts().get("activity.unanswered.askedBy", at, asked.askedBy());
        return Stream.concat(Stream.of(requested), settings(asked.settings(), context.texts()).stream())
                .reduce((before, next) -> before + " · " + next)
                .orElseThrow();
    }

    private static List<String> settings(Initialization.InitializeSettings settings, Texts texts) {
        var said = new ArrayList<String>();
        if (settings.datacenter() != null) {
            said.add(texts.get("activity.unanswered.datacenter", settings.datacenter()));
        }
        settings.concurrency().ifPresent(jobs -> said.add(texts.get("activity.unanswered.jobs", jobs)));
        settings.targetSubsetSizeGb().ifPresent(size -> said.add(texts.get(
                "activity.unanswered.subset", BigDecimal.valueOf(size).stripTrailingZeros().toPlainString())));
        return said.isEmpty() ? List.of(texts.get("activity.unanswered.defaults")) : said;
    }

    private static Fact why(Answer answer) {
        return switch (answer) {
            case Answer.Lost(_, var why) -> why;
            case Answer.Pending _,Answer.Created _,Answer.Declined _,Answer.Dismissed _ ->
                throw new IllegalArgumentException("Not lost: " + answer);
        };
    }

    /** Why there is no reply; what follows from that, in the sentences after it, is told for all of them. */
    private static Fact cause(Fact why) {
        return why.kind() == CommonFact.SENTENCES && !why.isBlank() && why.figures().getFirst() instanceof Fact first
                ? first : why;
    }

    /** What support needs to find the migration: the database with its ID, and the time in UTC. */
    String forSupport(UiContext context) {
        return context.texts().get("activity.unanswered.copy.text", asked.database().value(),
                context.times().inZone(ZoneOffset.UTC).iso(asked.at()));
    }
}
