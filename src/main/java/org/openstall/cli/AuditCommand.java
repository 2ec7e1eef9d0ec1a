package org.openstall.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import org.openstall.kernel.Audit;
import org.springframework.beans.factory.ObjectProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "audit", description = "Recompute every derived number from the facts and name each difference.")
class AuditCommand implements Callable<Integer> {
    private final List<Audit> audits;

    @Spec
    private CommandSpec spec;

    AuditCommand(ObjectProvider<Audit> audits) {
        this.audits = audits.orderedStream().toList();
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean differs = false;
        for (Audit audit : audits) {
            LongAdder differences = new LongAdder();
            long checked = audit.run(difference -> {
                differences.increment();
                out.println("  " + difference);
            });
            out.printf(Locale.ROOT, "%s: %,d checked, %s%n", audit.name(), checked, told(differences.sum()));
            out.flush();
            differs |= differences.sum() > 0;
        }
        return differs ? 1 : 0;
    }

    private static String told(long differences) {
        if (differences == 0) {
            return "no difference";
        }
        return differences == 1 ? "1 difference" : String.format(Locale.ROOT, "%,d differences", differences);
    }
}
