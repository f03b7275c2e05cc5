package dev.longshore.ui.help;

import java.util.Locale;

/**
 * A place in the guide.
 *
 * @param page the file's name without its ending
 * @param heading the heading in the form that links have, or empty for the beginning of the page
 */
record HelpTopic(String page, String heading) {
    /** The table of contents. */
    static final HelpTopic CONTENTS = new HelpTopic("index", "");

    /**
     * Where a link leads to.
     *
     * @param link for example {@code cleanup.md#the-idle-week}, or {@code #the-idle-week} for the same page
     * @param from the page that the link stands on
     */
    static HelpTopic of(String link, String from) {
        var mark = link.indexOf('#');
        var file = mark < 0 ? link : link.substring(0, mark);
        return new HelpTopic(
                file.isEmpty() ? from : file.replaceFirst("\\.md$", ""), mark < 0 ? "" : link.substring(mark + 1));
    }

    /** The form in which links name a heading: small letters and digits, and a hyphen for each blank. */
    static String slug(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
