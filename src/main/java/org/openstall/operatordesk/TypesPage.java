package org.openstall.operatordesk;

import java.util.List;
import org.openstall.catalog.ProductType;
import org.openstall.pages.View;

/** All product types; {@code code} is what somebody typed for a new one that cannot be. */
public record TypesPage(List<ProductType> types, String code, boolean refused) implements View {

    public TypesPage {
        types = List.copyOf(types);
    }

    @Override
    public int status() {
        return refused ? 422 : 200;
    }
}
