package org.openstall.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.TimeOrderedIds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Keeps the files of sellers. Several nodes need a directory that they share. */
@Service
public class Documents {
    private static final int LONGEST_NAME = 200;

    private static final Pattern NAME =
            Pattern.compile("(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})(?<part>\\.part)?");

    /** Younger ones may be about to be described. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final DocumentStore store;
    private final Path directory;
    private final Clock clock;

    Documents(DocumentStore store, @Value("${openstall.documents}") Path directory, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.clock = clock;
    }

    /** Keeps what the stream gives; once this has returned, the file survives any crash. */
    public Document store(SellerId seller, String name, InputStream content) throws IOException {
        Instant now = clock.instant();
        UUID id = TimeOrderedIds.create(now);
        Path path = path(seller, id);
        Files.createDirectories(path.getParent());
        Path unfinished = path.resolveSibling(path.getFileName() + ".part");
        DigestInputStream digested = new DigestInputStream(content, sha256());
        try {
            long bytes;
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                bytes = digested.transferTo(out);
            }
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
            Document document = new Document(
                    seller,
                    id,
                    plainName(name),
                    bytes,
                    HexFormat.of().formatHex(digested.getMessageDigest().digest()),
                    now);
            store.add(document);
            return document;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** @throws NotYours if the seller has no such file */
    public Document get(SellerId seller, UUID id) {
        return store.find(seller, id).orElseThrow(() -> new NotYours("No document " + id + " of " + seller));
    }

    /**
     * Where the content lies, to be read only.
     *
     * @throws NotYours if the seller has no such file
     */
    public Path file(SellerId seller, UUID id) {
        return path(seller, get(seller, id).id());
    }

    /**
     * The content.
     *
     * @throws NotYours if the seller has no such file
     */
    public InputStream open(SellerId seller, UUID id) throws IOException {
        return Files.newInputStream(file(seller, id));
    }

    /** Takes a file away; one that is gone is fine. */
    public void remove(SellerId seller, UUID id) throws IOException {
        store.remove(seller, id);
        Files.deleteIfExists(path(seller, id));
    }

    /**
     * Deletes what crashes have left: files of yesterday and before that nothing describes. Says how many. What has
     * another name than this module gives is left alone: systems put things of their own into directories.
     */
    int sweep() throws IOException {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        int swept = 0;
        List<Path> sellers;
        try (Stream<Path> entries = Files.list(directory)) {
            sellers = entries.filter(it -> SellerId.isValid(it.getFileName().toString()) && Files.isDirectory(it))
                    .toList();
        }
        for (Path seller : sellers) {
            SellerId owner = new SellerId(seller.getFileName().toString());
            try (Stream<Path> files = Files.list(seller)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    if (isForgotten(owner, file)) {
                        Files.deleteIfExists(file);
                        swept++;
                    }
                }
            }
        }
        return swept;
    }

    private boolean isForgotten(SellerId owner, Path file) throws IOException {
        if (Files.getLastModifiedTime(file).toInstant().isAfter(clock.instant().minus(PATIENCE))) {
            return false;
        }
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                && (name.group("part") != null
                        || store.find(owner, UUID.fromString(name.group("id"))).isEmpty());
    }

    private Path path(SellerId seller, UUID id) {
        return directory.resolve(seller.value()).resolve(id.toString());
    }

    /** Browsers may send a whole path; only the last part is the name. */
    private static String plainName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return last.isEmpty() ? "file" : last.length() > LONGEST_NAME ? last.substring(0, LONGEST_NAME) : last;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
