package org.openstall.sellerdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.fulfilment.LabelChange;
import org.openstall.fulfilment.Parcel;
import org.openstall.marketplaces.Marketplace;
import org.openstall.pages.View;

/** What a package's label says, to be corrected, and what it said before. */
public record PackagePage(
        Stall stall,
        Marketplace place,
        Parcel parcel,
        List<LabelChange> changes,
        ConfirmForm form,
        @Nullable Refusal refusal)
        implements View {

    public PackagePage {
        changes = List.copyOf(changes);
    }

    @Override
    public int status() {
        return refusal == null ? 200 : 422;
    }
}
