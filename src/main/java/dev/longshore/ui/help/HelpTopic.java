package dev.longshore.ui.help;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * A place in the guide.
 *
 * @param page the file's name without its ending
 * @param heading the heading in the form that links have, or empty for the beginning of the page
 */
record HelpTopic(String page, String heading) {
    /** Which one belongs to which part of the window, by the part's id; a dialog before the screen below it. */
    static final Map<String, String> BY_ID = Map.ofEntries(
            Map.entry("confirmDialog", "actions#what-a-dialog-asks"),
            Map.entry("connectDialog", "connect#make-a-connection"),
            Map.entry("addDialog", "connect#add-migrations"),
            Map.entry("initializeDialog", "connect#initialize-a-migration"),
            Map.entry("shortcutSheet", "watch#by-keyboard"),
            Map.entry("alertInbox", "alerts"),
            Map.entry("alertCall", "alerts#until-acknowledged"),
            Map.entry("timelinePanel", "watch#the-timeline"),
            Map.entry("progressPanel", "watch#progress-and-the-expected-end"),
            Map.entry("uploadsPanel", "actions#uploads"),
            Map.entry("cleanupPanel", "cleanup#the-clock"),
            Map.entry("activityPanel", "records#activity"),
            Map.entry("migrationTable", "watch#the-table"),
            Map.entry("navMigrations", "watch"),
            Map.entry("navCalendar", "calendar"),
            Map.entry("navQueue", "records#import-queue"),
            Map.entry("navActivity", "records#activity"),
            Map.entry("navSettings", "settings"));

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

    /**
     * The place of the part that has the focus.
     *
     * @param focused what has the focus, or null
     * @param screen the id of the rail's button of the screen that is shown
     */
    static HelpTopic about(@Nullable Node focused, String screen) {
        return Stream.iterate(Optional.ofNullable(focused), Optional::isPresent, each -> each.map(Node::getParent))
                .flatMap(Optional::stream)
                .map(Node::getId)
                .filter(id -> id != null && BY_ID.containsKey(id))
                .findFirst()
                .or(() -> Optional.of(screen))
                .map(BY_ID::get)
                .map(link -> of(link, "index"))
                .orElse(CONTENTS);
    }

    /** The form in which links name a heading: small letters and digits, and a hyphen for each blank. */
    static String slug(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
