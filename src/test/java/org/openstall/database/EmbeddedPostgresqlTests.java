package org.openstall.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresqlTests {
    @TempDir
    private Path directory;

    private Path data;

    @BeforeEach
    void choose_a_directory_with_a_space_in_its_name() {
        data = directory.resolve("my data");
    }

    @Test
    void a_server_has_its_directory_alone_but_lets_commands_join() throws Exception {
        try (OpenstallProcess server = OpenstallProcess.start(data, "serve").ready();
                OpenstallProcess second = OpenstallProcess.start(data, "serve");
                OpenstallProcess audit = OpenstallProcess.start(data, "audit")) {
            String address = String.valueOf(Holder.readFrom(data).orElseThrow().address());

            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.said()).contains("already running", "process " + server.pid(), address);
            assertThat(audit.exitCode()).as(audit.said()).isZero();

            server.stop();
            assertThat(data.resolve("postgres").resolve("postmaster.pid")).doesNotExist();
            assertThat(Holder.readFrom(data)).isEmpty();
        }
    }

    @Test
    void nothing_is_lost_when_the_program_is_killed() throws Exception {
        ProcessHandle orphan;
        try (OpenstallProcess server = OpenstallProcess.start(data, "serve").ready()) {
            database().sql("create table public.kept (word text primary key)").update();
            database().sql("insert into public.kept values ('everything')").update();
            orphan = postgresql();
            server.kill();
        }
        assertThat(orphan.isAlive()).as("the orphan").isTrue();

        try (OpenstallProcess server = OpenstallProcess.start(data, "serve").ready()) {
            assertThat(orphan.isAlive()).as("the orphan").isFalse();
            assertThat(database()
                            .sql("select word from public.kept")
                            .query(String.class)
                            .list())
                    .containsExactly("everything");
            server.stop();
        }
    }

    @Test
    void a_new_directory_begins_as_a_copy_of_its_template_and_goes_its_own_way() throws Exception {
        Path template = directory.resolve("template");
        try (EmbeddedPostgresql lived = open(template, null)) {
            JdbcClient words = client(lived);
            words.sql("create table public.kept (word text primary key)").update();
            words.sql("insert into public.kept values ('before')").update();
        }

        try (EmbeddedPostgresql copy = open(data, template)) {
            client(copy).sql("insert into public.kept values ('after')").update();
        }

        try (EmbeddedPostgresql copy = open(data, template)) {
            assertThat(words(copy)).containsExactly("after", "before");
        }
        try (EmbeddedPostgresql lived = open(template, null)) {
            assertThat(words(lived)).containsExactly("before");
        }
        assertThat(data.resolve("copying")).doesNotExist();
    }

    @Test
    void a_copy_that_was_killed_is_made_anew() throws Exception {
        Path template = directory.resolve("template");
        try (EmbeddedPostgresql lived = open(template, null)) {
            client(lived)
                    .sql("create table public.kept (word text primary key)")
                    .update();
        }
        Files.createDirectories(data.resolve("copying").resolve("postgres"));

        try (EmbeddedPostgresql copy = open(data, template)) {
            assertThat(words(copy)).isEmpty();
        }
    }

    @Test
    void a_directory_begins_empty_if_its_template_is_not_there() throws Exception {
        try (EmbeddedPostgresql empty = open(data, directory.resolve("nowhere"))) {
            assertThat(client(empty)
                            .sql("select count(*) from pg_tables where schemaname = 'public'")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private static EmbeddedPostgresql open(Path data, @Nullable Path template) {
        return EmbeddedPostgresql.open(
                data.toString(),
                new PostgresqlSettings(
                        null, false, template == null ? null : template.toString(), Map.of("fsync", "off")));
    }

    private static JdbcClient client(EmbeddedPostgresql server) {
        return JdbcClient.create(new DriverManagerDataSource(server.url(), server.username(), server.password()));
    }

    private static List<String> words(EmbeddedPostgresql server) {
        return client(server)
                .sql("select word from public.kept order by word")
                .query(String.class)
                .list();
    }

    private JdbcClient database() throws Exception {
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:"
                        + Holder.readFrom(data).orElseThrow().port() + "/postgres",
                PostgresqlCluster.USER,
                Files.readString(data.resolve("postgres.password")).strip()));
    }

    private ProcessHandle postgresql() throws Exception {
        String pid = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }
}
