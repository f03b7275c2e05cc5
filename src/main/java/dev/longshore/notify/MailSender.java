package dev.longshore.notify;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.NotifyFact;
import dev.longshore.notify.RouteTarget.MailServer;
import dev.longshore.notify.RouteTarget.MailServer.Encryption;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/** Sends mail. What is about one alert has one subject line's beginning and one thread. */
record MailSender(RouteTarget.MailTarget target, NetworkAccess network, MessageText text,
        Map<String, String> environment)
        implements
            MessageSender {
    private static final int LONGEST_QUOTE = 200;
    private static final int PERMANENT = 500;
    private static final String DOMAIN = "@longshore.invalid>";

    @Override
    public DeliveryResult send(List<Message> messages) {
        try {
            var session = Session.getInstance(properties());
            var mail = mail(session, messages);
            try (var transport = (SMTPTransport) session.getTransport("smtp")) {
                transport.connect(user(), password());
                transport.sendMessage(mail, mail.getAllRecipients());
            }
            return new DeliveryResult.Delivered(Fact.of(NotifyFact.MAIL_ACCEPTED, target.server().host()));
        } catch (FactException missing) {
            return DeliveryResult.Undelivered.of(missing.fact());
        } catch (MessagingException e) {
            return failed(e);
        }
    }

    private @Nullable String user() {
        return target.server().user().orElse(null);
    }

    private @Nullable String password() {
        return target.server().password().map(each -> each.read(environment)).orElse(null);
    }

    private Properties properties() {
        var server = target.server();
        var properties = new Properties();
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", Integer.toString(server.port()));
        for (var each : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.put("mail.smtp." + each, Long.toString(network.timeout().toMillis()));
        }
        properties.put("mail.smtp.auth", Boolean.toString(server.user().isPresent()));
        properties.put("mail.smtp.from", target.from());
        properties.put("mail.smtp.localhost", "localhost");
        encrypt(properties, server);
        return properties;
    }

    private void encrypt(Properties properties, MailServer server) {
        properties.put("mail.smtp.starttls.enable", Boolean.toString(server.encryption() == Encryption.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(server.encryption() == Encryption.STARTTLS));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(server.encryption() == Encryption.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        if (server.encryption() != Encryption.NONE) {
            network.trust().get().ifPresent(
                    trust -> properties.put("mail.smtp.ssl.socketFactory", HttpPoster.sockets(trust)));
        }
    }

    private MimeMessage mail(Session session, List<Message> messages) throws MessagingException {
        var first = messages.getFirst();
        var mail = new ThreadedMail(session, "<" + first.delivery() + DOMAIN);
        mail.setFrom(new InternetAddress(target.from()));
        for (var each : target.to()) {
            mail.addRecipient(RecipientType.TO, new InternetAddress(each));
        }
        mail.setSentDate(Date.from(first.at()));
        mail.setSubject(text.title(messages), StandardCharsets.UTF_8.name());
        mail.setText(body(messages), StandardCharsets.UTF_8.name());
        mail.setHeader("Auto-Submitted", "auto-generated");
        for (var each : messages) {
            mail.addHeader("X-Longshore-Alert", each.id() + " " + each.event().word());
        }
        if (messages.size() == 1) {
            mail.setHeader("References", "<" + first.id() + DOMAIN);
        }
        mail.saveChanges();
        return mail;
    }

    private String body(List<Message> messages) {
        var lines = new ArrayList<String>();
        if (messages.size() == 1) {
            lines.addAll(text.lines(messages.getFirst()));
            lines.add("");
            lines.add(text.reference(messages.getFirst()));
        } else {
            text.list(messages).forEach(each -> lines.add("* " + each));
        }
        return lines.stream().collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** One whose ID stays the same when it is sent twice. */
    private static final class ThreadedMail extends MimeMessage {
        private final String id;

        ThreadedMail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    private DeliveryResult failed(MessagingException fault) {
        var host = target.server().host();
        for (Exception each = fault; each != null; each = next(each)) {
            switch (each) {
                case AuthenticationFailedException _ -> {
                    return DeliveryResult.Undelivered.of(Fact.of(NotifyFact.MAIL_LOGIN_REJECTED, host));
                }
                case SMTPAddressFailedException address -> {
                    return rejected(host, address.getReturnCode(), address.getMessage());
                }
                case SMTPSendFailedException send when send.getNextException() == null -> {
                    return rejected(host, send.getReturnCode(), send.getMessage());
                }
                case MailConnectException _ -> {
                    return DeliveryResult.Undelivered.of(Fact.of(NotifyFact.UNREACHABLE, host));
                }
                case SSLException _ -> {
                    return DeliveryResult.Undelivered.of(Fact.of(NotifyFact.NOT_TRUSTED, host));
                }
                case SocketTimeoutException _ -> {
                    return DeliveryResult.Undelivered.of(Fact.of(NotifyFact.TOO_LATE, host));
                }
                case IOException _ -> {
                    return DeliveryResult.Undelivered.of(Fact.of(NotifyFact.UNREACHABLE, host));
                }
                default -> {
                    // What it is about may stand behind it.
                }
            }
        }
        return DeliveryResult.Undelivered.of(Fact.of(NotifyFact.MAIL_FAILED, host, quote(fault.getMessage())));
    }

    private static @Nullable Exception next(Exception fault) {
        return fault instanceof MessagingException mail ? mail.getNextException() : null;
    }

    private static DeliveryResult rejected(String host, int code, @Nullable String said) {
        var fact = Fact.of(NotifyFact.MAIL_REJECTED, host, quote(said));
        return code >= PERMANENT ? new DeliveryResult.RefusedForGood(fact) : DeliveryResult.Undelivered.of(fact);
    }

    private static String quote(@Nullable String said) {
        return MessageRedaction.of(Objects.requireNonNullElse(said, ""), LONGEST_QUOTE);
    }

    @Override
    public boolean isForPeople() {
        return true;
    }
}
