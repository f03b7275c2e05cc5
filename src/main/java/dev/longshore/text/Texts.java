package dev.longshore.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The window's texts, one bundle for all views. A text with arguments is a {@link MessageFormat}; so is one without, so
 * an apostrophe is always written twice. May be used from any thread.
 */
public final class Texts {
    private final ResourceBundle bundle;
    private final Map<String, MessageFormat> parsed = new ConcurrentHashMap<>();

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

    /** Parsed once, because that takes many times as long as to format; the formats themselves are not thread-safe. */
    private String format(String key, String text, Object... arguments) {
        var format = parsed.computeIfAbsent(key, _ -> new MessageFormat(text, locale()));
        synchronized (format) {
            return format.format(arguments);
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
