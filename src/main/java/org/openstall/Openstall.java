package org.openstall;

import org.openstall.cli.Cli;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The whole program. Two modules may have classes of the same name, such as each desk its {@code OrderController}. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Openstall {
    public static void main(String[] args) {
        Cli.main(Openstall.class, args);
    }
}
