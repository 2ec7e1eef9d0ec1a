package org.openstall.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What all commands have in common. */
@Command(
        name = "openstall",
        description = "The open Seller Central: a self-hosted marketplace platform.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        subcommands = HelpCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        usageHelpAutoWidth = true,
        footer = {
            "",
            "Settings, for every command and anywhere on the line:",
            "  --openstall.data=DIR          where data lives (default: data)",
            "  --server.port=N               where the server answers (default: 8080)",
            "  --spring.datasource.url=URL   a PostgreSQL server instead of the embedded one,",
            "                                with --spring.datasource.username and .password",
            "",
            "Exit codes: 0 done, 1 failed or differences found, 2 not understood."
        })
class OpenstallCommand {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of a failure.")
    boolean debug;
}
