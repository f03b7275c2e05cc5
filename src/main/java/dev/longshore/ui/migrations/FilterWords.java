package dev.longshore.ui.migrations;

import dev.longshore.model.advice.RiskRank;
import dev.longshore.usertext.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is typed into the quick filter: {@code status:paused cleanup:<24h tag:wave3 database:orders connection:prod
 * name:"two words"}, and free words that may stand in any column. Every word narrows further. Pure.
 *
 * @param tests what a row must pass; the time is the service's, in UTC
 * @param unknown words that look like a condition and are none, as typed; they hide no row
 */
record FilterWords(List<BiPredicate<MigrationRow, Instant>> tests, List<String> unknown) {
    /** The conditions that can be typed, as they are written. */
    static final List<String> FIELDS = List.of("status", "name", "tag", "database", "connection", "cleanup");

    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"?)+");
    private static final Pattern FIELD = Pattern.compile("(\\p{L}+):(?!//)(.*)", Pattern.DOTALL);
    private static final Pattern DISTANCE = Pattern.compile("([<>]?)=?(.+)");

    /** Reads what is typed. */
    static FilterWords of(String typed) {
        var tests = new ArrayList<BiPredicate<MigrationRow, Instant>>();
        var unknown = new ArrayList<String>();
        WORD.matcher(typed).results().map(each -> each.group()).forEach(word -> {
            var field = FIELD.matcher(word);
            if (field.matches() && !isQuoted(word)) {
                condition(lower(field.group(1)), plain(field.group(2)))
                        .ifPresentOrElse(tests::add, () -> unknown.add(word));
            } else if (!plain(word).isEmpty()) {
                var text = plain(word);
                tests.add((row, _) -> row.searchText().contains(text));
            }
        });
        return new FilterWords(List.copyOf(tests), List.copyOf(unknown));
    }

    private static boolean isQuoted(String word) {
        return word.startsWith("\"");
    }

    private static String plain(String word) {
        return lower(word.replace("\"", "")).strip();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Optional<BiPredicate<MigrationRow, Instant>> condition(String field, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return switch (field) {
            case "status" -> Optional.of(holds(row -> Stream.of(row.statusText()), value));
            case "name" -> Optional.of(holds(row -> Stream.of(row.migration().name()), value));
            case "tag" -> Optional.of(holds(row -> row.migration().tags().stream(), value));
            case "database" -> Optional.of(holds(FilterWords::database, value));
            case "connection" -> Optional.of(holds(row -> Stream.of(row.migration().connection().name()), value));
            case "cleanup" -> cleanup(value);
            default -> Optional.empty();
        };
    }

    private static BiPredicate<MigrationRow, Instant> holds(Function<MigrationRow, Stream<String>> texts,
            String value) {
        return (row, _) -> texts.apply(row).anyMatch(text -> lower(text).contains(value));
    }

    private static Stream<String> database(MigrationRow row) {
        var database = row.migration().database();
        var id = Stream.of(row.key().ref().database().value());
        return database == null ? id : Stream.concat(id, Stream.of(database.label()));
    }

    /** {@code <24h}, {@code >3d}, {@code 24h} for less than that, {@code unknown}, {@code risk}. */
    private static Optional<BiPredicate<MigrationRow, Instant>> cleanup(String value) {
        var distance = DISTANCE.matcher(value);
        var typed = distance.matches() ? DurationText.read(distance.group(2), Locale.ROOT) : Optional.<Duration>empty();
        if (typed.isPresent()) {
            var length = typed.get();
            return Optional.of(distance.group(1).equals(">")
                    ? (row, now) -> due(row, at -> at.isAfter(now.plus(length)))
                    : (row, now) -> due(row, at -> !at.isAfter(now.plus(length))));
        }
        return switch (value) {
            case "unknown" -> Optional.of((row, _) -> row.migration().cleanup().isEmpty());
            case "risk" -> Optional.of((row, _) -> row.rank().level() == RiskRank.Level.AT_RISK);
            default -> Optional.empty();
        };
    }

    private static boolean due(MigrationRow row, Predicate<Instant> test) {
        return row.migration().cleanup().filter(each -> test.test(each.at())).isPresent();
    }

    boolean test(MigrationRow row, Instant now) {
        return tests.stream().allMatch(each -> each.test(row, now));
    }
}
