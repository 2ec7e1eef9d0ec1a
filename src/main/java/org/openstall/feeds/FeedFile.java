package org.openstall.feeds;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A file as it lies on the disk: plain, packed with gzip or zip, or a spreadsheet. */
final class FeedFile {
    private final Path path;
    private final Packing packing;

    /** Of the longest sheet of a spreadsheet, whose library does not say how far it has read. */
    private final long rows;

    private volatile @Nullable CountingInput counting;

    /** Of what counts, how many bytes it may become. */
    private volatile long countable;

    enum Packing {
        NONE,
        GZIP,
        ZIP,
        SPREADSHEET
    }

    private FeedFile(Path path, Packing packing, long rows) {
        this.path = path;
        this.packing = packing;
        this.rows = rows;
    }

    static FeedFile of(Path path) throws IOException, FileRefused {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(8);
        }
        if (start.length == 0) {
            throw new FileRefused(Failure.EMPTY);
        }
        if (Encoding.startsWith(start, 0x1F, 0x8B)) {
            return new FeedFile(path, Packing.GZIP, 0);
        }
        if (Encoding.startsWith(start, 'P', 'K', 3, 4) || Encoding.startsWith(start, 'P', 'K', 5, 6)) {
            return zip(path);
        }
        if (Encoding.startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)
                || Encoding.startsWith(start, '%', 'P', 'D', 'F')
                || Encoding.startsWith(start, 0x89, 'P', 'N', 'G')
                || Encoding.startsWith(start, 0xFF, 0xD8, 0xFF)) {
            throw new FileRefused(Failure.NOT_TEXT);
        }
        return new FeedFile(path, Packing.NONE, 0);
    }

    private static FeedFile zip(Path path) throws IOException, FileRefused {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (zip.getEntry("xl/workbook.xml") != null) {
                measure(path, zip);
                return new FeedFile(path, Packing.SPREADSHEET, SheetCells.check(zip, files(zip)));
            }
            int files = files(zip).size();
            if (files != 1) {
                throw new FileRefused(Failure.ARCHIVE_NOT_ONE_FILE, files);
            }
            return new FeedFile(path, Packing.ZIP, 0);
        }
    }

    private static List<? extends ZipEntry> files(ZipFile zip) {
        return zip.stream()
                .filter(it -> !it.isDirectory() && !it.getName().startsWith("__MACOSX/"))
                .toList();
    }

    /** Unpacks a spreadsheet once, to see that it can be unpacked: its library does not count. */
    private static void measure(Path path, ZipFile zip) throws IOException {
        long packed = Files.size(path);
        long unpacked = 0;
        for (ZipEntry entry : files(zip)) {
            try (InputStream in = new BoundedInput(zip.getInputStream(entry), () -> packed)) {
                unpacked += in.transferTo(OutputStream.nullOutputStream());
            }
        }
        if (unpacked > BoundedInput.MOST_MEGABYTES << 20) {
            throw new BoundedInput.TooMuch();
        }
    }

    Path path() {
        return path;
    }

    Packing packing() {
        return packing;
    }

    /** The text inside. */
    InputStream open() throws IOException {
        CountingInput raw = new CountingInput(Files.newInputStream(path));
        counting = raw;
        countable = Files.size(path);
        return switch (packing) {
            case NONE, SPREADSHEET -> raw;
            case GZIP ->
                new BoundedInput(new GZIPInputStream(new BufferedInputStream(raw, 1 << 16), 1 << 16), raw::count);
            case ZIP -> {
                raw.close();
                ZipFile zip = new ZipFile(path.toFile());
                long size = Files.size(path);
                ZipEntry entry = files(zip).getFirst();
                CountingInput unpacked = new CountingInput(zip.getInputStream(entry));
                counting = unpacked;
                countable = entry.getSize();
                yield new BoundedInput(unpacked, () -> size) {
                    @Override
                    public void close() throws IOException {
                        super.close();
                        zip.close();
                    }
                };
            }
        };
    }

    /**
     * How many bytes of the file have been read since it was last opened, as far as that is known.
     *
     * @param records how many have been read of it
     */
    long read(int records) throws IOException {
        long size = Files.size(path);
        if (rows > 0) {
            return size * Math.min(records, rows) / rows;
        }
        CountingInput current = counting;
        return current == null || countable <= 0 ? 0 : size * Math.min(current.count(), countable) / countable;
    }

    /** For people, such as TSV (gzip). */
    String describe(String format) {
        return packing == Packing.NONE || packing == Packing.SPREADSHEET
                ? format
                : format + " (" + packing.name().toLowerCase(Locale.ROOT) + ")";
    }
}
