package dev.longshore.watch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.support.TemporaryFolder;
import dev.longshore.support.TwoThreads;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Public, and its tests without parameters, for Fray. */
public class CommandInterleavingTest {
    @Test
    public void whatIsAskedForTwiceAtTheSameTimeLeavesOnce() throws IOException {
        try (var folder = TemporaryFolder.create(); var fixture = WatchFixture.importing(folder.path())) {
            Runnable pause = () -> fixture.watch.command(WatchFixture.key(WatchFixture.ORDERS), Action.PAUSE, null)
                    .join();

            TwoThreads.run(pause, pause);

            assertThat(fixture.api.posts).containsExactly(Action.PAUSE);
            assertThat(fixture.journal.openCommands()).hasSize(1);
        }
    }
}
