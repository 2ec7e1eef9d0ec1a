package org.openstall.sellerdesk;

import java.util.List;
import org.openstall.catalog.ProductType;
import org.openstall.pages.Frame;
import org.openstall.pages.View;

/** The types that a new page may have; title and code are what the seller has looked for. */
public record ProposalTypesPage(Stall stall, List<ProductType> types, String title, String code) implements View {

    public ProposalTypesPage {
        types = List.copyOf(types);
    }

    public String link(Frame frame, ProductType type) {
        String path = frame.link("/seller/catalogue/proposals/new", "type", type.code());
        path = title.isEmpty()
                ? path
                : path + '&' + frame.link("", "title", title).substring(1);
        return code.isEmpty() ? path : path + '&' + frame.link("", "code", code).substring(1);
    }
}
