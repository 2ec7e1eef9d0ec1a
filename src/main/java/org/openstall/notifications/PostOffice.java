package org.openstall.notifications;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.CannotGoOn;
import org.openstall.kernel.OneLine;
import org.openstall.kernel.SellerId;
import org.openstall.pages.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Hands mail to the server that {@code spring.mail.*} names. Without one it is closed; so it is in a demo, unless
 * {@code openstall.mail.send} says otherwise.
 */
@Component
class PostOffice {
    private static final int LONGEST_REASON = 500;
    private static final int FIRST_PERMANENT = 500;

    private static final Pattern MESSAGE_ID =
            Pattern.compile("<(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(?<seller>[^@<>]+)@[^@<>]+>");

    private final @Nullable JavaMailSenderImpl server;
    private final InternetAddress from;
    private final String bounces;

    @Autowired
    PostOffice(
            ObjectProvider<JavaMailSenderImpl> servers,
            @Value("${openstall.mail.send:}") @Nullable Boolean send,
            @Value("${openstall.demo:false}") boolean demo,
            @Value("${openstall.mail.from:}") String from,
            @Value("${openstall.mail.bounces:}") String bounces,
            @Value("${openstall.address}") String address) {
        this((send == null ? !demo : send) ? servers.getIfAvailable() : null, from, bounces, address);
    }

    PostOffice(@Nullable JavaMailSenderImpl server, String from, String bounces, String address) {
        this.server = server;
        this.from = sender(from.isBlank() ? "Openstall <no-reply@" + host(address) + ">" : from);
        this.bounces = bounces.strip();
    }

    private static String host(String address) {
        try {
            return Objects.requireNonNullElse(URI.create(address).getHost(), "localhost");
        } catch (IllegalArgumentException noAddress) {
            throw new CannotGoOn("openstall.address is not an address such as https://shop.example: " + address);
        }
    }

    private static InternetAddress sender(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
            return address;
        } catch (AddressException | UnsupportedEncodingException noAddress) {
            throw new CannotGoOn(
                    "openstall.mail.from is not a sender such as Openstall <no-reply@shop.example>: " + text);
        }
    }

    /** Whether mail is sent at all. */
    boolean isOpen() {
        return server != null;
    }

    /** The server's name and port, if mail is sent. */
    Optional<String> serverName() {
        return Optional.ofNullable(server)
                .map(it -> it.getPort() > 0 ? it.getHost() + ":" + it.getPort() : String.valueOf(it.getHost()));
    }

    String sender() {
        return from.toUnicodeString();
    }

    /** To which other servers return what they cannot deliver. */
    String returnAddress() {
        return bounces.isEmpty() ? from.getAddress() : bounces;
    }

    /** The same for every try of a mail, and for no other mail. */
    String messageId(Mail mail) {
        return messageId(mail.key().id(), mail.seller().value());
    }

    private String messageId(UUID id, String of) {
        String address = from.getAddress();
        return "<" + id + "." + of + "@" + address.substring(address.lastIndexOf('@') + 1) + ">";
    }

    Envelope envelope(Mail mail) {
        return new Envelope(messageId(mail), mail.address(), mail.language().tag(), mail.createdAt());
    }

    /** Each try has another link, if it has one, and is a mail of its own then. */
    Envelope envelope(AccountMail mail, Language language) {
        UUID id = mail.kind() == AccountMail.Kind.PASSWORD_FORGOTTEN ? UUID.randomUUID() : mail.id();
        return new Envelope(messageId(id, "account"), mail.email(), language.tag(), mail.createdAt());
    }

    /** Of which mail that is the id, if it is one of ours. */
    Optional<MailKey> keyOf(String messageId) {
        Matcher id = MESSAGE_ID.matcher(messageId);
        return id.matches() && SellerId.isValid(id.group("seller"))
                ? Optional.of(new MailKey(new SellerId(id.group("seller")), UUID.fromString(id.group("id"))))
                : Optional.empty();
    }

    /** Opens a connection when it is first needed; to be closed. */
    Round round() {
        return new Round(Objects.requireNonNull(server, "No mail server"));
    }

    /** Some mails over one connection. */
    final class Round implements AutoCloseable {
        private final JavaMailSenderImpl server;
        private @Nullable Transport connection;

        private Round(JavaMailSenderImpl server) {
            this.server = server;
        }

        Outcome hand(Envelope envelope, MailContent content) {
            Session session = server.getSession();
            SMTPMessage message;
            try {
                message = message(session, envelope, content);
            } catch (MessagingException unwritable) {
                return new Outcome.Refused(said(unwritable));
            }
            Transport transport;
            try {
                transport = connected(session);
            } catch (MessagingException unreachable) {
                return new Outcome.Unreachable(said(unreachable));
            }
            try {
                transport.sendMessage(message, message.getAllRecipients());
                return new Outcome.Taken();
            } catch (MessagingException failure) {
                return outcome(failure);
            }
        }

        private Transport connected(Session session) throws MessagingException {
            Transport open = connection;
            if (open == null || !open.isConnected()) {
                close();
                open = session.getTransport(Objects.requireNonNullElse(server.getProtocol(), "smtp"));
                open.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
                connection = open;
            }
            return open;
        }

        @Override
        public void close() {
            if (connection != null) {
                try {
                    connection.close();
                } catch (MessagingException alreadyGone) {
                    // What was taken before is taken.
                }
                connection = null;
            }
        }
    }

    private SMTPMessage message(Session session, Envelope envelope, MailContent content) throws MessagingException {
        SMTPMessage message = new Identified(session, envelope.messageId());
        message.setFrom(from);
        if (!bounces.isEmpty()) {
            message.setEnvelopeFrom(bounces);
        }
        message.setRecipient(Message.RecipientType.TO, recipient(envelope.to()));
        message.setSubject(OneLine.of(content.subject()), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(envelope.writtenAt()));
        message.setHeader("Content-Language", envelope.language());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(content.text(), StandardCharsets.UTF_8.name(), "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(content.html(), StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    /** A message that keeps the id it is given; the library would make up one each time. */
    private static final class Identified extends SMTPMessage {
        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    private static InternetAddress recipient(String address) throws AddressException {
        int at = address.lastIndexOf('@');
        String domain;
        try {
            domain = IDN.toASCII(address.substring(at + 1));
        } catch (IllegalArgumentException noDomain) {
            throw new AddressException("No such domain", address);
        }
        InternetAddress recipient = new InternetAddress();
        recipient.setAddress(address.substring(0, at + 1) + domain);
        recipient.validate();
        return recipient;
    }

    /**
     * What a server refuses with a code of 500 and above, it refuses for good: the address, or the mail as a whole. Its
     * word against the sender is about us, and somebody will mend that.
     */
    private static Outcome outcome(MessagingException failure) {
        boolean ofRecipient =
                code(failure, SMTPAddressFailedException.class, SMTPAddressFailedException::getReturnCode, it -> true);
        boolean ofMail = code(
                failure,
                SMTPSendFailedException.class,
                SMTPSendFailedException::getReturnCode,
                it -> it.getCommand() == null
                        || !it.getCommand().toUpperCase(Locale.ROOT).startsWith("MAIL"));
        return ofRecipient || ofMail ? new Outcome.Refused(said(failure)) : new Outcome.Delayed(said(failure));
    }

    private static <T extends MessagingException> boolean code(
            MessagingException failure, Class<T> type, java.util.function.ToIntFunction<T> code, Predicate<T> counts) {
        for (Exception each = failure; each instanceof MessagingException it; each = it.getNextException()) {
            if (type.isInstance(it)
                    && counts.test(type.cast(it))
                    && code.applyAsInt(type.cast(it)) >= FIRST_PERMANENT) {
                return true;
            }
        }
        return false;
    }

    /** A server's words, as long as they can be kept. */
    static String reason(String said) {
        String line = OneLine.of(said);
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
    }

    /** The most particular of what has failed. */
    static Exception innermost(MessagingException failure) {
        Exception innermost = failure;
        while (innermost instanceof MessagingException it && it.getNextException() != null) {
            innermost = it.getNextException();
        }
        return innermost;
    }

    /** The most particular of what is said, which is the server's own words where there are any. */
    static String said(MessagingException failure) {
        Exception innermost = innermost(failure);
        if (innermost instanceof UnknownHostException) {
            return reason("Unknown host " + innermost.getMessage());
        }
        String message = OneLine.of(Objects.requireNonNullElse(innermost.getMessage(), ""));
        return reason(message.isEmpty() ? innermost.getClass().getSimpleName() : message);
    }
}
