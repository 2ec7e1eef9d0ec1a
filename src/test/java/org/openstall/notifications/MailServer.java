package org.openstall.notifications;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;

/** The mail server of the tests that send, and what has arrived there. It runs until all tests are over. */
final class MailServer {
    private static final GreenMail SERVER = start(ServerSetup.PROTOCOL_SMTP);

    private MailServer() {}

    /** A server of that protocol on a free port. */
    static GreenMail start(String protocol) {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol).dynamicPort());
        server.start();
        return server;
    }

    static int port() {
        return SERVER.getSmtp().getPort();
    }

    static void empty() {
        try {
            SERVER.purgeEmailFromAllMailboxes();
        } catch (FolderException failure) {
            throw new AssertionError(failure);
        }
    }

    static List<MimeMessage> received() {
        return List.of(SERVER.getReceivedMessages());
    }

    static List<MimeMessage> received(String address) {
        return received().stream()
                .filter(it -> header(it, "To").contains(address))
                .toList();
    }

    static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException failure) {
            throw new AssertionError(failure);
        }
    }

    static String header(MimeMessage message, String name) {
        try {
            return String.join("|", message.getHeader(name) == null ? new String[0] : message.getHeader(name));
        } catch (MessagingException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The part of that kind, decoded. */
    static String part(MimeMessage message, String type) throws MessagingException, IOException {
        Multipart parts = (Multipart) message.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                // Some languages keep the hour and what follows it together.
                return String.valueOf(part.getContent()).replace("\r\n", "\n").replace('\u202f', ' ');
            }
        }
        throw new AssertionError("No " + type);
    }
}
