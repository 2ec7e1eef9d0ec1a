package org.openstall.notifications;

import org.openstall.pages.Mailing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class MailConfiguration {
    @Bean
    Mailing mailing(PostOffice office) {
        return new Mailing(office.isOpen());
    }
}
