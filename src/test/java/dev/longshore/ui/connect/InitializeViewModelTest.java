package dev.longshore.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Connection;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.preflight.PreflightViewModel.PreflightState;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InitializeViewModelTest {
    private final TestWindow window = new TestWindow(TestOrganisation.empty());

    @Test
    void saysWhereADatabaseIsChosenThatTheListIsCut() {
        var cut = through(TestOrganisation.PRODUCTION, List.of(Fact.of(ServiceFact.LIST_CUT, 10_000)));
        var whole = through(TestOrganisation.SIMULATOR, List.of());
        var model = new InitializeViewModel(
                window.context(new SameThreadUi()), snapshot(cut, whole), Optional.of(cut.connection()));

        assertThat(model.listNoteProperty().get())
                .isEqualTo("The list of databases is longer than Longshore reads: only the first 10,000 are used.");

        model.connectionProperty().set(whole);

        assertThat(model.listNoteProperty().get()).isEmpty();
    }

    @Test
    void showsNoChecksOfAnotherDatabaseWhileTheyAreUnderWay() {
        var through = TestOrganisation.watched(TestOrganisation.PRODUCTION);
        var model = new InitializeViewModel(
                window.context(new SameThreadUi()), snapshot(through), Optional.of(through.connection()));
        model.databaseProperty().set(TestOrganisation.PROD_US);
        assertThat(model.preflight().stateProperty().get().checks()).isNotEmpty();
        window.watch.answerAskAbout(_ -> new CompletableFuture<>());

        model.databaseProperty().set(TestOrganisation.ANALYTICS);

        assertThat(model.preflight().stateProperty().get()).isEqualTo(new PreflightState(true, List.of()));
    }

    private static WatchedConnection through(Connection connection, List<Fact> listNotes) {
        var watched = TestOrganisation.watched(connection);
        return new WatchedConnection(
                connection, watched.health(), watched.token(), watched.databases(), watched.lastAnswerAt(),
                watched.answerTime(), watched.clockOffset(), false, listNotes);
    }

    private static Snapshot snapshot(WatchedConnection... connections) {
        return new Snapshot(1, TestOrganisation.NOW, List.of(connections), List.of(), List.of(), List.of());
    }
}
