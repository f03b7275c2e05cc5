package dev.longshore.model;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.StartFact;
import java.util.Locale;

/**
 * The JDBC address of a team's journal. Holds no password.
 *
 * @param url what the driver is given
 */
public record JournalAddress(String url) {
    private static final String SCHEME = "jdbc:postgresql:";

    /**
     * Reads it as a user has typed it.
     *
     * @throws FactException when it is no address of PostgreSQL, or has a password in it, which others could read
     */
    public static JournalAddress of(String text) {
        var url = text.strip();
        if (!url.startsWith(SCHEME) || url.length() == SCHEME.length() || !url.matches("[!-~]+")) {
            throw new FactException(Fact.of(StartFact.JOURNAL_MALFORMED));
        }
        if (hasPassword(url)) {
            throw new FactException(Fact.of(StartFact.JOURNAL_WITH_PASSWORD));
        }
        return new JournalAddress(url);
    }

    private static boolean hasPassword(String url) {
        var question = url.indexOf('?');
        var parameters = question < 0 ? "" : url.substring(question).toLowerCase(Locale.ROOT);
        return parameters.contains("password") || parameters.contains("%")
                || (question < 0 ? url : url.substring(0, question)).contains("@");
    }

    /** Where it is, for people. */
    public String place() {
        return url.substring("jdbc:".length()).split("\\?", 2)[0];
    }
}
