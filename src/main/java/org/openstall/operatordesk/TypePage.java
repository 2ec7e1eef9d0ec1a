package org.openstall.operatordesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.ProductType;
import org.openstall.catalog.ProductTypeVersion;
import org.openstall.catalog.SchemaFault;
import org.openstall.pages.View;

/**
 * A product type, its schema to edit, the form it makes, and its versions.
 *
 * @param seen the version that the edit began with, 0 for a new type
 * @param faults why the schema cannot be kept
 * @param preview what the schema in the editor makes; null if it is faulty
 * @param stale whether somebody else has saved a version meanwhile
 */
public record TypePage(
        String code,
        int seen,
        String schema,
        List<SchemaFault> faults,
        @Nullable ProductType preview,
        List<ProductTypeVersion> history,
        boolean stale)
        implements View {

    public TypePage {
        faults = List.copyOf(faults);
        history = List.copyOf(history);
    }

    @Override
    public int status() {
        return stale ? 409 : faults.isEmpty() ? 200 : 422;
    }

    public String path() {
        return "/operator/catalogue/types/" + code;
    }
}
