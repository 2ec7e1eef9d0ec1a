package org.openstall.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProductTypeStore {
    private final JdbcClient db;

    ProductTypeStore(JdbcClient db) {
        this.db = db;
    }

    /** The newest version of each type. */
    List<ProductTypeVersion> newest() {
        return db.sql("""
                select distinct on (code) code, version, schema, edited_by, edited_at
                  from catalog.product_type
                 order by code, version desc
                """).query(ProductTypeStore::version).list();
    }

    /** All versions of one type, the newest first. */
    List<ProductTypeVersion> history(String code) {
        return db.sql("""
                select code, version, schema, edited_by, edited_at
                  from catalog.product_type
                 where code = :code
                 order by version desc
                """).param("code", code).query(ProductTypeStore::version).list();
    }

    /** Says how many rows were added: none if somebody else has added that version. */
    int add(String code, int version, String schema, @Nullable String editedBy, Instant now) {
        return db.sql("""
                insert into catalog.product_type (code, version, schema, edited_by, edited_at)
                values (:code, :version, :schema, :editedBy, :now)
                on conflict (code, version) do nothing
                """)
                .param("code", code)
                .param("version", version)
                .param("schema", schema)
                .param("editedBy", editedBy)
                .param("now", Utc.of(now))
                .update();
    }

    private static ProductTypeVersion version(ResultSet row, int number) throws SQLException {
        return new ProductTypeVersion(
                row.getString("code"),
                row.getInt("version"),
                row.getString("schema"),
                row.getString("edited_by"),
                Utc.instant(row, "edited_at"));
    }
}
