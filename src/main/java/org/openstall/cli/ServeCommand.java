package org.openstall.cli;

import picocli.CommandLine.Command;

/** The one command that is not run inside the program but is the program, with its web server. */
@Command(name = "serve", description = "Run the marketplace until it is stopped by Ctrl-C.")
class ServeCommand {}
