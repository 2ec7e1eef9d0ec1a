package org.openstall.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.TestPostgresql;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class WritesTests {
    private static final String INSERT = "insert into public.written (word, size) values (:word, :size)";
    private static final String DOUBLE = "update public.written set size = size * 2 where word = any(:words)";

    private static final JdbcClient DB = TestPostgresql.jdbcClient();

    private final Writes writes = new Writes(new NamedParameterJdbcTemplate(TestPostgresql.dataSource()));

    @BeforeAll
    static void a_table() {
        DB.sql("create table public.written (place serial, word text primary key, size integer check (size > 0))")
                .update();
    }

    @AfterAll
    static void no_table() {
        DB.sql("drop table public.written").update();
    }

    @BeforeEach
    void nothing_is_written() {
        DB.sql("truncate public.written restart identity").update();
    }

    @Test
    void what_is_added_is_written_at_once() {
        writes.add(INSERT, row("one", 1), row("two", null));

        assertThat(written()).containsExactly("one 1", "two null");
    }

    @Test
    void what_is_written_together_is_written_at_the_end_in_its_order() {
        writes.together(() -> {
            writes.add(INSERT, row("one", 1), row("two", 2));
            writes.add(DOUBLE, new MapSqlParameterSource("words", new String[] {"two", "three"}));
            writes.add(INSERT, row("three", null));
            assertThat(written()).isEmpty();
        });

        assertThat(written()).containsExactly("one 1", "two 4", "three null");
    }

    @Test
    void all_that_is_written_together_is_written_or_nothing() {
        assertThatThrownBy(() -> writes.together(() -> {
                    writes.add(INSERT, row("one", 1));
                    writes.add(INSERT, row("two", -2));
                }))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(written()).isEmpty();
    }

    @Test
    void work_that_fails_writes_nothing() {
        assertThatThrownBy(() -> writes.together(() -> {
                    writes.add(INSERT, row("one", 1));
                    throw new LostRace("somebody was faster");
                }))
                .isInstanceOf(LostRace.class);

        assertThat(written()).isEmpty();
    }

    @Test
    void what_is_written_together_within_such_work_is_part_of_it() {
        writes.together(() -> {
            writes.together(() -> writes.add(INSERT, row("one", 1)));
            assertThat(written()).isEmpty();
        });

        assertThat(written()).containsExactly("one 1");
    }

    private static SqlParameterSource row(String word, @Nullable Integer size) {
        return new MapSqlParameterSource("word", word).addValue("size", size, Types.INTEGER);
    }

    private static List<String> written() {
        return DB.sql("select word || ' ' || coalesce(size::text, 'null') from public.written order by place")
                .query(String.class)
                .list();
    }
}
