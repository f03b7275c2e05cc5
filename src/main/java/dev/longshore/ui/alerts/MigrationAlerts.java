package dev.longshore.ui.alerts;

import dev.longshore.model.NeedsMe;
import dev.longshore.model.Notice;
import dev.longshore.model.Status;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.text.CommandText;
import dev.longshore.ui.theme.Token;
import dev.longshore.watch.Problem;
import dev.longshore.watch.WatchedMigration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is to say about one migration now. */
final class MigrationAlerts {
    private final Feed feed;
    private final CommandText commands;

    MigrationAlerts(Ui ui, Feed feed) {
        this.feed = feed;
        commands = new CommandText(ui.texts());
    }

    List<Alert> of(WatchedMigration migration) {
        return Stream.of(notices(migration), need(migration), command(migration)).flatMap(each -> each).toList();
    }

    private Stream<Alert> notices(WatchedMigration migration) {
        return migration.notices(feed.serviceTime(migration.key())).stream()
                .filter(notice -> notice.severity() != Notice.Severity.LOG)
                .map(notice -> alert(migration, notice.sentence(), token(notice.severity())));
    }

    private static Token token(Notice.Severity severity) {
        return switch (severity) {
            case ACT_NOW -> Token.DANGER;
            case SOON -> Token.RISK;
            case GOOD -> Token.GOOD;
            case LOG -> Token.NEUTRAL;
        };
    }

    /** What no notice is about: that it cannot be asked about, or answers a word nobody knows. */
    private Stream<Alert> need(WatchedMigration migration) {
        var known = migration.lastKnown();
        var isStrange = known != null && known.status() instanceof Status.Unknown;
        var problem = Optional.ofNullable(migration.problem()).map(Problem::sentence).orElse(null);
        return Optional.of(migration).filter(_ -> isStrange || problem != null)
                .flatMap(each -> NeedsMe.reason(feed.situation(each), each.deadlines(), each.forecast(), problem))
                .map(why -> alert(migration, why, Token.RISK))
                .stream();
    }

    private Stream<Alert> command(WatchedMigration migration) {
        return Optional.of(commands.reason(migration.latest()))
                .filter(why -> !why.isBlank())
                .map(why -> alert(migration, commands.news(migration.latest()) + ". " + why, Token.RISK))
                .stream();
    }

    private static Alert alert(WatchedMigration migration, String sentence, Token token) {
        return new Alert(migration.name(), sentence, token, Optional.of(migration.key()));
    }
}
