package dev.longshore.ui.detail;

import dev.longshore.model.MigrationKey;
import dev.longshore.model.Phase;
import dev.longshore.model.forecast.CostRates;
import dev.longshore.text.AttemptText;
import dev.longshore.text.SizeText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.detail.FactGrid.LabeledValue;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.usertext.NumberText;
import dev.longshore.watch.WatchedMigration;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What waiting and each attempt cost, at the prices that the user has given; nothing without one. FX thread only. */
final class CostFacts {
    private static final BigDecimal SMALLEST = new BigDecimal("0.01");

    private final UiContext context;
    private final SnapshotFeed feed;
    private final AttemptText attempts;
    private final SizeText sizes;

    CostFacts(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
        attempts = new AttemptText(context.texts());
        sizes = new SizeText(context.texts());
    }

    /** How much of it is staged, in bytes, as far as the user or the ledger has said. */
    OptionalLong staged(MigrationKey key) {
        var plan = feed.uploads().get(key);
        if (plan == null) {
            return OptionalLong.empty();
        }
        var arrives = feed.migration(key).filter(each -> isIn(each, Phase.RECEIVING_FILES)).isPresent();
        return OptionalLong.of(arrives ? plan.doneBytes() : plan.totalBytes());
    }

    List<LabeledValue> of(WatchedMigration migration, CostRates rates) {
        var facts = new ArrayList<LabeledValue>();
        rates.staging().filter(_ -> !isClosing(migration)).ifPresent(
                price -> facts.add(fact("detail.cost.staging", staging(migration, rates, price))));
        rates.loading().ifPresent(price -> facts.addAll(loading(migration, rates, price)));
        return facts;
    }

    private String staging(WatchedMigration migration, CostRates rates, BigDecimal price) {
        var bytes = staged(migration.key());
        var due = migration.cleanup();
        if (bytes.isEmpty()) {
            return say("detail.cost.noSize");
        }
        if (due.isEmpty()) {
            return say("detail.cost.noTime");
        }
        var left = Duration.between(feed.serviceTime(migration.key()), due.get().at());
        return rates.stagingCost(bytes.getAsLong(), left).map(cost -> left.isPositive()
                ? say("detail.cost.staging.value", amount(cost, rates), sizes.of(bytes.getAsLong()),
                        context.times().duration(left), exact(price, rates))
                : say("detail.cost.staging.due")).orElse("");
    }

    private List<LabeledValue> loading(WatchedMigration migration, CostRates rates, BigDecimal price) {
        var chain = Stream.of(migration.earlierAttempts().reversed().stream(), Stream.of(migration.key()),
                feed.laterAttempts(migration.key()).stream().map(WatchedMigration::key)).flatMap(each -> each).toList();
        if (chain.size() == 1) {
            return List.of(fact("detail.cost.loading", loading(migration.key(), rates, price)));
        }
        var facts = new ArrayList<>(List.of(fact("detail.cost.loading", total(chain, rates))));
        for (var each : chain) {
            facts.add(new LabeledValue(label(each, chain), say("detail.cost.attempt.value",
                    attempts.name(each, feed.snapshotProperty().get()), loading(each, rates, price))));
        }
        return facts;
    }

    /** Two attempts in the place of one have the same number. */
    private String label(MigrationKey key, List<MigrationKey> chain) {
        var number = feed.migration(key).map(WatchedMigration::attempt).orElse(chain.indexOf(key) + 1);
        return say("detail.cost.attempt", number);
    }

    private String loading(MigrationKey key, CostRates rates, BigDecimal price) {
        var bytes = total(key);
        var cost = bytes.stream().boxed().flatMap(each -> rates.loadingCost(each).stream()).findFirst();
        return cost.map(each -> say(
                loadingKey(feed.migration(key)), amount(each, rates), sizes.of(bytes.orElse(0)), exact(price, rates)))
                .orElseGet(() -> say("detail.cost.noSize"));
    }

    /** An import that failed may have loaded only a part; one that was not launched has loaded nothing. */
    private static String loadingKey(Optional<WatchedMigration> migration) {
        if (migration.filter(each -> isIn(each, Phase.FAILED) || isIn(each, Phase.ABORTED)).isPresent()) {
            return "detail.cost.loading.most";
        }
        return migration.filter(each -> isIn(each, Phase.INITIALIZING) || isIn(each, Phase.RECEIVING_FILES)).isPresent()
                ? "detail.cost.loading.planned"
                : "detail.cost.loading.value";
    }

    private String total(List<MigrationKey> chain, CostRates rates) {
        var known = chain.stream().flatMapToLong(each -> total(each).stream()).toArray();
        var unknown = chain.size() - known.length;
        var sum = LongStream.of(known).boxed().flatMap(each -> rates.loadingCost(each).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return known.length == 0 ? say("detail.cost.noSize")
                : say("detail.cost.total", amount(sum, rates), chain.size(), unknown);
    }

    private OptionalLong total(MigrationKey key) {
        var plan = feed.uploads().get(key);
        return plan == null ? OptionalLong.empty() : OptionalLong.of(plan.totalBytes());
    }

    private static boolean isIn(WatchedMigration migration, Phase phase) {
        return migration.situation().phase().filter(phase::equals).isPresent();
    }

    private static boolean isClosing(WatchedMigration migration) {
        return migration.situation().phase().filter(Phase::isClosing).isPresent();
    }

    private String amount(BigDecimal cost, CostRates rates) {
        var key = cost.signum() > 0 && cost.compareTo(SMALLEST) < 0 ? "detail.cost.amount.less" : "detail.cost.amount";
        return say(key, cost, rates.currency()).strip();
    }

    /** A price as the user has given it. */
    private String exact(BigDecimal price, CostRates rates) {
        return say("detail.cost.price", new NumberText(context.times().region()).write(price), rates.currency())
                .strip();
    }

    private LabeledValue fact(String name, String value) {
        return new LabeledValue(say(name), value);
    }

    private String say(String key, Object... figures) {
        return context.texts().get(key, figures);
    }
}
