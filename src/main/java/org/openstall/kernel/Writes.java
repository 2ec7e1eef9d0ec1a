package org.openstall.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/**
 * Writes rows of which nobody needs to hear anything but that they are written. Each write waits for the database; many
 * small ones of a transaction wait once, if they are written {@linkplain #together together}.
 */
@Component
public class Writes {
    private static final ScopedValue<List<Write>> TOGETHER = ScopedValue.newInstance();

    private final NamedParameterJdbcTemplate db;
    private final Map<String, Statement> statements = new ConcurrentHashMap<>();

    Writes(NamedParameterJdbcTemplate db) {
        this.db = db;
    }

    private record Write(Statement statement, SqlParameterSource row) {
        Object[] values() {
            return NamedParameterUtils.buildValueArray(statement.parsed(), row, null);
        }
    }

    /** A statement with names for its values, and the same without. */
    private record Statement(ParsedSql parsed, String sql) {
        static Statement of(String named) {
            ParsedSql parsed = NamedParameterUtils.parseSqlStatement(named);
            return new Statement(parsed, NamedParameterUtils.substituteNamedParameters(parsed, null));
        }
    }

    /**
     * Runs a statement once for each row: at once, or with everything else that is written together.
     *
     * @param sql a constant, with names for the values; a list of values is an array
     */
    public void add(String sql, SqlParameterSource... rows) {
        if (TOGETHER.isBound()) {
            Statement statement = statements.computeIfAbsent(sql, Statement::of);
            for (SqlParameterSource row : rows) {
                TOGETHER.get().add(new Write(statement, row));
            }
        } else {
            db.batchUpdate(sql, rows);
        }
    }

    /**
     * Keeps what is added meanwhile and sends it in one go, in the order in which it was added, all or nothing. Whoever
     * reads meanwhile does not see it; what the database refuses is thrown at the end.
     */
    public void together(Runnable work) {
        if (TOGETHER.isBound()) {
            work.run();
            return;
        }
        List<Write> writes = new ArrayList<>();
        ScopedValue.where(TOGETHER, writes).run(work);
        if (!writes.isEmpty()) {
            List<Object> values = new ArrayList<>();
            writes.forEach(it -> Collections.addAll(values, it.values()));
            db.getJdbcTemplate()
                    .update(
                            writes.stream().map(it -> it.statement().sql()).collect(Collectors.joining(";\n")),
                            values.toArray());
        }
    }
}
