package org.openstall.identity;

import java.util.List;
import org.openstall.kernel.Welcome;
import org.springframework.stereotype.Component;

/** Tells whoever has started a marketplace that nobody operates yet how to become the one who does. */
@Component
class FirstOperator implements Welcome {
    private final UserStore store;

    FirstOperator(UserStore store) {
        this.store = store;
    }

    @Override
    public List<String> lines(String address) {
        return store.hasOperator()
                ? List.of()
                : List.of("Nobody operates this marketplace yet. Make yourself the one who does:"
                        + " bin/openstall user EMAIL --name NAME --operator");
    }
}
