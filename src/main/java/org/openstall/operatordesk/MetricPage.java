package org.openstall.operatordesk;

import org.openstall.health.OrderBehind;
import org.openstall.health.Rate;
import org.openstall.kernel.Page;
import org.openstall.marketplaces.Marketplace;
import org.openstall.pages.Chart;
import org.openstall.pages.View;
import org.openstall.sellers.Seller;

/** One rate of a seller: how it came about over time, and the very orders that spoil it. */
public record MetricPage(Seller seller, Moment moment, Rate rate, Chart trend, Page<OrderBehind> orders)
        implements View {
    @Override
    public Marketplace place() {
        return moment.place();
    }
}
