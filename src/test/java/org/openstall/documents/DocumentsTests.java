package org.openstall.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openstall.OpenstallTest;
import org.openstall.kernel.SellerId;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class DocumentsTests {
    private final SellerId seller = SellerId.random();

    @Autowired
    private DocumentStore store;

    @Autowired
    private Clock clock;

    @TempDir
    private Path directory;

    private Documents documents;

    @BeforeEach
    void a_directory_of_its_own() {
        documents = new Documents(store, directory, clock);
    }

    private Document stored(String name) throws IOException {
        return documents.store(seller, name, new ByteArrayInputStream(new byte[] {1, 2, 3}));
    }

    private Path file(String name) throws IOException {
        Path file = directory.resolve(seller.value()).resolve(name);
        Files.createDirectories(file.getParent());
        return aged(Files.write(file, new byte[] {1}));
    }

    private Path aged(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(Duration.ofDays(2))));
    }

    @Test
    void what_crashes_have_left_is_swept_and_what_others_put_there_stays() throws IOException {
        Document kept = stored("offers.txt");
        Path described = aged(documents.file(seller, kept.id()));
        Path forgotten = file(UUID.randomUUID().toString());
        Path unfinished = file(UUID.randomUUID() + ".part");
        Path desktop = file(".DS_Store");
        Path notes = file("1-1-1-1-1");
        Path found = Files.createDirectory(directory.resolve("lost+found"));

        assertThat(documents.sweep()).isEqualTo(2);

        assertThat(forgotten).doesNotExist();
        assertThat(unfinished).doesNotExist();
        assertThat(described).exists();
        assertThat(desktop).exists();
        assertThat(notes).exists();
        assertThat(found).exists();
    }

    @Test
    void what_is_young_may_be_about_to_be_described() throws IOException {
        Path unfinished = file(UUID.randomUUID() + ".part");
        Files.setLastModifiedTime(unfinished, FileTime.from(clock.instant()));

        assertThat(documents.sweep()).isZero();

        assertThat(unfinished).exists();
    }
}
