package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.cli.Arguments;
import dev.longshore.platform.Folders;
import dev.longshore.support.TestWait;
import dev.longshore.watch.AlertsSnapshot;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first start of a demonstration, in which the time goes on while the program starts. */
class DemonstrationStartTest {
    private static final double AN_HOUR_A_SECOND = 3600;

    @Test
    void saysNothingOfAnAbsenceHoweverLongTheStartTakes(@TempDir Path folder) throws Exception {
        var arguments = new Arguments.OpenWindow(true, Optional.of(folder), Optional.empty(), List.of(),
                OptionalDouble.of(AN_HOUR_A_SECOND));
        try (var context = new AppContext(
                arguments, new Folders(folder.resolve("usual")), Map.of(), InstantSource.system())) {
            var news = new CompletableFuture<AlertsSnapshot>();
            try (var _ = context.watch().subscribeToAlerts(each -> {
                if (!each.alerts().isEmpty()) {
                    news.complete(each);
                }
            })) {
                assertThat(news.get(TestWait.LIMIT.toSeconds(), TimeUnit.SECONDS).missed()).isEmpty();
            }
        }
    }
}
