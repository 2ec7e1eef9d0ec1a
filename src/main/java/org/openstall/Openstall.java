package org.openstall;

import org.openstall.cli.Cli;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The whole program. */
@SpringBootApplication
public class Openstall {
    public static void main(String[] args) {
        Cli.main(Openstall.class, args);
    }
}
