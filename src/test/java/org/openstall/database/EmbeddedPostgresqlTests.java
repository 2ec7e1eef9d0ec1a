package org.openstall.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
