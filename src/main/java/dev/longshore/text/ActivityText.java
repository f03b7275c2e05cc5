package dev.longshore.text;

import dev.longshore.model.AlertRecord;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Initialization;
import dev.longshore.model.Initialization.Answer;
import dev.longshore.model.Phase;
import dev.longshore.model.Remark;
import dev.longshore.model.activity.ActivityRecord;
import dev.longshore.model.activity.ActivityRecord.AlertStep;
import dev.longshore.model.activity.ActivityRecord.AwayPeriod;
import dev.longshore.model.activity.ActivityRecord.ObservedChange;
import dev.longshore.model.activity.ActivityRecord.Outage;
import dev.longshore.model.activity.ActivityRecord.RecordedRemark;
import dev.longshore.model.activity.ActivityRecord.RequestedAction;
import dev.longshore.model.activity.ActivityRecord.RequestedMigration;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The activity log in words: what happened, and below it what else is known of it. May be used from any thread. */
public final class ActivityText {
    private final Texts texts;
    private final TimeText times;
    private final StatusText statuses;
    private final FactText facts;
    private final CommandText commands;

    /** Words out of {@code texts}, times by {@code times}. */
    public ActivityText(Texts texts, TimeText times) {
        this.texts = texts;
        this.times = times;
        statuses = new StatusText(texts);
        facts = new FactText(texts, times);
        commands = new CommandText(texts, times);
    }

    /** What happened. */
    public String sentence(ActivityRecord activityRecord) {
        return switch (activityRecord) {
            case ObservedChange change -> joined(Stream.of(status(change), cleanup(change)));
            case RequestedAction(var command) -> commands.state(command);
            case RequestedMigration(var initialization) -> answer(initialization.answer());
            case AlertStep step -> alert(step);
            case RecordedRemark(var remark) -> remark(remark);
            case Outage outage -> texts.get("activity.log.outage", outage.gaps().size());
            case AwayPeriod away -> texts.get(key(away), period(away.from(), away.to()), length(away));
        };
    }

    /** When exactly, why, by whom; empty where there is nothing to add. */
    public String detail(ActivityRecord activityRecord) {
        return switch (activityRecord) {
            case ObservedChange change -> joined(Stream.of(message(change), moment(change)));
            case RequestedAction(var command) -> command(command);
            case RequestedMigration(var initialization) -> initialize(initialization);
            case AlertStep _ -> "";
            case RecordedRemark(var remark) -> remark.kind() == Remark.RemarkKind.NOTE ? "" : remark.text();
            case Outage outage -> texts.get("activity.log.span", period(outage.from(), outage.at()),
                    times.duration(Duration.between(outage.from(), outage.at())));
            case AwayPeriod away -> found(away);
        };
    }

    /** The day under which it is listed. */
    public String day(LocalDate day) {
        var today = times.zoned(times.now()).toLocalDate();
        var key = day.equals(today) ? "activity.log.today"
                : day.equals(today.minusDays(1)) ? "activity.log.yesterday" : "activity.log.day";
        return texts.get(key, times.date(day));
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(part -> !part.isBlank()).collect(Collectors.joining(" \u00b7 "));
    }

    private String status(ObservedChange change) {
        if (!change.isOfStatus()) {
            return "";
        }
        var now = statuses.word(change.after().status());
        return change.statusBefore() == null
                ? texts.get("activity.log.first", now)
                : texts.get("activity.log.status", now, statuses.word(change.statusBefore()));
    }

    private String cleanup(ObservedChange change) {
        var before = change.cleanupBefore();
        return before == null
                ? ""
                : change.movedCleanup()
                        .map(now -> texts.get("activity.log.cleanup", times.at(now), times.at(before)))
                        .orElse("");
    }

    /** Why an import failed stands in its progress. */
    private String message(ObservedChange change) {
        var progress = change.after().progress();
        return progress == null || !change.after().status().is(Phase.FAILED) || !change.isOfStatus()
                ? ""
                : texts.get("activity.log.message", progress.text());
    }

    private String moment(ObservedChange change) {
        var lastSeen = change.lastSeen();
        return lastSeen == null || change.moment().isShort()
                ? ""
                : texts.get("activity.log.between", period(lastSeen, change.at()));
    }

    private String command(Command command) {
        var author = command.author();
        var user = command.isByPolicy() ? texts.get("activity.log.policy") : author.user();
        var requested = user.isBlank()
                ? texts.get("activity.log.requested", times.time(command.requestedAt()))
                : texts.get("activity.log.requestedBy", times.time(command.requestedAt()), user);
        var asked = author.reason().isBlank() ? "" : texts.get("activity.log.reason", author.reason());
        var due = command.cleanupTime() == null
                ? ""
                : texts.get("activity.log.askedFor", times.at(command.cleanupTime().at()));
        return joined(Stream.concat(
                Stream.of(requested), Stream.of(accepted(command), outcome(command), due, asked,
                        commands.reason(command))));
    }

    private String accepted(Command command) {
        return command.states().stream().filter(CommandState.Accepted.class::isInstance).findFirst()
                .map(state -> texts.get("activity.log.accepted", after(command, state)))
                .orElse("");
    }

    private String outcome(Command command) {
        return command.isOpen()
                ? ""
                : texts.get("activity.log.outcome", commands.outcome(command), after(command, command.state()));
    }

    private String after(Command command, CommandState state) {
        return times.duration(Duration.between(command.requestedAt(), state.at()));
    }

    private String answer(Answer answer) {
        return texts.get(switch (answer) {
            case Answer.Pending _ -> "activity.log.initialize.pending";
            case Answer.Created _ -> "activity.log.initialize.created";
            case Answer.Declined declined -> declined.wasAnswered()
                    ? "activity.log.initialize.declined" : "activity.log.initialize.notSent";
            case Answer.Lost _ -> "activity.log.initialize.lost";
            case Answer.Dismissed _ -> "activity.log.initialize.dismissed";
        });
    }

    private String initialize(Initialization initialization) {
        var at = times.time(initialization.at());
        var requested = initialization.askedBy().isBlank()
                ? texts.get("activity.log.requested", at)
                : texts.get("activity.log.requestedBy", at, initialization.askedBy());
        var why = switch (initialization.answer()) {
            case Answer.Pending _,Answer.Created _ -> "";
            case Answer.Declined declined -> facts.of(declined.why());
            case Answer.Lost lost -> facts.of(lost.why());
            case Answer.Dismissed dismissed -> facts.of(dismissed.why());
        };
        return joined(Stream.of(requested, why));
    }

    /** As it was said then: what was due in an hour may be long over. */
    private String alert(AlertStep step) {
        var fact = new FactText(texts, times.asOf(step.at())).of(step.raised().fact());
        return switch (step.state()) {
            case AlertRecord.State.Raised _ -> texts.get("activity.log.raised", fact);
            case AlertRecord.State.Acknowledged(_, var by) -> by.isEmpty()
                    ? texts.get("activity.log.acknowledged", fact)
                    : texts.get("activity.log.acknowledgedBy", fact, by);
            case AlertRecord.State.Ended _ -> texts.get("activity.log.ended", fact);
        };
    }

    private String remark(Remark remark) {
        return switch (remark.kind()) {
            case NOTE -> texts.get("activity.log.note", remark.author(), remark.text());
            case CLAIM -> texts.get("activity.log.claim", remark.author());
            case RELEASE -> texts.get("activity.log.release", remark.author());
            case ACKNOWLEDGE, END -> "";
        };
    }

    private static String key(AwayPeriod away) {
        return switch (away.reason()) {
            case CLOSED -> "activity.log.away.closed";
            case ASLEEP -> "activity.log.away.asleep";
            case UNREACHABLE -> "activity.log.away.unreachable";
        };
    }

    private String length(AwayPeriod away) {
        return times.duration(Duration.between(away.from(), away.to()));
    }

    private String found(AwayPeriod away) {
        return texts.get("activity.log.away.found", away.changes(), away.alerts());
    }

    /** The day once, where both are on the same. */
    private String period(Instant from, Instant to) {
        var isOneDay = times.zoned(from).toLocalDate().equals(times.zoned(to).toLocalDate());
        return texts.get("activity.log.period", times.at(from), isOneDay ? times.time(to) : times.at(to));
    }
}
