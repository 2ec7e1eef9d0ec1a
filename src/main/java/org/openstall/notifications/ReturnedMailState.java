package org.openstall.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How it stands with the mailbox to which other servers return mail; a mailbox is named as set, without its password. */
public sealed interface ReturnedMailState {
    /** None is set, so nobody reads what comes back. */
    record NotSet() implements ReturnedMailState {}

    /** One is set, but nobody has tried to read it so far. */
    record NotYet(String mailbox) implements ReturnedMailState {}

    /** It was read at the last try. */
    record Read(String mailbox, Instant at) implements ReturnedMailState {}

    /**
     * It could not be read at the last try.
     *
     * @param since the first try without success
     * @param readAt when it was last read, or null if never
     * @param said in the server's words, or those of the connection
     */
    record Failing(
            String mailbox,
            Instant since,
            Instant triedAt,
            @Nullable Instant readAt,
            Trouble trouble,
            String said) implements ReturnedMailState {}

    /** Nobody has tried for long, although that is done each minute. */
    record Silent(String mailbox, Instant triedAt) implements ReturnedMailState {}

    /** What keeps a mailbox from being read, as far as that tells what to do. */
    enum Trouble {
        /** The server knows no such user, or not with that password. */
        SIGN_IN,
        NO_FOLDER,
        NO_SUCH_HOST,
        NO_ANSWER,
        ENCRYPTION,
        OTHER
    }
}
