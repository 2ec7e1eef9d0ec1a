package org.openstall.kernel;

import java.util.List;

/** Recomputes what is derived from the facts it was derived from. Every bean of this type is part of the audit. */
public interface Audit {
    /** What is compared, such as "tallies of account health". */
    String name();

    Outcome run();

    /**
     * @param checked how many derived values were compared
     * @param differences one sentence each, naming the value, what is kept and what the facts say
     */
    record Outcome(long checked, List<String> differences) {
        public Outcome {
            differences = List.copyOf(differences);
        }
    }
}
