package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.forecast.UploadPlan;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.context.Preferences;
import dev.longshore.ui.feed.SnapshotFeed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadPlanStoreTest {
    private static final UploadPlan PLAN = new UploadPlan(3_000, 1_000, 10, TestOrganisation.NOW);

    private final TestWindow window = new TestWindow(TestOrganisation.of(receiving().build()));

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
        window.saved.put("upload.production.m-orders", kept);

        assertThat(open().uploads()).isEmpty();
    }

    /** Preferences in memory. */
    private record InMemoryPreferences(Map<String, String> all) implements Preferences {
        @Override
        public Optional<String> find(String key) {
            return Optional.ofNullable(all.get(key));
        }

        @Override
        public void save(String key, String value) {
            all.put(key, value);
        }
    }

    private SnapshotFeed open() {
        var feed = new SnapshotFeed(window.context(new SameThreadUi()));
        new UploadPlanStore(new InMemoryPreferences(window.saved), feed);
        return feed;
    }

    private static MigrationBuilder receiving() {
        return TestOrganisation.migration("orders").status("ReceivingFiles", Duration.ofHours(2));
    }
}
