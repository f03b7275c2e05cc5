package dev.longshore.ui.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.CurlCommand.CurlShell;
import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationKey;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CurlCommandsTest {
    private final MigrationBuilder orders = new MigrationBuilder(
            TestOrganisation.NOW, "orders", TestOrganisation.SIMULATOR, TestOrganisation.PROD_EU);
    private final CurlCommands curl = new TestWindow(TestOrganisation.of(orders.build()))
            .context(new SameThreadUi()).curl();

    @Test
    void asksTheEndpointOfItsConnection() {
        assertThat(curl.status(orders.key(), CurlShell.POSIX)).endsWith(
                " 'http://127.0.0.1:8085/v2/databases/db-prod-eu/migrations/m-orders'");
    }

    @Test
    void asksForACleanupAtItsTime() {
        var time = new CleanupTime(Instant.parse("2026-12-31T14:30:00.5Z"));

        assertThat(curl.action(orders.key(), Action.SCHEDULE_CLEANUP, time, CurlShell.POSIX)).contains("-X POST")
                .endsWith(
                        "/migrations/m-orders/cleanup?option.cleanupTime=2026-12-31T14:30:00Z'");
    }

    @Test
    void asksThePublicEndpointWhereTheConnectionIsGone() {
        var gone = new MigrationKey(new ConnectionId("gone"), orders.key().ref());

        assertThat(curl.status(gone, CurlShell.POSIX)).contains("'https://api.astra.datastax.com/v2/");
    }
}
