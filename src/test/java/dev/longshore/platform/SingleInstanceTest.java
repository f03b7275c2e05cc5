package dev.longshore.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.StartFact;
import dev.longshore.support.TestWait;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleInstanceTest {

    private final AtomicInteger raised = new AtomicInteger();

    @TempDir Path folder;

    @Test
    void findsNobodyInAFreshFolder() {
        assertThat(SingleInstance.raiseRunning(folder)).isFalse();
    }

    @Test
    void findsNobodyWhereThereIsNoFolder() {
        assertThat(SingleInstance.raiseRunning(folder.resolve("not there"))).isFalse();
    }

    @Test
    void raisesTheFirst() throws IOException {
        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(raised::incrementAndGet, SingleInstanceTest::takeOver);

            assertThat(raiseRunning(folder)).isTrue();

            await().untilAtomic(raised, number -> assertThat(number).isEqualTo(1));
        }
    }

    @Test
    void raisesTheFirstEachTime() throws IOException {
        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(raised::incrementAndGet, SingleInstanceTest::takeOver);

            raiseRunning(folder);
            raiseRunning(folder);

            await().untilAtomic(raised, number -> assertThat(number).isEqualTo(2));
        }
    }

    @Test
    void raisesTheFirstAsSoonAsItHasAWindow() throws IOException {
        try (var first = SingleInstance.claim(folder)) {
            assertThat(raiseRunning(folder)).isTrue();

            first.onSecondStart(raised::incrementAndGet, SingleInstanceTest::takeOver);

            await().untilAtomic(raised, number -> assertThat(number).isEqualTo(1));
        }
    }

    @Test
    void raisesTheFirstInAFolderWithALongPath() throws IOException {
        var deep = Files.createDirectories(folder.resolve("a".repeat(100)).resolve("b".repeat(100)));
        try (var first = SingleInstance.claim(deep)) {
            first.onSecondStart(raised::incrementAndGet, SingleInstanceTest::takeOver);

            assertThat(raiseRunning(deep)).isTrue();
        }
    }

    @Test
    void leavesOneFolderToOneProgram() throws IOException {
        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(raised::incrementAndGet, SingleInstanceTest::takeOver);

            assertThatThrownBy(() -> SingleInstance.claim(folder))
                    .isInstanceOfSatisfying(FactException.class, fault -> assertThat(fault.fact())
                            .isEqualTo(Fact.of(StartFact.FOLDER_IN_USE, folder.toString())));
        }
    }

    @Test
    void leavesTheFirstReachableWhenASecondWasRefused() throws IOException {
        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(raised::incrementAndGet, SingleInstanceTest::takeOver);
            assertThatThrownBy(() -> SingleInstance.claim(folder)).isInstanceOf(FactException.class);

            assertThat(raiseRunning(folder)).isTrue();
        }
    }

    @Test
    void keepsFoldersApart() throws IOException {
        var other = Files.createDirectory(folder.resolve("other"));
        try (var first = SingleInstance.claim(folder);
                var second = SingleInstance.claim(other)) {
            first.onSecondStart(raised::incrementAndGet, SingleInstanceTest::takeOver);
            second.onSecondStart(() -> {}, SingleInstanceTest::takeOver);

            raiseRunning(other);

            assertThat(raised).hasValue(0);
        }
    }

    @Test
    void givesTheFolderBack() throws IOException {
        SingleInstance.claim(folder).close();

        assertThat(SingleInstance.raiseRunning(folder)).isFalse();
        SingleInstance.claim(folder).close();
    }

    @Test
    void replacesWhatAKilledProgramLeftBehind() throws IOException {
        Files.writeString(folder.resolve("instance.sock"), "");
        Files.writeString(folder.resolve("instance.address"), folder.resolve("instance.sock").toString());
        assertThat(SingleInstance.raiseRunning(folder)).isFalse();

        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(raised::incrementAndGet, SingleInstanceTest::takeOver);

            assertThat(raiseRunning(folder)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "\0", "/nonexistent/instance.sock"})
    void findsNobodyWhereTheAddressIsBroken(String address) throws IOException {
        Files.writeString(folder.resolve("instance.address"), address);

        assertThat(SingleInstance.raiseRunning(folder)).isFalse();
    }

    @Test
    void doesNothingForOneWhoSaysSomethingElse() throws IOException {
        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(raised::incrementAndGet, SingleInstanceTest::takeOver);
            var socket = UnixDomainSocketAddress.of(folder.resolve("instance.sock"));
            try (var caller = SocketChannel.open(socket)) {
                caller.write(ByteBuffer.wrap(new byte[]{'?'}));
                assertThat(caller.read(ByteBuffer.allocate(1))).isEqualTo(-1);
            }

            assertThat(raised).hasValue(0);
        }
    }

    @Test
    void isNotHeldUpByOneWhoSaysNothing() throws IOException {
        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(raised::incrementAndGet, SingleInstanceTest::takeOver);
            try (var silent = SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve("instance.sock")))) {
                assertThat(raiseRunning(folder)).isTrue();
                assertThat(silent.isOpen()).isTrue();
            }
        }
    }

    /** As a second start does, but for however long it takes. */
    private static boolean raiseRunning(Path dataFolder) {
        return InstanceSocket.request(dataFolder, "", TestWait.LIMIT).isPresent();
    }

    private static String takeOver(Optional<SecondStartRequest> request) {
        return request.map(each -> "Asked for " + each + ".").orElse("Not understood.");
    }

    @Test
    void handsEndpointAndIdsOverAndBringsTheAnswerBack() throws IOException {
        var request = new SecondStartRequest(
                URI.create("https://api.example.com/é"),
                List.of(MigrationRef.parse("db-1/m-1"), MigrationRef.parse("db-1/m-2")));
        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(raised::incrementAndGet, SingleInstanceTest::takeOver);

            assertThat(InstanceSocket.request(folder, request.text(), TestWait.LIMIT))
                    .hasValue("Asked for " + request + ".");
            assertThat(raised).hasValue(1);
        }
    }

    @Test
    void handsALinkOver() throws IOException {
        var request = new SecondStartRequest(
                Optional.empty(), List.of(), Optional.of(MigrationRef.parse("db-1/m-1")));
        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(raised::incrementAndGet, SingleInstanceTest::takeOver);

            assertThat(InstanceSocket.request(folder, request.text(), TestWait.LIMIT))
                    .hasValue("Asked for " + request + ".");
        }
    }

    @Test
    void handsNothingOverWhereNobodyIs() {
        assertThat(
                SingleInstance.requestSecondStart(folder, new SecondStartRequest(URI.create("https://a"), List.of())))
                .isEmpty();
    }

    @Test
    void doesNotFollowWhatItDoesNotUnderstand() throws IOException {
        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(raised::incrementAndGet, SingleInstanceTest::takeOver);

            assertThat(InstanceSocket.request(folder, "https://a\nno migration", TestWait.LIMIT))
                    .hasValue("Not understood.");
        }
    }

    @Test
    void saysNoTokenOverTheDoorBell() {
        assertThat(SecondStartRequest.class.getRecordComponents()).extracting(RecordComponent::getName)
                .containsExactly("endpoint", "watch", "show");
    }
}
