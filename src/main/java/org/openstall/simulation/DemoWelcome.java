package org.openstall.simulation;

import java.util.List;
import org.openstall.kernel.Welcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Tells whoever started the demo how to get in. */
@Component
@ConditionalOnProperty("openstall.demo")
class DemoWelcome implements Welcome {
    @Override
    public List<String> lines(String address) {
        return List.of(
                "The shop is at " + address + "/; to be somebody, open " + address + "/sign-in and click once:",
                "  Nadia sells, Omar buys, Iris operates.");
    }
}
