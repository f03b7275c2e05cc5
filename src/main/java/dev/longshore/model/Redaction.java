package dev.longshore.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a text whatever looks like a token or a credential: the last net under texts that come from elsewhere
 * (a library's exception, a log, something pasted). What is known to be secret never gets into a text at all. Pure.
 */
public final class Redaction {
    private static final String MARK = "•••";

    /** A quotation mark, also as addresses, pages and texts within texts write it. */
    private static final String QUOTE = "(?:\\\\*[\"']|%(?:25)*22|&quot;|&#(?:34|x22);|\\\\+(?:u00|x)22)?";
    private static final String IS = QUOTE + "\\s*(?:=>|:=|[:=]|%(?:25)*3[AD]|&#(?:58|61);|(?<=[a-z])>)\\s*" + QUOTE;
    private static final String VALUE = "(?:(?!%(?:25)*22|&quot;)[^\\s\"',;}<>\\\\•])+";

    /** Each keeps its first group and takes out the rest. */
    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile(
                    "()-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----.*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|\\z)",
                    Pattern.DOTALL),
            Pattern.compile("(?i)()AstraCS(?::|%(?:25)*3A|\\\\+u003a|&#(?:58|x3a);)[^\\s\"'<>,;]+"),
            Pattern.compile("(?i)((?:authorization\\s*[:=]\\s*)?\\b(?:bearer|basic)\\s+)[A-Za-z0-9+/._~=:-]{8,}"),
            Pattern.compile("(?i)(\\bauthorization" + IS + "(?:[a-z0-9-]+\\s+)?)(?=[^\\s\"']*\\d)[^\\s\"'•]{8,}"),
            Pattern.compile(
                    "(?i)((?:aws_?)?(?:secret[_ -]?(?:access[_ -]?)?key|session[_-]?token|access[_-]?key[_-]?id|url_?signature"
                            + "|(?:migration_|account_)?sas(?:_?token)?|(?:account|storage|shared_?access|api|private)[_-]?key"
                            + "|shared_?access_?signature|client[_-]?secret|passw(?:or)?d|pwd|passphrase"
                            + "|(?:access|refresh|id|auth)[_-]?token)" + IS + ")" + VALUE),
            Pattern.compile("(?i)(secret[_-]?access[_-]?key\\s+[\"']?)[^\\s\"',;=:•]{6,}"),
            Pattern.compile("(?i)(\\btoken" + IS + ")(?=[^\\s\"']*\\d)(?!AstraCS)[^\\s\"',;}<>\\\\•]{12,}"),
            Pattern.compile("(?i)((?<![a-z0-9])(?:sig|signature|token|access_token|x-(?:amz|goog)-[a-z-]+)"
                    + "\\s*(?:=|%(?:25)*3D|(?<=signature)>)[\"']?)[^&\\s\"'<>•]+"),
            Pattern.compile("(?i)([\"'](?:sig|signature)[\"']\\s*:\\s*[\"'])[^\\s\"'•]+"),
            Pattern.compile(
                    "(?i)(\\bx-(?:amz|goog|ms|api)-[a-z-]*(?:token|signature|credential|key)\\s*+:\\s*+)[^\\s\"'<>,;•]+"),
            Pattern.compile("(?i)(\\b(?:set-)?cookie\\s*+:\\s*+)[^\\r\\n\"'<>•]+"),
            Pattern.compile("()\\b(?:AKIA|ASIA)[A-Z0-9]{12,}\\b"),
            Pattern.compile("()\\b(?:ya29\\.|AIza|gh[opsur]_|github_pat_|glpat-|xox[abeoprs]-)[A-Za-z0-9_.-]{16,}"),
            Pattern.compile("(?i)(\\b[a-z][a-z0-9+.-]*://)[^/\\s@\"'<>]+(?=@)"),
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
