package org.openstall.catalog;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Pictures of products. Each is drawn anew in two sizes, upright and on white, so that nothing of the file that was
 * sent (where it was taken, or what else hides in it) is passed on; the same picture is kept once. It is found under
 * an address of this program, which is what a page's {@code imageUrl} then says.
 */
@Service
public class Pictures {
    public static final long MOST_BYTES = 10L << 20;
    public static final int LEAST_PIXELS = 500;
    public static final int MOST_MEGAPIXELS = 50;
    public static final int MOST_MEGAPIXELS_OF_WEBP = 4;

    private static final Set<String> FORMATS = Set.of("jpeg", "png", "webp");
    private static final String ADDRESS = "/pictures/";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    /** Pixels a side at which a picture is read, at most, so that a large one takes no more memory than this. */
    private static final int READ = 2 * Size.LARGE.pixels;

    /** How long a picture stays that nothing names: forms may lie open for long, and sellers try again. */
    static final Duration UNUSED = Duration.ofDays(30);

    /** One at a time: drawing takes up to 120 MB. */
    private static final Semaphore DRAWING = new Semaphore(1, true);

    private final PictureStore store;
    private final Clock clock;

    Pictures(PictureStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The sizes in which a picture is kept, by its longer side. */
    public enum Size {
        SMALL(360),
        LARGE(1_600);

        private final int pixels;

        Size(int pixels) {
            this.pixels = pixels;
        }
    }

    /** What has become of a picture that was sent. */
    public sealed interface Result {
        /** @param address for a page's {@code imageUrl} */
        record Kept(String address) implements Result {}

        /** @param width in pixels, zero if it cannot be told */
        record Refused(Reason reason, int width, int height) implements Result {}
    }

    /** Why a picture is not kept. */
    public enum Reason {
        TOO_MANY_BYTES,
        /** Neither JPEG nor PNG nor WebP. */
        NOT_A_PICTURE,
        DAMAGED,
        /** Its longer side has fewer than {@link #LEAST_PIXELS}. */
        TOO_SMALL,
        TOO_MANY_PIXELS,
        /** Of a WebP, of which not even a part can be read without all of it. */
        TOO_MANY_PIXELS_OF_WEBP;

        /** The text's key in the message bundles. */
        public String key() {
            return "catalog.picture." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether a page's {@code imageUrl} names a picture that this program shows. */
    public static boolean isOurs(@Nullable String address) {
        return address != null
                && address.startsWith(ADDRESS)
                && ID.matcher(address.substring(ADDRESS.length())).matches();
    }

    public Result keep(byte[] file) {
        if (file.length > MOST_BYTES) {
            return refused(Reason.TOO_MANY_BYTES);
        }
        DRAWING.acquireUninterruptibly();
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return refused(Reason.NOT_A_PICTURE);
            }
            ImageReader reader = readers.next();
            try {
                return keep(reader, stream);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException damaged) {
            // Readers of pictures answer some nonsense with exceptions of any kind.
            return refused(Reason.DAMAGED);
        } finally {
            DRAWING.release();
        }
    }

    private static Result.Refused refused(Reason reason) {
        return new Result.Refused(reason, 0, 0);
    }

    private Result keep(ImageReader reader, ImageInputStream stream) throws IOException {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            return refused(Reason.NOT_A_PICTURE);
        }
        reader.setInput(stream);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (Math.max(width, height) < LEAST_PIXELS) {
            return new Result.Refused(Reason.TOO_SMALL, width, height);
        }
        if ((long) width * height > MOST_MEGAPIXELS * 1_000_000L) {
            return new Result.Refused(Reason.TOO_MANY_PIXELS, width, height);
        }
        if (isWebp(reader) && (long) width * height > MOST_MEGAPIXELS_OF_WEBP * 1_000_000L) {
            return new Result.Refused(Reason.TOO_MANY_PIXELS_OF_WEBP, width, height);
        }
        BufferedImage picture = upright(reader, onWhite(read(reader, Math.max(width, height))));
        Map<Size, byte[]> jpegs = new EnumMap<>(Size.class);
        for (Size size : Size.values()) {
            jpegs.put(size, jpeg(picture, size));
        }
        String id = id(jpegs.getOrDefault(Size.LARGE, new byte[0]));
        store.add(id, jpegs, clock.instant());
        return new Result.Kept(ADDRESS + id);
    }

    private static boolean isWebp(ImageReader reader) throws IOException {
        return reader.getFormatName().equalsIgnoreCase("webp");
    }

    private static BufferedImage read(ImageReader reader, int longest) throws IOException {
        ImageReadParam every = reader.getDefaultReadParam();
        int step = step(longest);
        every.setSourceSubsampling(step, step, 0, 0);
        BufferedImage picture = reader.read(0, every);
        if (picture == null) {
            throw new IIOException("Nothing in it");
        }
        return picture;
    }

    /** Of how many pixels in a row one is read: enough are left for the largest size, and never more than {@link #READ}. */
    static int step(int longest) {
        return Math.ceilDiv(longest, READ);
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        BufferedImage drawn = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.drawImage(picture, 0, 0, Color.WHITE, null);
        pen.dispose();
        return drawn;
    }

    /** Telephones say beside the picture which side is up. */
    private static BufferedImage upright(ImageReader reader, BufferedImage picture) throws IOException {
        if (!reader.getFormatName().equalsIgnoreCase("jpeg")) {
            return picture;
        }
        Orientation orientation = ExifUtils.getExifOrientation(reader, 0);
        if (orientation == null) {
            return picture;
        }
        ImageFilter turning = ExifFilterUtils.getFilterForOrientation(orientation);
        return turning.apply(picture);
    }

    private static byte[] jpeg(BufferedImage picture, Size size) throws IOException {
        int longest = Math.min(size.pixels, Math.max(picture.getWidth(), picture.getHeight()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Thumbnails.of(picture)
                .size(longest, longest)
                .imageType(BufferedImage.TYPE_INT_RGB)
                .outputFormat("jpg")
                .outputQuality(0.85)
                .toOutputStream(out);
        return out.toByteArray();
    }

    private static String id(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /**
     * To be asked before something names a picture: has it kept for a while longer, so that it cannot be forgotten
     * just then.
     *
     * @return false if it was one of ours and is gone, so that it has to be sent again
     */
    public boolean hold(@Nullable String address) {
        return address == null || !isOurs(address) || store.hold(address.substring(ADDRESS.length()), clock.instant());
    }

    /** Forgets pictures that came with what was never handed in or was refused. Says how many files are gone. */
    int sweep() {
        return store.forgetUnused(clock.instant().minus(UNUSED));
    }

    /** A kept picture as JPEG. */
    public Optional<byte[]> find(String id, Size size) {
        return ID.matcher(id).matches() ? store.find(id, size) : Optional.empty();
    }
}
