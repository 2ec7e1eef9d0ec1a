package org.openstall.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
            Audit.Outcome outcome = audit.run();
            out.printf(
                    Locale.ROOT,
                    "%s: %,d checked, %s%n",
                    audit.name(),
                    outcome.checked(),
                    differences(outcome.differences().size()));
            outcome.differences().forEach(difference -> out.println("  " + difference));
            out.flush();
            differs |= !outcome.differences().isEmpty();
        }
        return differs ? 1 : 0;
    }

    private static String differences(int count) {
        return switch (count) {
            case 0 -> "no difference";
            case 1 -> "1 difference";
            default -> String.format(Locale.ROOT, "%,d differences", count);
        };
    }
}
