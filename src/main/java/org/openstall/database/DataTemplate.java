package org.openstall.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A data directory, closed in order, that new ones begin as copies of. */
final class DataTemplate {
    /** What makes a directory one with data in it; comes last. */
    private static final String POSTGRES = "postgres";

    private static final String UNFINISHED = "copying";
    private static final Set<String> LOCKS = Set.of("openstall.lock", "guests.lock");

    private DataTemplate() {}

    /**
     * Fills a directory if there is nothing in it yet. A copy that is killed leaves a directory in which the program
     * begins without a template.
     *
     * @param data which nobody else has, as the caller holds its lock
     */
    static void copy(Path template, Path data) throws IOException {
        Path unfinished = data.resolve(UNFINISHED);
        FileSystemUtils.deleteRecursively(unfinished);
        if (!Files.isDirectory(template.resolve(POSTGRES)) || !names(data).isEmpty()) {
            return;
        }
        Files.createDirectory(unfinished);
        List<String> names = names(template);
        for (String name : names) {
            copyAll(template.resolve(name), unfinished.resolve(name));
        }
        for (String name : names) {
            Files.move(unfinished.resolve(name), data.resolve(name));
        }
        Files.delete(unfinished);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> !LOCKS.contains(it))
                    .sorted((one, other) -> Boolean.compare(one.equals(POSTGRES), other.equals(POSTGRES)))
                    .toList();
        }
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
