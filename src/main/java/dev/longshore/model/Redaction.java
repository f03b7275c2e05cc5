package dev.longshore.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a text whatever looks like a token or a credential: the last net under texts that come from elsewhere
 * (a library's exception, a log, something pasted). What is known to be secret never gets into a text at all. Pure.
 */
public final class Redaction {
    private static final String MARK = "•••";

    /** Each keeps its first group and takes out the rest. */
    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("(?i)()AstraCS(?::|%3A)[^\\s\"'<>,;]+"),
            Pattern.compile("(?i)((?:authorization\\s*[:=]\\s*)?\\b(?:bearer|basic)\\s+)[A-Za-z0-9+/._~=:-]{8,}"),
            Pattern.compile("(?i)([\"']?(?:aws_?)?(?:secret_?access_?key|session_?token|access_?key_?id|url_?signature"
                    + "|(?:migration_|account_)?sas(?:_?token)?|(?:account|storage|shared_?access|api|private)_?key"
                    + "|shared_?access_?signature|client_?secret|passw(?:or)?d|(?:access|refresh|id|auth)_?token)"
                    + "\\\\*[\"']?\\s*[:=]\\s*\\\\*[\"']?)[^\\s\"',;}\\\\•]+"),
            Pattern.compile(
                    "(?i)((?<![a-z0-9])(?:sig|signature|token|access_token|x-(?:amz|goog)-[a-z-]+)(?:=|%3D))[^&\\s\"'<>•]+"),
            Pattern.compile("()\\b(?:AKIA|ASIA)[A-Z0-9]{12,}\\b"),
            Pattern.compile("(?i)(\\b[a-z][a-z0-9+.-]*://)[^/\\s@\"'<>]+(?=@)"),
            Pattern.compile(
                    "()-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----.*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|\\z)",
                    Pattern.DOTALL),
            Pattern.compile("()\\beyJ[A-Za-z0-9+/_=.-]{40,}"),
            Pattern.compile("()(?<![A-Za-z0-9+/])(?=[a-z0-9+/]*[A-Z])(?=[A-Za-z+/]*[0-9])[A-Za-z0-9+/]{200,}={0,2}"));

    private Redaction() {}

    /** {@code text} with dots wherever something looked secret. */
    public static String of(String text) {
        var safe = text;
        for (var secret : SECRETS) {
            safe = secret.matcher(safe).replaceAll("$1" + MARK);
        }
        return safe;
    }
}
