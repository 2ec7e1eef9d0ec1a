package org.openstall.notifications;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.URLName;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.openstall.kernel.CannotGoOn;
import org.openstall.notifications.ReturnedMailState.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads by IMAP what other servers have returned to the envelope's sender, and notes which mail did not arrive. A message
 * is marked as read once that is noted, so that a program that dies in between reads it again, which changes nothing. What
 * came of it is kept for the operator to see.
 */
@Component
class ReturnedMail {
    private static final Logger LOG = LoggerFactory.getLogger(ReturnedMail.class);
    private static final int AT_ONCE = 200;
    private static final int LONGEST_MESSAGE = 1 << 20;
    private static final String INBOX = "INBOX";

    /** Longer than some rounds take that a slow server holds up. */
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private static final FlagTerm UNREAD = new FlagTerm(new Flags(Flags.Flag.SEEN), false);

    private final Optional<URLName> mailbox;
    private final PostOffice office;
    private final MailStore store;
    private final ReturnedMailStore states;
    private final Clock clock;

    ReturnedMail(
            @Value("${openstall.mail.returned:}") String mailbox,
            PostOffice office,
            MailStore store,
            ReturnedMailStore states,
            Clock clock) {
        this.mailbox = mailbox.isBlank() ? Optional.empty() : Optional.of(address(mailbox.strip()));
        this.office = office;
        this.store = store;
        this.states = states;
        this.clock = clock;
    }

    private static URLName address(String text) {
        URLName address = new URLName(text);
        if (!("imap".equals(address.getProtocol()) || "imaps".equals(address.getProtocol()))
                || address.getHost() == null
                || address.getUsername() == null
                || address.getPassword() == null) {
            throw new CannotGoOn(
                    "openstall.mail.returned is not a mailbox such as imaps://USER:PASSWORD@imap.shop.example/INBOX");
        }
        return address;
    }

    /** Reads what has come since, if there is a mailbox to read. */
    void goRound() {
        mailbox.ifPresent(it -> {
            try (Store server =
                    Session.getInstance(properties(it.getProtocol())).getStore(it)) {
                server.connect();
                try (Folder folder = server.getFolder(folder(it))) {
                    folder.open(Folder.READ_WRITE);
                    read(folder);
                }
                states.read(name(it), clock.instant());
            } catch (MessagingException failure) {
                LOG.warn("Returned mail at {} cannot be read: {}", it.getHost(), failure.getMessage());
                states.failed(name(it), trouble(failure), PostOffice.said(failure), clock.instant());
            }
        });
    }

    /** What came of the last rounds, on whichever node they were. */
    ReturnedMailState state() {
        return mailbox.map(ReturnedMail::name)
                .map(it -> states.find(it, clock.instant().minus(SILENCE))
                        .orElseGet(() -> new ReturnedMailState.NotYet(it)))
                .orElseGet(ReturnedMailState.NotSet::new);
    }

    private static String folder(URLName mailbox) {
        return mailbox.getFile() == null || mailbox.getFile().isEmpty() ? INBOX : mailbox.getFile();
    }

    /** Without the password. */
    private static String name(URLName mailbox) {
        return new URLName(
                        mailbox.getProtocol(),
                        mailbox.getHost(),
                        mailbox.getPort(),
                        folder(mailbox),
                        mailbox.getUsername(),
                        null)
                .toString();
    }

    private static Trouble trouble(MessagingException failure) {
        return switch (PostOffice.innermost(failure)) {
            case AuthenticationFailedException refused -> Trouble.SIGN_IN;
            case FolderNotFoundException missing -> Trouble.NO_FOLDER;
            case UnknownHostException unknown -> Trouble.NO_SUCH_HOST;
            case SSLException unsafe -> Trouble.ENCRYPTION;
            case SocketException unreachable -> Trouble.NO_ANSWER;
            case SocketTimeoutException slow -> Trouble.NO_ANSWER;
            default -> Trouble.OTHER;
        };
    }

    private static Properties properties(String protocol) {
        Properties properties = new Properties();
        properties.setProperty("mail." + protocol + ".connectiontimeout", "10000");
        properties.setProperty("mail." + protocol + ".timeout", "30000");
        // What is read is not yet dealt with.
        properties.setProperty("mail." + protocol + ".peek", "true");
        return properties;
    }

    private void read(Folder folder) throws MessagingException {
        Message[] unread = folder.search(UNREAD);
        for (int i = 0; i < Math.min(unread.length, AT_ONCE); i++) {
            if (unread[i].getSize() <= LONGEST_MESSAGE) {
                note(unread[i]);
            }
            unread[i].setFlag(Flags.Flag.SEEN, true);
        }
    }

    private void note(Message message) {
        report(message).ifPresent(report -> office.keyOf(report.messageId())
                .ifPresent(key -> store.returned(key, report, clock.instant())));
    }

    /** Anybody can send anything there, and nothing of it may keep the rest from being read. */
    private static Optional<DeliveryReport> report(Message message) {
        try {
            return DeliveryReport.of(message);
        } catch (MessagingException | IOException | RuntimeException notUnderstood) {
            LOG.info("A message among returned mail is not understood: {}", notUnderstood.getMessage());
            return Optional.empty();
        }
    }
}
