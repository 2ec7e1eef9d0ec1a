package org.openstall.kernel;

import java.util.function.Consumer;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Recomputes what is derived from the facts it was derived from. Every bean of this type is part of the audit. */
public interface Audit {
    /** What is compared, such as "tallies of account health". */
    String name();

    /**
     * Compares, holding no more in memory than a stretch of it, however much there is. All of it is seen as of one
     * instant: what is derived in the transaction of its facts agrees, whatever happens meanwhile.
     *
     * @param differences takes one sentence each, naming the value, what is kept and what the facts say
     * @return how many derived values were compared
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    long run(Consumer<String> differences);
}
