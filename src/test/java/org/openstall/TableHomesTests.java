package org.openstall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TableHomesTests {
    /**
     * Homes that are no column: small tables copied everywhere, tables that libraries define, and those of which each
     * server has one of its own.
     */
    private static final Set<String> WITHOUT_COLUMN = Set.of("reference", "platform", "local");

    private final JdbcClient db = TestPostgresql.jdbcClient();

    record Table(String name, @Nullable String comment) {
        boolean hasHome() {
            return comment != null && comment.matches("home: [a-z_]+");
        }

        String home() {
            return comment == null ? "" : comment.substring("home: ".length());
        }
    }

    record UniqueIndex(String table, String name, String comment, String leadingColumn) {}

    @Test
    void every_table_names_its_home() {
        assertThat(tables()).isNotEmpty().filteredOn(table -> !table.hasHome()).isEmpty();
    }

    @Test
    void every_table_has_a_primary_key() {
        assertThat(db.sql("""
                select n.nspname || '.' || c.relname
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p')
                   and not c.relispartition
                   and n.nspname not in ('pg_catalog', 'information_schema')
                   and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)
                """).query(String.class).list()).isEmpty();
    }

    @Test
    void the_home_leads_the_primary_key_and_every_unique_index() {
        assertThat(uniqueIndexes())
                .isNotEmpty()
                .filteredOn(index -> !WITHOUT_COLUMN.contains(index.comment()))
                .filteredOn(index -> !index.comment().equals(index.leadingColumn()))
                .isEmpty();
    }

    private List<Table> tables() {
        return db.sql("""
                select n.nspname || '.' || c.relname as name, obj_description(c.oid, 'pg_class') as comment
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p')
                   and not c.relispartition
                   and n.nspname not in ('pg_catalog', 'information_schema')
                   and c.relname <> 'flyway_schema_history'
                 order by name
                """)
                .query((row, number) -> new Table(row.getString("name"), row.getString("comment")))
                .list();
    }

    private List<UniqueIndex> uniqueIndexes() {
        return db.sql("""
                select n.nspname || '.' || c.relname as table_name,
                       x.relname as index_name,
                       substring(obj_description(c.oid, 'pg_class') from 'home: (.*)') as comment,
                       pg_get_indexdef(i.indexrelid, 1, true) as leading_column
                  from pg_index i
                  join pg_class c on c.oid = i.indrelid
                  join pg_class x on x.oid = i.indexrelid
                  join pg_namespace n on n.oid = c.relnamespace
                 where i.indisunique
                   and not c.relispartition
                   and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                   and c.relname <> 'flyway_schema_history'
                 order by table_name, index_name
                """)
                .query((row, number) -> new UniqueIndex(
                        row.getString("table_name"),
                        row.getString("index_name"),
                        String.valueOf(row.getString("comment")),
                        row.getString("leading_column")))
                .list();
    }
}
