package org.openstall.payments;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The built-in provider serves unless {@code openstall.payments.provider} names another. */
@Configuration
class PaymentsConfiguration {

    @Bean
    @ConditionalOnProperty(name = "openstall.payments.provider", havingValue = "test", matchIfMissing = true)
    PaymentProvider testPaymentProvider(Clock clock) {
        return new TestPaymentProvider(clock);
    }
}
