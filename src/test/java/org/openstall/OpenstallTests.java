package org.openstall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;

@OpenstallTest
class OpenstallTests {
    @Test
    void the_program_is_healthy(@Autowired HealthEndpoint health) {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }
}
