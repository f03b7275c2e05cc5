package dev.longshore.watch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.InitializeRequest;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.DatabaseKey;
import dev.longshore.model.Environment;
import dev.longshore.model.Secret;
import dev.longshore.model.launch.Preflight.ServiceAnswer;
import dev.longshore.model.launch.Preflight.ServiceAnswers;
import dev.longshore.simulator.service.SimulatedCloud;
import dev.longshore.support.EnglishText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service says of a database and its PCU group, over HTTP. */
class PreflightOnSimulatorTest {
    @TempDir private Path folder;

    private SimulatedWatch simulated;
    private UUID database;

    @BeforeEach
    void begin() throws IOException {
        simulated = SimulatedWatch.begin(folder);
        database = simulated.simulator.addDatabase("orders-prod", SimulatedCloud.AWS, "eu-west-1", "HIBERNATED");
    }

    @AfterEach
    void end() {
        simulated.close();
    }

    private ServiceAnswers ask(ConnectionId connection, UUID about) {
        return simulated.watch.askAbout(new DatabaseKey(connection, new DatabaseId(about.toString()))).join();
    }

    @Test
    void aDatabaseIsToldWithItsKeyspacesAndThePcuGroupByItsWord() {
        simulated.simulator.setPcuStatus(database, "PARKED");

        var answers = ask(simulated.connect("full", false).id(), database);

        assertThat(answers.database()).asString().contains("status=HIBERNATED", "keyspaces=[orders_prod]");
        assertThat(answers.pcuStatus()).isEqualTo(new ServiceAnswer.Answered<>("PARKED"));
    }

    @Test
    void aDatabaseInNoPcuGroupIsToldToBeInNone() {
        simulated.simulator.setPcuStatus(database, "");

        assertThat(ask(simulated.connect("full", false).id(), database).pcuStatus())
                .isInstanceOf(ServiceAnswer.NothingThere.class);
    }

    @Test
    void aRoleThatMayOnlyViewMayNotSeeThePcuGroup() {
        var connection = new Connection(new ConnectionId("viewer"), "viewer", simulated.simulator.baseUrl(),
                Environment.DEVELOPMENT, false, Connection.TokenOrigin.SIMULATOR);
        simulated.watch.open(connection, Secret.of(simulated.simulator.viewOnlyToken()));

        var answers = ask(connection.id(), database);

        assertThat(answers.database()).isInstanceOf(ServiceAnswer.Answered.class);
        assertThat(answers.pcuStatus()).isInstanceOfSatisfying(ServiceAnswer.NotAllowed.class,
                each -> assertThat(EnglishText.say(each.why())).contains("To see PCU groups takes a higher role"));
    }

    @Test
    void aDatabaseThatIsNotThereIsToldToBeNotThere() {
        var answers = ask(simulated.connect("full", false).id(), UUID.randomUUID());

        assertThat(answers.database()).isInstanceOf(ServiceAnswer.NothingThere.class);
        assertThat(answers.pcuStatus()).isInstanceOf(ServiceAnswer.NotAnswered.class);
    }

    @Test
    void anInitializeThatWasAcceptedIsToldOfItsConnectionOnly() {
        var connection = simulated.connect("full", false).id();
        var other = simulated.connect("other", false).id();
        var active = simulated.simulator.addDatabase("made", SimulatedCloud.AWS, "eu-west-1", "ACTIVE");
        assertThat(ask(connection, active).initializedAt()).isNull();

        simulated.watch.initialize(connection, InitializeRequest.into(new DatabaseId(active.toString())), "first", null)
                .join();

        assertThat(ask(connection, active).initializedAt()).isEqualTo(simulated.simulator.clock().instant());
        assertThat(ask(other, active).initializedAt()).isNull();
    }

    @Test
    void withoutAConnectionNothingIsAsked() {
        assertThat(ask(new ConnectionId("gone"), database).database()).isInstanceOf(ServiceAnswer.NotAnswered.class);
        assertThat(simulated.simulator.requests().all()).isEmpty();
    }
}
