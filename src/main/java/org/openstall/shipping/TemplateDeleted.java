package org.openstall.shipping;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;

/**
 * A seller has deleted a template.
 *
 * @param replacement what is to be used in its place; null for whatever is the default
 */
public record TemplateDeleted(
        SellerId seller,
        MarketplaceId marketplace,
        UUID template,
        @Nullable UUID replacement) {}
