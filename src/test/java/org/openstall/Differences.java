package org.openstall;

import java.util.ArrayList;
import java.util.List;
import org.openstall.kernel.Audit;

/** What an audit has to say. */
public final class Differences {
    private Differences() {}

    public static List<String> of(Audit audit) {
        List<String> differences = new ArrayList<>();
        audit.run(differences::add);
        return differences;
    }
}
