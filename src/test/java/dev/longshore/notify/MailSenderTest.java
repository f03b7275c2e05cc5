package dev.longshore.notify;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.notify.Message.MessageEvent;
import dev.longshore.notify.RouteTarget.MailServer;
import dev.longshore.notify.RouteTarget.MailServer.Encryption;
import dev.longshore.support.ClosedPort;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailSenderTest {
    private static final HeldCertificate CERTIFICATE = new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost").build();

    private @Nullable SmtpReceiver receiver;

    @AfterEach
    void end() {
        if (receiver != null) {
            receiver.close();
        }
    }

    private SmtpReceiver plain() {
        receiver = new SmtpReceiver(null);
        return receiver;
    }

    private SmtpReceiver secured() {
        SSLSocketFactory sockets = new HandshakeCertificates.Builder().heldCertificate(CERTIFICATE).build()
                .sslSocketFactory();
        receiver = new SmtpReceiver(sockets);
        return receiver;
    }

    private static MailSender sender(int port, Encryption encryption, String password, boolean trusts) {
        var server = new MailServer("localhost", port, encryption,
                password.isEmpty() ? Optional.empty() : Optional.of("longshore"),
                password.isEmpty() ? Optional.empty() : Optional.of(new SecretReference("env:PW")));
        var direct = NotifyFixture.direct();
        var trusted = new HandshakeCertificates.Builder().addTrustedCertificate(CERTIFICATE.certificate()).build();
        var network = new NetworkAccess(direct.proxies(),
                () -> trusts ? Optional.of(trusted.trustManager()) : Optional.empty(),
                direct.timeout());
        return new MailSender(
                new RouteTarget.MailTarget(server, "longshore@example.com", List.of("dba@example.com")), network,
                SampleMessages.TEXT, Map.of("PW", password));
    }

    private static DeliveryResult send(MailSender sender, MessageEvent event) {
        return sender.send(List.of(SampleMessages.cleanup(event)));
    }

    @Test
    void aMailSaysWhatWhichWhenWhyAndTheNextStep() {
        var server = plain();

        assertThat(say(send(sender(server.port(), Encryption.NONE, "", false), MessageEvent.RAISED).fact()))
                .isEqualTo("localhost accepted the mail.");

        var mail = server.mails().getFirst();
        assertThat(SmtpReceiver.header(mail, "Subject")).isEqualTo("Act now: orders");
        assertThat(SmtpReceiver.header(mail, "From")).isEqualTo("longshore@example.com");
        assertThat(SmtpReceiver.header(mail, "To")).isEqualTo("dba@example.com");
        assertThat(SmtpReceiver.header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(SmtpReceiver.header(mail, "X-Longshore-Alert")).isEqualTo("alert-1 raised");
        assertThat(SmtpReceiver.header(mail, "Message-ID")).isEqualTo("<delivery-alert-1-raised@longshore.invalid>");
        assertThat(mail).contains("Cleanup due in 20 h", "Next step: Schedule a later cleanup.");
    }

    @Test
    void aMailThatIsSentAgainBearsTheSameId() {
        var server = plain();
        server.reply("451 later", "");
        var sender = sender(server.port(), Encryption.NONE, "", false);

        assertThat(send(sender, MessageEvent.RAISED)).isInstanceOf(DeliveryResult.Undelivered.class);
        assertThat(send(sender, MessageEvent.RAISED)).isInstanceOf(DeliveryResult.Undelivered.class);
        assertThat(send(sender, MessageEvent.RAISED)).isInstanceOf(DeliveryResult.Delivered.class);

        assertThat(server.mails()).hasSize(2);
        assertThat(server.mails().stream().map(each -> SmtpReceiver.header(each, "Message-ID")).distinct()).hasSize(1);
    }

    @Test
    void aMailThatIsRefusedForGoodIsSaidSo() {
        var server = plain();
        server.reply("554 no such mailbox");

        assertThat(send(sender(server.port(), Encryption.NONE, "", false), MessageEvent.RAISED))
                .isInstanceOfSatisfying(DeliveryResult.RefusedForGood.class, each -> assertThat(say(each.fact()))
                        .isEqualTo("localhost rejected the mail: 554 no such mailbox"));
    }

    @Test
    void logsInOnlyAfterStarttls() {
        var server = secured();

        var result = send(sender(server.port(), Encryption.STARTTLS, "pa55word", true), MessageEvent.RAISED);

        assertThat(say(result.fact())).isEqualTo("localhost accepted the mail.");
        assertThat(server.wasEncrypted()).isTrue();
        assertThat(server.logins()).allMatch(each -> each.endsWith("longshore pa55word")).hasSize(1);
    }

    @Test
    void neverLogsInWithoutEncryption() {
        var server = plain();

        var result = send(sender(server.port(), Encryption.STARTTLS, "pa55word", true), MessageEvent.RAISED);

        assertThat(result).isInstanceOf(DeliveryResult.Undelivered.class);
        assertThat(server.logins()).isEmpty();
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void aCertificateThatNobodyTrustsIsSaid() {
        var server = secured();

        assertThat(say(send(sender(server.port(), Encryption.STARTTLS, "pa55word", false), MessageEvent.RAISED).fact()))
                .isEqualTo("No secure connection to localhost: its certificate is not trusted.");
        assertThat(server.logins()).isEmpty();
    }

    @Test
    void aWrongPasswordIsSaidWithoutIt() {
        var server = secured();

        assertThat(say(send(sender(server.port(), Encryption.STARTTLS, "wrong", true), MessageEvent.RAISED).fact()))
                .isEqualTo("localhost rejected the user name or the password.");
    }

    @Test
    void aServerThatIsNotThereIsSaid() throws IOException {
        try (var closed = new ClosedPort()) {
            assertThat(say(send(sender(closed.number(), Encryption.NONE, "", false), MessageEvent.RAISED).fact()))
                    .isEqualTo("Cannot reach localhost.");
        }
    }

    @Test
    void aNameWithALineBreakMakesNoHeader() {
        var server = plain();
        sender(server.port(), Encryption.NONE, "", false)
                .send(List.of(SampleMessages.of(MessageEvent.RAISED, "a", "soon", "x\r\nBcc: evil@example.com")));

        assertThat(SmtpReceiver.header(server.mails().getFirst(), "Bcc")).isEmpty();
    }
}
