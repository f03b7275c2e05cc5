package dev.longshore.notify;

import static dev.longshore.watch.engine.WatchFixture.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.EnglishText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an alert of a real watch to what arrives at a receiver. */
class NotificationsTest {
    private static final Duration MINUTES = Duration.ofMinutes(5);

    @TempDir private Path folder;
    private final HttpReceiver receiver = new HttpReceiver();

    @AfterEach
    void end() {
        receiver.close();
    }

    private String webhook(String... more) {
        return """
                [[route]]
                name = "ops"
                kind = "webhook"
                url = "%s"
                %s
                """.formatted(receiver.url("/hook/s3cretPart"), String.join("\n", more));
    }

    @Test
    void anAlertIsRaisedAndResolvedOverTheWebhookUnderOneId() {
        try (var fixture = NotifyFixture.importing(folder, webhook())) {
            fixture.world.api.says(ORDERS, "ERROR", "Schema mismatch", null);
            fixture.pass(MINUTES);
            fixture.world.api.says(ORDERS, "ReceivingFiles");
            fixture.pass(Duration.ofMinutes(20));

            assertThat(receiver.events()).containsExactly("raised failed act-now db-1 orders",
                    "raised changed-by-others soon db-1 orders",
                    "resolved failed act-now db-1 orders");
            var raised = receiver.received().getFirst().json();
            var resolved = receiver.received().getLast().json();
            assertThat(raised.path("id")).isEqualTo(resolved.path("id"));
            assertThat(raised.path("connection").asString()).isEqualTo("prod");
            assertThat(raised.path("database").asString()).isEqualTo("db-1");
            assertThat(raised.path("migration").asString()).isEqualTo("orders");
            assertThat(raised.path("sentence").asString()).isEqualTo("Import failed: “Schema mismatch”");
            assertThat(Instant.parse(raised.path("since").asString())).isBefore(fixture.clock().instant());
            assertThat(raised.path("due").isNull()).isTrue();
            assertThat(raised.path("next").asString()).isNotEmpty();
            assertThat(resolved.path("next").isNull()).isTrue();
        }
    }
}
