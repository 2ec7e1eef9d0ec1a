package org.openstall.notifications;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server writes to the envelope's sender about a mail that it took and could not deliver (RFC 3464).
 *
 * @param messageId of the mail that did not arrive
 * @param forGood whether the address is to blame, and not a server that was away for too long
 * @param reason the words of the server that refused it, or its code
 */
record DeliveryReport(String messageId, boolean forGood, String reason) {
    private static final int LONGEST = 1 << 16;

    /** Empty if the message tells of no failure, as when somebody is on holiday or a mail is merely late. */
    static Optional<DeliveryReport> of(Message message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        List<InternetHeaders> status = new ArrayList<>();
        String returned = null;
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                status.addAll(blocks(part));
            } else if (part.getContent() instanceof MimeMessage original) {
                returned = original.getMessageID();
            } else if (part.isMimeType("text/rfc822-headers")) {
                returned = new InternetHeaders(start(part)).getHeader("Message-ID", null);
            }
        }
        String messageId = returned;
        return messageId == null
                ? Optional.empty()
                : status.stream()
                        .filter(it -> "failed".equals(field(it, "Action").toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .map(it -> new DeliveryReport(
                                messageId.strip(), field(it, "Status").startsWith("5."), reason(it)));
    }

    /** One on the report, and one on each address. */
    private static List<InternetHeaders> blocks(BodyPart part) throws MessagingException, IOException {
        List<InternetHeaders> blocks = new ArrayList<>();
        InputStream text = start(part);
        while (text.available() > 0) {
            blocks.add(new InternetHeaders(text));
        }
        return blocks;
    }

    private static InputStream start(BodyPart part) throws MessagingException, IOException {
        try (InputStream text = part.getInputStream()) {
            return new ByteArrayInputStream(text.readNBytes(LONGEST));
        }
    }

    private static String reason(InternetHeaders block) {
        String diagnostic = field(block, "Diagnostic-Code");
        // Such as "smtp; 550 5.1.1 No such user".
        String words = diagnostic.substring(diagnostic.indexOf(';') + 1).strip();
        return PostOffice.reason(words.isEmpty() ? field(block, "Status") : words);
    }

    private static String field(InternetHeaders block, String name) {
        @Nullable String value = block.getHeader(name, null);
        return Objects.requireNonNullElse(value, "").strip();
    }
}
