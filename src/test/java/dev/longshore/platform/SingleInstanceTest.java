package dev.longshore.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SingleInstanceTest {

    private final AtomicInteger raised = new AtomicInteger();

    @TempDir Path folder;

    @Test
    void findsNobodyInAFreshFolder() {
        assertThat(SingleInstance.raiseOther(folder)).isFalse();
    }

    @Test
    void findsNobodyWhereThereIsNoFolder() {
        assertThat(SingleInstance.raiseOther(folder.resolve("not there"))).isFalse();
    }

    @Test
    void raisesTheFirst() throws IOException {
        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(raised::incrementAndGet);

            assertThat(SingleInstance.raiseOther(folder)).isTrue();

            await().untilAtomic(raised, number -> assertThat(number).isEqualTo(1));
        }
    }

    @Test
    void raisesTheFirstEachTime() throws IOException {
        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(raised::incrementAndGet);

            SingleInstance.raiseOther(folder);
            SingleInstance.raiseOther(folder);

            await().untilAtomic(raised, number -> assertThat(number).isEqualTo(2));
        }
    }

    @Test
    void raisesTheFirstAsSoonAsItHasAWindow() throws IOException {
        try (var first = SingleInstance.claim(folder)) {
            assertThat(SingleInstance.raiseOther(folder)).isTrue();

            first.onSecondStart(raised::incrementAndGet);

            await().untilAtomic(raised, number -> assertThat(number).isEqualTo(1));
        }
    }

    @Test
    void raisesTheFirstInAFolderWithALongPath() throws IOException {
        var deep = Files.createDirectories(folder.resolve("a".repeat(100)).resolve("b".repeat(100)));
        try (var first = SingleInstance.claim(deep)) {
            first.onSecondStart(raised::incrementAndGet);

            assertThat(SingleInstance.raiseOther(deep)).isTrue();
        }
    }

    @Test
    void leavesOneFolderToOneProgram() throws IOException {
        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(raised::incrementAndGet);

            assertThatThrownBy(() -> SingleInstance.claim(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("already works in " + folder)
                    .hasMessageEndingWith(".");
        }
    }

    @Test
    void leavesTheFirstReachableWhenASecondWasRefused() throws IOException {
        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(raised::incrementAndGet);
            assertThatThrownBy(() -> SingleInstance.claim(folder)).isInstanceOf(IOException.class);

            assertThat(SingleInstance.raiseOther(folder)).isTrue();
        }
    }

    @Test
    void keepsFoldersApart() throws IOException {
        var other = Files.createDirectory(folder.resolve("other"));
        try (var first = SingleInstance.claim(folder);
                var second = SingleInstance.claim(other)) {
            first.onSecondStart(raised::incrementAndGet);
            second.onSecondStart(() -> {});

            SingleInstance.raiseOther(other);

            assertThat(raised).hasValue(0);
        }
    }

    @Test
    void givesTheFolderBack() throws IOException {
        SingleInstance.claim(folder).close();

        assertThat(SingleInstance.raiseOther(folder)).isFalse();
        SingleInstance.claim(folder).close();
    }

    @Test
    void replacesWhatAKilledProgramLeftBehind() throws IOException {
        Files.writeString(folder.resolve("instance.sock"), "");
        Files.writeString(folder.resolve("instance.address"), folder.resolve("instance.sock").toString());
        assertThat(SingleInstance.raiseOther(folder)).isFalse();

        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(raised::incrementAndGet);

            assertThat(SingleInstance.raiseOther(folder)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "\0", "/nonexistent/instance.sock"})
    void findsNobodyWhereTheAddressIsBroken(String address) throws IOException {
        Files.writeString(folder.resolve("instance.address"), address);

        assertThat(SingleInstance.raiseOther(folder)).isFalse();
    }

    @Test
    void doesNothingForOneWhoSaysSomethingElse() throws IOException {
        try (var first = SingleInstance.claim(folder)) {
            first.onSecondStart(raised::incrementAndGet);
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
            first.onSecondStart(raised::incrementAndGet);
            try (var silent = SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve("instance.sock")))) {
                assertThat(SingleInstance.raiseOther(folder)).isTrue();
                assertThat(silent.isOpen()).isTrue();
            }
        }
    }
}
