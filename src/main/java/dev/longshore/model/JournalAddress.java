package dev.longshore.model;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.StartFact;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The JDBC address of a team's journal. Holds no password.
 *
 * @param url what the driver is given
 */
public record JournalAddress(String url) {
    /** The journal in the data folder, whatever is chosen in the settings. */
    public static final JournalAddress LOCAL = new JournalAddress("local");

    /** Hosts with or without a port, and a database; what stands behind a question mark is the driver's. */
    private static final Pattern WELL_FORMED = Pattern.compile(
            "jdbc:postgresql:(//[^/?#\\s]+/)?[^/?#:\\s]+(\\?[!-~]*)?", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PORT = Pattern.compile(":(\\d+)(?=[,/])");
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads it as a user has typed it.
     *
     * @throws FactException when it is no address of PostgreSQL, or has a password in it, which others could read
     */
    public static JournalAddress of(String text) {
        var url = text.strip();
        return url.equals(LOCAL.url()) ? LOCAL : ofDatabase(url);
    }

    /**
     * As {@link #of}, but of a database only.
     *
     * @throws FactException as there
     */
    public static JournalAddress ofDatabase(String text) {
        var url = text.strip();
        if (hasPassword(url)) {
            throw new FactException(Fact.of(StartFact.JOURNAL_WITH_PASSWORD));
        }
        if (!WELL_FORMED.matcher(url).matches() || hasImpossiblePort(url)) {
            throw new FactException(Fact.of(StartFact.JOURNAL_MALFORMED));
        }
        return new JournalAddress(url);
    }

    private static boolean hasImpossiblePort(String url) {
        return PORT.matcher(url.split("\\?", 2)[0]).results().map(each -> each.group(1))
                .anyMatch(each -> each.length() > 5 || Integer.parseInt(each) > HIGHEST_PORT);
    }

    private static boolean hasPassword(String url) {
        var question = url.indexOf('?');
        var parameters = question < 0 ? "" : url.substring(question).toLowerCase(Locale.ROOT);
        return parameters.contains("password") || parameters.contains("%")
                || (question < 0 ? url : url.substring(0, question)).contains("@");
    }

    /** True for the one in the data folder. */
    public boolean isLocal() {
        return equals(LOCAL);
    }

    /** Where it is, for people. */
    public String place() {
        return isLocal() ? url : url.substring("jdbc:".length()).split("\\?", 2)[0];
    }
}
