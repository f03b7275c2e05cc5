package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.update.PackageOwner;
import dev.longshore.update.SampleFeeds;
import dev.longshore.update.UpdateChecks;
import dev.longshore.update.UpdateSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class UpdatesJourneyTest {
    private final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
    private final SampleFeeds feeds = new SampleFeeds();
    private final AtomicInteger calls = new AtomicInteger();
    private final HttpServer server;

    UpdatesJourneyTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            var feed = feeds.of("1.1.0");
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
        server.stop(0);
    }

    @Test
    void theUserSwitchesItOnAndFollowsTheLink(FxRobot robot, Stage stage) {
        open(robot, stage, PackageOwner.NOBODY);
        assertThat(robot.lookup("#updateNotice").query().isVisible()).isFalse();
        assertThat(calls).hasValue(0);

        robot.clickOn("#navSettings");
        robot.interact(() -> robot.lookup("#settingsScroll").<ScrollPane>query().setVvalue(1));
        robot.clickOn("#tellUpdates");

        assertThat(robot.lookup("#updateResult").<Labeled>query().getText()).startsWith("Longshore 1.1.0 was released");
        assertThat(robot.lookup("#updatePage").<Labeled>query().getText())
                .isEqualTo("https://longshore.example/releases/1.1.0");
        robot.clickOn("#updateNotice");
        assertThat(window.opened).containsExactly(URI.create("https://longshore.example/releases/1.1.0"));
    }

    @Test
    void whereAptBringsUpdatesItSaysSoAndOffersNothing(FxRobot robot, Stage stage) {
        open(robot, stage, PackageOwner.DEB);

        robot.clickOn("#navSettings");

        assertThat(robot.lookup("#polling .note").<Labeled>queryAll().stream().map(Labeled::getText))
                .anyMatch(each -> each.contains("apt installed it"));
        assertThat(robot.lookup("#tellUpdates").tryQuery()).isEmpty();
    }

    private void open(FxRobot robot, Stage stage, PackageOwner owner) {
        var source = UpdateSource.of("http://127.0.0.1:" + server.getAddress().getPort() + "/", feeds.publicKey());
        window.updates = new UpdateChecks(source, owner, "1.0.0", window.clock, Runnable::run);
        window.open(robot, stage);
    }
}
