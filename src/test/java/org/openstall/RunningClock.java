package org.openstall;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openstall.kernel.MovableClock;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Lets the program's clock run again after a test that stopped it. */
final class RunningClock implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext test) {
        SpringExtension.getApplicationContext(test).getBean(MovableClock.class).run();
    }
}
