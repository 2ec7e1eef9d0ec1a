package org.openstall.feeds;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.util.function.LongSupplier;

/** Unpacks no more than a real file would be: nobody’s inventory is a thousand times its archive. */
class BoundedInput extends FilterInputStream {
    static final long MOST_MEGABYTES = 512;
    private static final long MOST = MOST_MEGABYTES << 20;
    private static final long HARMLESS = 16 << 20;
    private static final int RATIO = 200;

    private final LongSupplier packed;
    private long unpacked;

    /** @param packed how many bytes of the archive have been read */
    BoundedInput(InputStream in, LongSupplier packed) {
        super(in);
        this.packed = packed;
    }

    /** The archive is a bomb, or just too much. */
    static final class TooMuch extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int more) throws TooMuch {
        unpacked += more;
        if (unpacked > MOST || (unpacked > HARMLESS && unpacked > packed.getAsLong() * RATIO)) {
            throw new TooMuch();
        }
    }
}
