package dev.longshore.ui.help;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Which place of the guide belongs to which part of the window, by the part's id. */
final class HelpTopics {
    /** Innermost first is looked for: a dialog before the screen below it. */
    static final Map<String, String> BY_ID = Map.ofEntries(
            Map.entry("confirmDialog", "actions#what-a-dialog-asks"),
            Map.entry("bulkDialog", "actions#several-at-once"),
            Map.entry("viewDialog", "watch#the-table"),
            Map.entry("describeDialog", "watch#the-table"),
            Map.entry("riskStrip", "watch#the-table"),
            Map.entry("comparisonScroll", "watch#compare"),
            Map.entry("nextStep", "watch#the-next-step"),
            Map.entry("nextStepAction", "watch#the-next-step"),
            Map.entry("commandPalette", "watch#by-keyboard"),
            Map.entry("queueList", "records#import-queue"),
            Map.entry("whatIfPanel", "calendar#what-if"),
            Map.entry("cleanupCalendar", "calendar"),
            Map.entry("failureDesk", "actions#after-a-failure-or-an-abort"),
            Map.entry("connectDialog", "connect#make-a-connection"),
            Map.entry("addDialog", "connect#add-migrations"),
            Map.entry("initializeDialog", "connect#initialize-a-migration"),
            Map.entry("keysDialog", "settings#keys"),
            Map.entry("shortcutSheet", "watch#by-keyboard"),
            Map.entry("alertInbox", "alerts"),
            Map.entry("notificationRoutes", "notifications"),
            Map.entry("routeDialog", "notifications"),
            Map.entry("alertCall", "alerts#until-acknowledged"),
            Map.entry("timelinePanel", "watch#the-timeline"),
            Map.entry("progressPanel", "watch#progress-and-the-expected-end"),
            Map.entry("uploadsPanel", "actions#uploads"),
            Map.entry("uploadLedger", "actions#the-ledger"),
            Map.entry("cleanupPanel", "cleanup#the-clock"),
            Map.entry("activityPanel", "records#activity"),
            Map.entry("activityScreen", "records#activity"),
            Map.entry("unansweredInitializes", "records#migrations-that-may-exist-at-the-service"),
            Map.entry("migrationTable", "watch#the-table"),
            Map.entry("welcome", "start#look-around-first"),
            Map.entry("navMigrations", "watch"),
            Map.entry("navCalendar", "calendar"),
            Map.entry("navQueue", "records#import-queue"),
            Map.entry("navActivity", "records#activity"),
            Map.entry("navSettings", "settings"));

    private HelpTopics() {}

    /**
     * The place of the part that has the focus.
     *
     * @param focused what has the focus, or null
     * @param screen the id of the rail's button of the screen that is shown, or "welcome"
     */
    static HelpTopic of(@Nullable Node focused, String screen) {
        return Stream.iterate(Optional.ofNullable(focused), Optional::isPresent, each -> each.map(Node::getParent))
                .flatMap(Optional::stream)
                .map(Node::getId)
                .filter(id -> id != null && BY_ID.containsKey(id) && !isBehindWelcome(id, screen))
                .findFirst()
                .or(() -> Optional.of(screen))
                .map(BY_ID::get)
                .map(link -> HelpTopic.of(link, "index"))
                .orElse(HelpTopic.CONTENTS);
    }

    /** The rail leads nowhere as long as there is no connection. */
    private static boolean isBehindWelcome(String id, String screen) {
        return screen.equals("welcome") && id.startsWith("nav");
    }
}
