package dev.longshore.usertext;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers as people type them: in the digits of any script, with groups, with a comma or a point. What could be read in two
 * ways is read as the language writes it; what still could, is no number. Nothing is rounded or repaired. Pure.
 *
 * @param locale the language of the user
 */
public record NumberText(Locale locale) {
    private static final int LONGEST = 40;
    private static final Pattern SIGN_AND_DIGITS = Pattern.compile("([+-]?)([0-9.,' ]*[0-9])");
    private static final Pattern OTHER_NUMBER = Pattern.compile("\\p{No}");
    private static final Pattern PLAIN = Pattern.compile("\\d+");
    private static final String GROUPED = "[1-9]\\d{0,2}(?:%s\\d{3})+";
    private static final Pattern BY_BLANKS = Pattern.compile(GROUPED.formatted("[ ']") + "(?:[.,]\\d+)?");
    private static final Pattern BY_POINTS = Pattern.compile(GROUPED.formatted("\\.") + ",\\d+");
    private static final Pattern BY_COMMAS = Pattern.compile(GROUPED.formatted(",") + "\\.\\d+");
    /** Countries and languages of the Indian subcontinent, which Java's own formats do not tell apart. */
    private static final Set<String> LAKHS = Set.of("IN", "BD", "NP", "PK", "LK", "as", "bn", "gu", "hi", "kn", "ml",
            "mr",
            "ne", "or", "pa", "ta", "te");
    /** Groups of two before the last one, as India writes them. */
    private static final Pattern BY_LAKHS = Pattern.compile("[1-9]\\d?(?:,\\d{2})+,\\d{3}(?:\\.\\d+)?");
    private static final Pattern SEVERAL_GROUPS = Pattern
            .compile("[1-9]\\d{0,2}(?:\\.\\d{3}){2,}|[1-9]\\d{0,2}(?:,\\d{3}){2,}");
    private static final Pattern ONE_GROUP = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");
    private static final Pattern DECIMAL = Pattern.compile("\\d*[.,]\\d+");

    /** The number; empty where {@code text} is none. */
    public Optional<BigDecimal> read(String text) {
        var plain = plain(text);
        var form = SIGN_AND_DIGITS.matcher(plain);
        if (plain.length() > LONGEST || !form.matches()) {
            return Optional.empty();
        }
        return digits(form.group(2)).map(digits -> new BigDecimal(form.group(1) + digits));
    }

    /** The whole number between the two, and both of them; empty where {@code text} is none. */
    public OptionalInt readWhole(String text, int least, int most) {
        return read(text).filter(each -> each.scale() == 0 && each.compareTo(BigDecimal.valueOf(least)) >= 0
                && each.compareTo(BigDecimal.valueOf(most)) <= 0)
                .map(each -> OptionalInt.of(each.intValueExact())).orElseGet(OptionalInt::empty);
    }

    /** As {@link #read} takes it, without groups. */
    public String write(BigDecimal number) {
        return number.toPlainString().replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    }

    /** In ASCII digits and signs, without what cannot be seen; a raised or circled digit stays what it is. */
    static String plain(String text) {
        if (OTHER_NUMBER.matcher(text).find()) {
            return text;
        }
        var signs = Normalizer.normalize(CleanText.withPlainSigns(CleanText.of(text)), Normalizer.Form.NFKC).strip()
                .replace('\u2212', '-').replace('\u066b', '.').replace('\u066c', '\'').replace('\u060c', ',');
        var plain = new StringBuilder();
        signs.codePoints().forEach(each -> plain.appendCodePoint(
                Character.isDigit(each) ? '0' + Character.digit(each, 10) : each));
        return plain.toString();
    }

    private Optional<String> digits(String text) {
        if (PLAIN.matcher(text).matches()) {
            return Optional.of(text);
        }
        if (BY_BLANKS.matcher(text).matches()) {
            return Optional.of(text.replaceAll("[ ']", "").replace(',', '.'));
        }
        if (BY_POINTS.matcher(text).matches()) {
            return Optional.of(text.replace(".", "").replace(',', '.'));
        }
        if (BY_COMMAS.matcher(text).matches()) {
            return Optional.of(text.replace(",", ""));
        }
        if (BY_LAKHS.matcher(text).matches() && hasLakhs()) {
            return Optional.of(text.replace(",", ""));
        }
        if (SEVERAL_GROUPS.matcher(text).matches()) {
            return Optional.of(text.replaceAll("[.,]", ""));
        }
        return ONE_GROUP.matcher(text).matches() ? byLanguage(text) : decimal(text);
    }

    private boolean hasLakhs() {
        return LAKHS.contains(locale.getCountry()) || LAKHS.contains(locale.getLanguage());
    }

    /** "1,000" is a thousand in one language and one in another. */
    private Optional<String> byLanguage(String text) {
        var symbols = DecimalFormatSymbols.getInstance(locale);
        var sign = text.substring(text.length() - 4, text.length() - 3);
        if (plain("" + symbols.getGroupingSeparator()).equals(sign)) {
            return Optional.of(text.replaceAll("[.,]", ""));
        }
        return plain("" + symbols.getDecimalSeparator()).equals(sign) ? decimal(text) : Optional.empty();
    }

    private static Optional<String> decimal(String text) {
        return DECIMAL.matcher(text).matches() ? Optional.of(text.replace(',', '.')) : Optional.empty();
    }
}
