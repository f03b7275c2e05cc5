package dev.longshore.text;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The window's texts, one bundle for all views. A text with arguments is a {@link MessageFormat}; so is one without, so
 * an apostrophe is always written twice. May be used from any thread.
 */
public final class Texts {
    private final ResourceBundle bundle;
    private final Map<String, ParsedText> parsed = new ConcurrentHashMap<>();

    /** The texts in the language of {@code locale}, or English where there are none in it. */
    public Texts(Locale locale) {
        bundle = ResourceBundle.getBundle(
                "dev.longshore.text.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The text under {@code key}, with the arguments put in.
     *
     * @throws java.util.MissingResourceException when there is no such key
     */
    public String get(String key, Object... arguments) {
        var text = bundle.getString(key);
        return isPlain(text) ? text : format(key, text, arguments);
    }

    /** Those {@code parts} that are not blank, as one line about one thing. */
    public static String joined(Stream<String> parts) {
        return parts.filter(each -> !each.isBlank()).collect(Collectors.joining(" · "));
    }

    /** Parsed once, because that takes many times as long as to format; the formats themselves are not thread-safe. */
    private String format(String key, String text, Object... arguments) {
        var format = parsed.computeIfAbsent(key, _ -> new ParsedText(text, locale()));
        synchronized (format) {
            return format.with(arguments);
        }
    }

    /** A text with places for arguments. A {@link MessageFormat} alone makes a format anew for each number. */
    private static final class ParsedText {
        private static final Pattern PLACE = Pattern.compile("\\{(\\d+)([},])");

        private final MessageFormat format;
        private final NumberFormat numbers;
        /** The arguments that stand there without a format of their own. */
        private final BitSet plain = new BitSet();

        ParsedText(String text, Locale locale) {
            format = new MessageFormat(text, locale);
            numbers = NumberFormat.getInstance(locale);
            var formatted = new BitSet();
            PLACE.matcher(text).results().forEach(
                    place -> ("}".equals(place.group(2)) ? plain : formatted).set(Integer.parseInt(place.group(1))));
            plain.andNot(formatted);
        }

        String with(Object... arguments) {
            var worded = arguments.clone();
            for (int i = 0; i < worded.length; i++) {
                if (plain.get(i) && worded[i] instanceof Number number) {
                    worded[i] = numbers.format(number);
                }
            }
            return format.format(worded);
        }
    }

    private static boolean isPlain(String text) {
        return text.indexOf('{') < 0 && text.indexOf('\'') < 0;
    }

    /** The language the texts are written in; dates within sentences are formatted in it. */
    public Locale locale() {
        return bundle.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : bundle.getLocale();
    }

    /** The bundle itself, for the loader of views; its values are still patterns. */
    public ResourceBundle bundle() {
        return bundle;
    }
}
