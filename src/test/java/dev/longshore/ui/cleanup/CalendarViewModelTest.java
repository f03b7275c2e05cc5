package dev.longshore.ui.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.QueuedUi;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.control.calendar.CleanupEntry;
import dev.longshore.ui.control.calendar.CleanupEntry.EntryKind;
import dev.longshore.ui.feed.SnapshotFeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarViewModelTest {
    private final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
    private final SnapshotFeed feed = new SnapshotFeed(window.context(new SameThreadUi()));
    private final CalendarViewModel model = new CalendarViewModel(window.context(new SameThreadUi()), feed);

    @Test
    void showsWhatIsDueWhatRunsWhatHasRunAndWhatIsExpected() {
        assertThat(entries()).extracting(CleanupEntry::kind).contains(
                EntryKind.CLEANUP_IDLE, EntryKind.CLEANUP_SCHEDULED, EntryKind.CLEANING_UP, EntryKind.CLEANED_UP,
                EntryKind.IMPORT_ENDS,
                EntryKind.CREDENTIALS);
    }

    @Test
    void theExpectedEndOfAnImportIsARange() {
        assertThat(of(EntryKind.IMPORT_ENDS)).filteredOn(each -> each.name().equals("orders")).singleElement()
                .satisfies(each -> assertThat(Duration.between(each.from(), each.until())).isEqualTo(
                        Duration.ofHours(3)));
    }

    @Test
    void aCleanupThatHasRunLiesWhereItWasFirstSeen() {
        assertThat(of(EntryKind.CLEANED_UP)).singleElement()
                .satisfies(each -> assertThat(each.from()).isEqualTo(TestOrganisation.NOW.minus(Duration.ofDays(3))));
    }

    @Test
    void aDatabaseThatIsChosenHidesTheOthers() {
        choose("archive");

        assertThat(entries()).extracting(CleanupEntry::name).isNotEmpty()
                .allMatch(each -> each.startsWith("ledger"));
        assertThat(model.migrations()).hasSize(3);
    }

    @Test
    void whatIsTypedIntoTheFilterHidesTheOthers() {
        feed.filterProperty().set(each -> each.name().equals("orders"));

        assertThat(entries()).extracting(CleanupEntry::name).isNotEmpty().containsOnly("orders");
        assertThat(model.migrations()).hasSize(1);
        feed.filterProperty().set(_ -> true);
        assertThat(entries()).extracting(CleanupEntry::name).contains("orders", "ledger-2020");
    }

    @Test
    void whatCanBePlannedIsToldAnewOnlyWhereItIsOthers() {
        var orders = TestOrganisation.migration("orders").status("Paused", Duration.ofHours(1));
        window.watch.publish(TestOrganisation.of(orders.build()));
        assertThat(model.choicesProperty().get()).hasToString("[orders]");
        var told = new ArrayList<String>();
        model.choicesProperty().addListener((_, _, now) -> told.add(now.toString()));

        aSecondPasses();
        window.watch.publish(TestOrganisation.of(orders.status("ImportInProgress", Duration.ofHours(1)).build()));
        aSecondPasses();
        assertThat(told).isEmpty();

        window.watch.publish(TestOrganisation.of(orders.build(),
                TestOrganisation.migration("billing").status("Paused", Duration.ofHours(1)).build()));
        aSecondPasses();
        feed.filterProperty().set(each -> each.name().equals("billing"));
        assertThat(told).containsExactly("[orders, billing]", "[billing]");
    }

    private void aSecondPasses() {
        window.clock.advance(Duration.ofSeconds(1));
        feed.tick();
    }

    @Test
    void aDatabaseThatGoesAwayGivesWayToAllOfThem() {
        choose("archive");

        window.watch.publish(TestOrganisation
                .of(TestOrganisation.migration("orders").status("Paused", Duration.ofHours(1)).build()));

        assertThat(model.databaseProperty().get().id()).isEmpty();
        assertThat(model.databasesProperty().get()).extracting(CalendarViewModel.DatabaseChoice::label)
                .containsExactly("All databases", "prod-eu");
    }

    @Test
    void whoChoosesBeforeTheNewsIsToldSeesThemOnceAndEveryDatabase() {
        var frames = new QueuedUi();
        var slow = new CalendarViewModel(window.context(frames), feed);

        slow.databaseProperty().set(model.databasesProperty().get().getLast());
        slow.databaseProperty().set(model.databasesProperty().get().getFirst());
        frames.runAll();

        assertThat(slow.databasesProperty().get()).isEqualTo(model.databasesProperty().get());
        assertThat(slow.entriesProperty().get().all().toList()).isEqualTo(entries());
    }

    @Test
    void nothingIsWorkedOutWhileNobodySeesItAndAllOfItWhenSomebodyDoes() {
        var before = model.entriesProperty().get();
        model.onScreenProperty().set(false);

        window.watch.publish(TestOrganisation
                .of(TestOrganisation.migration("orders").status("Closed", Duration.ofHours(1)).build()));
        feed.tick();
        assertThat(model.entriesProperty().get()).isSameAs(before);

        model.onScreenProperty().set(true);
        assertThat(entries()).extracting(CleanupEntry::kind).containsExactly(EntryKind.CLEANED_UP);
    }

    private void choose(String label) {
        model.databasesProperty().get().stream().filter(each -> each.label().equals(label))
                .forEach(model.databaseProperty()::set);
    }

    private List<CleanupEntry> entries() {
        return model.entriesProperty().get().all().toList();
    }

    private List<CleanupEntry> of(EntryKind kind) {
        return entries().stream().filter(each -> each.kind() == kind).toList();
    }
}
