package org.openstall.notifications;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.Page;
import org.springframework.stereotype.Service;

/** All mail, for whoever operates the marketplace. */
@Service
public class Mails {
    private final MailStore store;
    private final Letters letters;
    private final PostOffice office;
    private final ReturnedMail returned;
    private final Clock clock;

    Mails(MailStore store, Letters letters, PostOffice office, ReturnedMail returned, Clock clock) {
        this.store = store;
        this.letters = letters;
        this.office = office;
        this.returned = returned;
        this.clock = clock;
    }

    /** The newest first. */
    public Page<Mail> list(Mail.@Nullable State state, @Nullable String after, int size) {
        return state == null ? store.newest(after, size) : store.inState(state, after, size);
    }

    /** Mail about the order of that id or to that address; the newest first. */
    public Page<Mail> search(String text, @Nullable String after, int size) {
        String wanted = text.strip();
        return OrderId.isValid(wanted)
                ? store.ofOrder(wanted, after, size)
                : store.toAddress(wanted.toLowerCase(Locale.ROOT), after, size);
    }

    /** @throws NotYours if there is no such mail */
    public Mail get(MailKey key) {
        return store.find(key).orElseThrow(() -> new NotYours("No mail " + key.id()));
    }

    /** What a mail says, or would say if it were sent now. */
    public MailContent content(Mail mail) {
        return mail.content() != null ? mail.content() : letters.write(mail);
    }

    /**
     * Sends a mail that has failed or was kept, as if it were new.
     *
     * @throws LostRace if it waits or has been sent meanwhile
     */
    public void sendAgain(MailKey key) {
        if (!isOpen()) {
            throw new IllegalStateException("There is no mail server");
        }
        LostRace.unlessOne(store.tryAgain(key, clock.instant()) ? 1 : 0, "Mail " + key.id() + " is not to be sent");
    }

    /**
     * Sends mails that have failed, as if they were new, the oldest first; after the mail server was away for long.
     * Those to addresses that it has refused for good stay.
     *
     * @return how many; {@link #MOST_AT_ONCE} at most
     */
    public int sendFailedAgain() {
        if (!isOpen()) {
            throw new IllegalStateException("There is no mail server");
        }
        return store.tryFailedAgain(clock.instant(), MOST_AT_ONCE);
    }

    /** How many of them {@link #sendFailedAgain} would send, up to {@link #MOST_AT_ONCE}. */
    public int failedToSendAgain() {
        return store.countFailedToTryAgain(MOST_AT_ONCE);
    }

    public static final int MOST_AT_ONCE = 1_000;

    /** How many have failed, up to a hundred. */
    public int failed() {
        return store.countFailed(MOST_COUNTED);
    }

    public static final int MOST_COUNTED = 100;

    /** Whether mail is sent at all; otherwise it is kept. */
    public boolean isOpen() {
        return office.isOpen();
    }

    /** The mail server's name and port, if mail is sent. */
    public Optional<String> server() {
        return office.serverName();
    }

    public String sender() {
        return office.sender();
    }

    /** Whether that is read which other servers return to {@link #returnAddress}. */
    public ReturnedMailState returned() {
        return returned.state();
    }

    /** The sender on the envelope. */
    public String returnAddress() {
        return office.returnAddress();
    }

    public String messageId(Mail mail) {
        return office.messageId(mail);
    }
}
