package org.openstall.feeds;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out in which encoding a text is written: by its byte order mark; by the zeros of UTF-16; as UTF-8 if every
 * byte fits, which no other text does by chance; else by the statistics of ICU over the lines that are not ASCII.
 *
 * @param markBytes how long the byte order mark is
 */
record Encoding(Charset charset, int markBytes) {
    private static final int SAMPLE = 1 << 17;

    /** What ICU finds, as the superset that spreadsheets on Windows really write. */
    private static final Map<String, String> NAMES = Map.of(
            "Shift_JIS", "windows-31j",
            "EUC-JP", "EUC-JP",
            "EUC-KR", "x-windows-949",
            "Big5", "x-windows-950",
            "GB18030", "GB18030",
            "ISO-8859-1", "windows-1252",
            "windows-1252", "windows-1252",
            "ISO-8859-2", "windows-1250",
            "ISO-8859-9", "windows-1254");

    /** The encodings that a seller may name. */
    static final List<String> CHOICES = List.of(
            "UTF-8",
            "UTF-16LE",
            "UTF-16BE",
            "windows-1252",
            "windows-31j",
            "EUC-JP",
            "x-windows-949",
            "x-windows-950",
            "GB18030");

    /**
     * @param choice what the seller says it is, or null
     * @throws FileRefused if it cannot be that
     */
    static Encoding of(InputStream text, @Nullable String choice) throws IOException, FileRefused {
        byte[] start = text.readNBytes(4_096);
        Encoding marked = byMark(start);
        if (choice != null) {
            Charset charset = Charset.forName(choice);
            if (!fits(start, charset)) {
                throw new FileRefused(Failure.ENCODING, choice);
            }
            return new Encoding(charset, marked != null && marked.charset().equals(charset) ? marked.markBytes() : 0);
        }
        if (marked != null) {
            return marked;
        }
        Charset wide = byZeros(start);
        return new Encoding(wide != null ? wide : byContent(start, text), 0);
    }

    private static @Nullable Encoding byMark(byte[] start) {
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(start, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        return startsWith(start, 0xFE, 0xFF) ? new Encoding(StandardCharsets.UTF_16BE, 2) : null;
    }

    static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Charset byZeros(byte[] start) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < start.length; i++) {
            if (start[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        int some = start.length / 5;
        if (odd > some && even * 10 < odd) {
            return StandardCharsets.UTF_16LE;
        }
        return even > some && odd * 10 < even ? StandardCharsets.UTF_16BE : null;
    }

    private static Charset byContent(byte[] start, InputStream rest) throws IOException {
        CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer decoded = CharBuffer.allocate(1 << 16);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        ByteArrayOutputStream sample = new ByteArrayOutputStream();
        byte[] chunk = start;
        int length = start.length;
        boolean valid = true;
        while (length > 0) {
            collect(sample, chunk, length);
            if (valid) {
                bytes.put(chunk, 0, length).flip();
                valid = !utf8.decode(bytes, decoded.clear(), false).isError();
                bytes.compact();
            }
            if (!valid && sample.size() >= SAMPLE) {
                break;
            }
            chunk = chunk.length < 1 << 15 ? new byte[1 << 15] : chunk;
            length = rest.readNBytes(chunk, 0, chunk.length);
        }
        boolean cutShort = bytes.position() > 0;
        return valid && !cutShort ? StandardCharsets.UTF_8 : byStatistics(sample.toByteArray());
    }

    /** Keeps what is not ASCII, with its line. */
    private static void collect(ByteArrayOutputStream sample, byte[] chunk, int length) {
        if (sample.size() >= SAMPLE) {
            return;
        }
        int lineStart = 0;
        boolean telling = false;
        for (int i = 0; i < length; i++) {
            telling |= chunk[i] < 0;
            if (chunk[i] == '\n' || i == length - 1) {
                if (telling) {
                    sample.write(chunk, lineStart, i + 1 - lineStart);
                }
                lineStart = i + 1;
                telling = false;
            }
        }
    }

    private static Charset byStatistics(byte[] sample) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(sample);
        return Arrays.stream(detector.detectAll())
                .map(CharsetMatch::getName)
                .map(NAMES::get)
                .filter(it -> it != null && fits(sample, Charset.forName(it)))
                .findFirst()
                .map(Charset::forName)
                .orElse(Charset.forName("windows-1252"));
    }

    /** Whether a sample has almost nothing that the encoding does not know. */
    private static boolean fits(byte[] sample, Charset charset) {
        String text = new String(sample, charset);
        return text.chars().filter(it -> it == '\uFFFD').count() * 200 <= text.length();
    }
}
