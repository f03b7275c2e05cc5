package dev.longshore.support;

import dev.longshore.text.FactText;
import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * A language made by the test run out of the English texts: every letter accented, in brackets, and two fifths longer.
 * Whatever is shown without brackets in it stands in code instead of the bundle; whatever does not fit in it would not
 * fit in German. Written beside the test classes before the first test, so that it is never shipped.
 */
public final class PseudoLocale implements LauncherSessionListener {
    /** The customary tag of such a language; dates are English in it. */
    public static final Locale LOCALE = Locale.of("en", "XA");

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ACCENTED = "áƀçđéƒğĥíĵķļɱñóþɋŕšţúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ";
    private static final Pattern NOT_WORDS = Pattern.compile(".*\\.(ics|json|png|zip)");

    private static final Pattern IN_BRACKETS = Pattern.compile("⟦[^⟦⟧]*⟧");
    private static final Pattern PLAIN_WORD = Pattern.compile("(?<!\\p{L})[A-Za-z]{3,}(?!\\p{L})");

    /** The texts of the window in it. */
    public static Texts texts() {
        return new Texts(LOCALE);
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        var english = ResourceBundle.getBundle("dev.longshore.text.messages", Locale.ROOT);
        var pseudo = new Properties();
        english.keySet().forEach(key -> pseudo.setProperty(key, transformed(key, english.getString(key))));
        write(pseudo);
    }

    private static void write(Properties pseudo) {
        try {
            var folder = Path.of(PseudoLocale.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .resolve("dev/longshore/text");
            var text = new StringWriter();
            pseudo.store(text, null);
            var written = Files.createTempFile(Files.createDirectories(folder), "messages", ".tmp");
            Files.writeString(written, text.toString());
            // Several processes of one run do this at once; each reads a whole file.
            Files.move(written, folder.resolve("messages_en_XA.properties"), StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sentences with their times in {@code zone}. */
    public static FactText facts(InstantSource clock, ZoneId zone) {
        var times = new TimeText(clock, zone, () -> TimeText.ZoneChoice.LOCAL, texts());
        return new FactText(texts(), times);
    }

    /** The words of {@code text} that are not in this language, but for {@code data} that nobody translates. */
    public static List<String> plainWords(String text, Collection<String> data) {
        var rest = text;
        for (var before = ""; !before.equals(rest);) {
            before = rest;
            rest = IN_BRACKETS.matcher(rest).replaceAll(" ");
        }
        for (var each : data.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
            rest = rest.replace(each, " ");
        }
        return PLAIN_WORD.matcher(rest).results().map(MatchResult::group).toList();
    }

    /** The text of {@code key} in this language; patterns of dates and names of files stay as they are. */
    static String transformed(String key, String english) {
        if (key.contains(".pattern") || NOT_WORDS.matcher(english).matches()) {
            return english;
        }
        var accented = accented(english);
        var letters = (int) IntStream.range(0, english.length())
                .filter(i -> english.charAt(i) != accented.charAt(i)).count();
        return letters == 0 ? accented : "⟦" + accented + "~".repeat((letters * 2 + 4) / 5) + "⟧";
    }

    /** Letters outside of placeholders; in a choice also those of its texts. */
    private static String accented(String pattern) {
        var result = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '{') {
                var end = closing(pattern, i);
                result.append(placeholder(pattern.substring(i, end + 1)));
                i = end;
            } else {
                result.append(accented(pattern.charAt(i)));
            }
        }
        return result.toString();
    }

    private static char accented(char letter) {
        var index = PLAIN.indexOf(letter);
        return index < 0 ? letter : ACCENTED.charAt(index);
    }

    private static int closing(String pattern, int open) {
        var depth = 0;
        for (int i = open; i < pattern.length(); i++) {
            depth += pattern.charAt(i) == '{' ? 1 : pattern.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("A brace is not closed: " + pattern);
    }

    private static String placeholder(String text) {
        var choice = text.indexOf(",choice,");
        if (choice < 0) {
            return text;
        }
        var from = choice + ",choice,".length();
        return text.substring(0, from) + accented(text.substring(from, text.length() - 1)) + "}";
    }
}
