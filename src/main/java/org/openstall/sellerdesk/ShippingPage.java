package org.openstall.sellerdesk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.ordering.Achieved;
import org.openstall.pages.View;
import org.openstall.shipping.Promise;
import org.openstall.shipping.SellerShipping;
import org.openstall.shipping.Template;
import org.openstall.shipping.Templates;

/**
 * How a seller ships: his templates, his cut-off and handling times, and whether he keeps what he promises.
 *
 * @param templates his own; none if he goes by the marketplace's
 * @param uses how many offers name each
 * @param handling what he has set or typed
 * @param usualHandling what holds if he sets nothing
 * @param cutOffRefused what was typed for a cut-off time, if it was none
 */
public record ShippingPage(
        Stall stall,
        List<Template> templates,
        Map<UUID, Integer> uses,
        SellerShipping shipping,
        Achieved achieved,
        HandlingForm handling,
        Promise.Handling usualHandling,
        @Nullable String cutOffRefused)
        implements View {

    public ShippingPage {
        templates = List.copyOf(templates);
        uses = Map.copyOf(uses);
    }

    public int uses(Template template) {
        return uses.getOrDefault(template.id(), 0);
    }

    public int most() {
        return Templates.MOST;
    }

    @Override
    public int status() {
        return cutOffRefused == null && handling.error() == null ? 200 : 422;
    }
}
