package dev.longshore.registerfile;

import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.FileFact;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Migrations out of any text: API addresses (also broken over lines), status answers, variables and options that are named
 * after the IDs, and pairs of IDs. Only UUIDs are IDs. A line that holds IDs and names no migration is a problem; where
 * nothing but pairs is found, so is every other line.
 */
final class FreeTextReader {
    static final String UUID = "(?i:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";
    static final String ID = "((?<![0-9A-Za-z]|[0-9A-Za-z]-)" + UUID + "(?!-?[0-9A-Za-z]))";
    /** The end of a line within an address, with what a shell, a mail or a document adds there. */
    private static final String WRAP = "(?:[\"']?[\\\\^`=]?\\n(?:> ?){0,5}[ \\t]{0,40}[\"']?)?";
    private static final String WRAPPED_ID = "((?i:" + wrapped("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxx") + "[0-9a-f]))";
    private static final Pattern ADDRESS = Pattern.compile(
            wrapped("/databases/") + WRAPPED_ID + WRAP + "(?:" + wrapped("/datacenters/") + "[^/]{1,80}?)?"
                    + wrapped("/migrations/") + WRAPPED_ID + "(?!-?[0-9A-Za-z])");
    private static final Pattern WITH_A_SLASH = Pattern
            .compile("(?<![\\w/.-])(" + UUID + ")" + WRAP + "/" + WRAP + "(" + UUID + ")(?![\\w/-])");
    private static final Pattern ID_OVER_LINES = Pattern
            .compile("(?<![0-9A-Za-z])" + WRAPPED_ID + "(?!-?[0-9A-Za-z])");
    private static final Pattern LINK = Pattern.compile("longshore://migration/" + ID + "/" + ID);
    /** The items of a list may be numbered. */
    private static final Pattern SIDE_BY_SIDE = Pattern
            .compile("(?m)^[^\\p{Alnum}\\n]*+(?:\\d{1,5}[.):] [^\\p{Alnum}\\n]*+)?" + ID + "[^\\p{Alnum}\\n]++" + ID
                    + "[^\\p{Alnum}\\n]*+$");
    private static final Pattern ANY_ID = Pattern.compile(ID);
    private static final Pattern INITIALIZE = Pattern.compile("(?i)/migrations/initialize\\b");
    /** Quotation marks and slashes of a text within a text. */
    private static final Pattern ESCAPES = Pattern.compile("\\\\(?=\\\\*[\"/])");
    /** Signs of ASCII as addresses, logs, mails and pages write them; but for the beginning of an ID. */
    private static final Pattern CODED = Pattern.compile(
            "(?:%(?:25)*|\\\\{1,8}x|\\\\{1,8}u00|=(?!(?i:[0-9a-f]{8}-)))(?<hex>(?i:2[0-9A-F]|3[A-F]|40|5[B-F]|60|7[B-E]))"
                    + "|&#0{0,5}(?<decimal>3[2-9]|4[0-7]|5[89]|6[0-4]|9[1-6]|12[3-6]);"
                    + "|&#[xX]0{0,5}(?<reference>2[0-9a-fA-F]|3[a-fA-F]|40|5[b-fB-F]|60|7[b-eB-E]);"
                    + "|&(?<name>quot|apos|amp|lt|gt|nbsp|sol);");
    private static final Map<String, String> NAMED_SIGNS = Map.of("quot", "\"", "apos", "'", "amp", "&", "lt", "<",
            "gt",
            ">", "nbsp", " ", "sol", "/");
    /** Tags of a page, and the name of a kind of ID, that say nothing of what stands there. */
    private static final Pattern TAG = Pattern.compile(
            "</?(?i:table|thead|tbody|tr|td|th|ul|ol|li|p|div|br|pre|code|span|b|strong|i|em|u)(?:\\s[^<>\\n]{0,200})?/?>|(?i:urn:uuid:)(?=[0-9a-fA-F])");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");
    private static final int MOST_NOTES = 1_000;

    private final RegisterFileBuilder builder = new RegisterFileBuilder();
    private final BitSet understood = new BitSet();
    private final Set<String> ids = new HashSet<>();
    private final String original;
    private final String text;
    private boolean onlyPairs = true;

    /** @param text cleaned; in the forms that look alike, signs become those of an ID */
    FreeTextReader(String text) {
        this.original = text;
        var decoded = CODED.matcher(text).replaceAll(each -> Matcher.quoteReplacement(sign(each)));
        var unescaped = TAG.matcher(ESCAPES.matcher(decoded).replaceAll("")).replaceAll(" ");
        this.text = withWholeIds(Normalizer.normalize(unescaped, Normalizer.Form.NFKC));
    }

    private static String sign(MatchResult coded) {
        var name = coded.group("name");
        if (name != null) {
            return NAMED_SIGNS.getOrDefault(name, "");
        }
        var decimal = coded.group("decimal");
        var hex = coded.group("hex") == null ? coded.group("reference") : coded.group("hex");
        return Character.toString(decimal == null ? Integer.parseInt(hex, 16) : Integer.parseInt(decimal));
    }

    /** An ID that is broken over lines stands in the first of them, and the ends of lines behind it: numbers of lines stay. */
    private static String withWholeIds(String text) {
        var whole = new StringBuilder();
        var broken = ID_OVER_LINES.matcher(text);
        var ends = 0;
        var from = 0;
        while (broken.find()) {
            ends = append(whole, text.substring(from, broken.start()), ends)
                    + (int) broken.group().chars().filter(each -> each == '\n').count();
            whole.append(plain(broken.group()));
            from = broken.end();
        }
        return whole.append("\n".repeat(append(whole, text.substring(from), ends))).toString();
    }

    /** Appends a part, with so many ends of lines more where it has one; how many are still to come. */
    private static int append(StringBuilder whole, String part, int ends) {
        var end = ends == 0 ? -1 : part.indexOf('\n');
        whole.append(end < 0 ? part : part.substring(0, end) + "\n".repeat(ends) + part.substring(end));
        return end < 0 ? ends : 0;
    }

    private static String wrapped(String pattern) {
        var wrapped = new StringBuilder();
        pattern.chars().forEach(each -> wrapped.append(each == 'x' ? "[0-9a-f]" : (char) each).append(WRAP));
        return wrapped.toString();
    }

    RegisterFile read() {
        addAll(ADDRESS);
        addAll(LINK);
        new NamedIds(text, this::add).read();
        onlyPairs = ids.isEmpty();
        addAll(WITH_A_SLASH);
        addAll(SIDE_BY_SIDE);
        addProblems();
        return builder.toFile();
    }

    private void addAll(Pattern form) {
        form.matcher(text).results().forEach(match -> add(plain(match.group(1)), plain(match.group(2)), match.start(),
                match.end()));
    }

    private static String plain(String id) {
        return id.replaceAll("[^0-9A-Fa-f-]", "");
    }

    private void add(String database, String migration, int from, int to) {
        var ref = new MigrationRef(new DatabaseId(database), new MigrationId(migration));
        if (ref.hasServiceIds()) {
            builder.add(ref);
            ids.add(ref.database().value());
            ids.add(ref.migration().value());
            understood.set(from, to);
        }
    }

    private void addProblems() {
        var start = 0;
        var number = 1;
        var left = 0;
        var originals = original.split("\n", -1);
        for (var line : text.split("\n", -1)) {
            if (isStrange(line, start) && ++left <= MOST_NOTES) {
                var isInitialize = INITIALIZE.matcher(line).find();
                builder.addProblem(isInitialize ? FileFact.INITIALIZE_CALL : FileFact.LINE_NOT_UNDERSTOOD,
                        Integer.toString(number), RegisterFileBuilder.quoted(originals[number - 1].strip()));
            }
            start += line.length() + 1;
            number++;
        }
        if (left > MOST_NOTES) {
            builder.addProblem(FileFact.MORE_LINES, left - MOST_NOTES);
        }
    }

    private boolean isStrange(String line, int start) {
        var next = understood.nextSetBit(start);
        if (next >= 0 && next < start + line.length()) {
            return false;
        }
        return onlyPairs
                ? WORD.matcher(line).find()
                : ANY_ID.matcher(line).results().anyMatch(each -> !ids.contains(new DatabaseId(each.group()).value()));
    }
}
