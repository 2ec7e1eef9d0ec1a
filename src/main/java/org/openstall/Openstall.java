package org.openstall;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Openstall {
    public static void main(String[] args) {
        SpringApplication.run(Openstall.class, args);
    }
}
