package dev.longshore.ui.detail;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.userdate.AutomaticMove;
import dev.longshore.model.userdate.DatedDeadline;
import dev.longshore.model.userdate.DatedDeadline.DueTime;
import dev.longshore.model.userdate.FreezeWindow.FreezePeriod;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.control.timeline.DrawnDate;
import dev.longshore.ui.control.timeline.DrawnDate.DateOrigin;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.look.Urgency;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the user has set for a migration, as marks of its timeline. */
final class UserDateMarks {
    private static final Duration FREEZES_BEFORE = Duration.ofDays(7);
    private static final Duration FREEZES_AFTER = Duration.ofDays(21);

    private final UiContext context;
    private final SnapshotFeed feed;

    UserDateMarks(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
    }

    /** Its deadlines, as far as their times are known, the freeze windows of these weeks, and where a policy moves its cleanup. */
    Stream<DrawnDate> of(WatchedMigration migration) {
        var now = feed.serviceTime(migration.key());
        return Stream.of(
                migration.ownDeadlines(now).stream().flatMap(each -> deadline(migration, each)),
                migration.ownDates().freezesBetween(now.minus(FREEZES_BEFORE), now.plus(FREEZES_AFTER))
                        .map(each -> freeze(migration, each)),
                migration.ownDates().move().stream().map(each -> move(migration, each))).flatMap(each -> each);
    }

    private DrawnDate move(WatchedMigration migration, AutomaticMove move) {
        return new DrawnDate(migration.key(), DateOrigin.POLICY, context.texts().get("detail.policy.label"),
                say(move.fact()), move.to().at(), move.to().at(), Urgency.CALM);
    }

    private Stream<DrawnDate> deadline(WatchedMigration migration, DatedDeadline dated) {
        return dated.due() instanceof DueTime.DueBetween(var earliest, var latest)
                ? Stream.of(new DrawnDate(migration.key(), DateOrigin.DEADLINE, dated.deadline().name(),
                        sentence(dated), earliest, latest, dated.isMissed() ? Urgency.SOON : Urgency.CALM))
                : Stream.empty();
    }

    private String sentence(DatedDeadline dated) {
        return Stream.of(
                context.texts().get("detail.deadline.is", dated.deadline().name()),
                dated.answer().map(each -> context.texts().get("text.deadline.answer", say(each.fact()))).orElse(""))
                .filter(each -> !each.isEmpty()).collect(Collectors.joining(" "));
    }

    private DrawnDate freeze(WatchedMigration migration, FreezePeriod period) {
        var name = period.window().name();
        return new DrawnDate(migration.key(), DateOrigin.FREEZE, name, context.texts().get("detail.freeze.is", name),
                period.from(), period.until(), Urgency.CALM);
    }

    private String say(Fact fact) {
        return context.sentence(fact);
    }
}
