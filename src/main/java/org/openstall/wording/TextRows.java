package org.openstall.wording;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.CannotGoOn;

/**
 * The rows of a file of texts: id, language and text, parted by tabs, in UTF-8. A byte order mark, a first line with
 * the names of the columns and empty lines are skipped; a row that cannot be read is told, with the number of its
 * line, and skipped too.
 */
final class TextRows implements AutoCloseable {
    private static final int LONGEST_LINE = 1 << 20;

    private final Path file;
    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int number;
    private int read;
    private int broken;

    record Row(String id, String language, String text) {}

    private TextRows(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    static TextRows of(Path file) {
        if (Files.isDirectory(file)) {
            throw new CannotGoOn(file + " is a directory, not a file of texts.");
        }
        try {
            return new TextRows(file, new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        } catch (NoSuchFileException missing) {
            throw new CannotGoOn("There is no file " + file + ".", missing);
        } catch (IOException failure) {
            throw new CannotGoOn(file + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    int read() {
        return read;
    }

    int broken() {
        return broken;
    }

    /** Null after the last one. */
    @Nullable
    Row next(Consumer<String> complaints) {
        try {
            while (readLine()) {
                number++;
                String content = line.size() > LONGEST_LINE ? null : decoded(line.toByteArray());
                if (content == null) {
                    complain(
                            line.size() > LONGEST_LINE ? "is longer than a million bytes" : "is not UTF-8", complaints);
                } else if (!content.isBlank() && !isNamesOfColumns(content)) {
                    String[] columns = content.split("\t", -1);
                    if (columns.length == 3 && !columns[0].isBlank()) {
                        read++;
                        return new Row(columns[0], columns[1].strip(), columns[2]);
                    }
                    complain(
                            columns.length == 3
                                    ? "has no id"
                                    : "should be id, language and text, parted by two tabs, and has "
                                            + (columns.length - 1),
                            complaints);
                }
            }
            return null;
        } catch (IOException failure) {
            throw new CannotGoOn(file + " cannot be read to its end: " + failure.getMessage(), failure);
        }
    }

    private void complain(String reason, Consumer<String> complaints) {
        broken++;
        complaints.accept(file + ", line " + number + " " + reason);
    }

    private boolean isNamesOfColumns(String content) {
        return number == 1 && content.equalsIgnoreCase("id\tlanguage\ttext");
    }

    /** Whether there was one; of a line that is too long only the beginning is kept. */
    private boolean readLine() throws IOException {
        line.reset();
        boolean any = false;
        for (int next = in.read(); next >= 0; next = in.read()) {
            any = true;
            if (next == '\n') {
                break;
            }
            if (line.size() <= LONGEST_LINE) {
                line.write(next);
            }
        }
        return any;
    }

    /** Without the byte order mark and the end of the line; null if it is not UTF-8. */
    private @Nullable String decoded(byte[] bytes) {
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        try {
            String content = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
            return number == 1 && content.startsWith("\uFEFF") ? content.substring(1) : content;
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
