package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.UploadPlan;
import dev.longshore.support.Estate;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Preferences;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadMemoryTest {
    private static final UploadPlan PLAN = new UploadPlan(3_000, 1_000, 10, Estate.NOW);

    private final TestWindow window = new TestWindow(Estate.of(receiving().build()));

    @Test
    void whatWasSaidIsThereAgainAtTheNextStart() {
        open().uploads().put(receiving().key(), PLAN);

        assertThat(open().uploads()).containsEntry(receiving().key(), PLAN);
    }

    @Test
    void whatWasTakenBackIsNotThereAgain() {
        var feed = open();
        feed.uploads().put(receiving().key(), PLAN);
        feed.uploads().remove(receiving().key());

        assertThat(open().uploads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 2", "a b c d", "3000 1000 0 2026-11-21T14:30:00Z", "3000 1000 10 yesterday"})
    void whatCannotBeReadIsNothing(String kept) {
        window.kept.put("upload.production.m-orders", kept);

        assertThat(open().uploads()).isEmpty();
    }

    /** Preferences in memory. */
    private record Kept(Map<String, String> all) implements Preferences {
        @Override
        public Optional<String> find(String key) {
            return Optional.ofNullable(all.get(key));
        }

        @Override
        public void keep(String key, String value) {
            all.put(key, value);
        }
    }

    private Feed open() {
        var feed = new Feed(window.ui(new SameThreadUi()));
        new UploadMemory(new Kept(window.kept), feed);
        return feed;
    }

    private static MigrationBuilder receiving() {
        return Estate.migration("orders").status("ReceivingFiles", Duration.ofHours(2));
    }
}
