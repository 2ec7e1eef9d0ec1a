package org.openstall.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowsers;
import org.openstall.catalog.Pictures.Reason;
import org.openstall.catalog.Pictures.Result;
import org.openstall.catalog.Pictures.Size;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class PicturesTests {
    @Autowired
    private Pictures pictures;

    @Autowired
    private TestBrowsers browsers;

    /** The left half is red, the right half blue. */
    static byte[] picture(int width, int height, String format) throws IOException {
        boolean seeThrough = format.equals("png");
        BufferedImage image =
                new BufferedImage(width, height, seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        if (!seeThrough) {
            pen.setColor(Color.BLUE);
            pen.fillRect(width / 2, 0, width - width / 2, height);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private String kept(byte[] file) {
        return switch (pictures.keep(file)) {
            case Result.Kept kept -> kept.address();
            case Result.Refused refused -> throw new AssertionError(refused);
        };
    }

    private BufferedImage shown(String address, Size size) throws IOException {
        String id = address.substring(address.lastIndexOf('/') + 1);
        return ImageIO.read(new ByteArrayInputStream(pictures.find(id, size).orElseThrow()));
    }

    private Reason reason(byte[] file) {
        return switch (pictures.keep(file)) {
            case Result.Kept kept -> throw new AssertionError(kept);
            case Result.Refused refused -> refused.reason();
        };
    }

    @Test
    void a_picture_is_kept_in_two_sizes_and_once_however_often_it_is_sent() throws IOException {
        byte[] file = picture(3_000, 2_000, "jpeg");

        String address = kept(file);

        assertThat(kept(file)).isEqualTo(address);
        assertThat(Pictures.isOurs(address)).isTrue();
        assertThat(shown(address, Size.LARGE).getWidth()).isEqualTo(1_600);
        assertThat(shown(address, Size.SMALL).getHeight()).isEqualTo(240);
        assertThat(new Color(shown(address, Size.SMALL).getRGB(60, 120)).getRed())
                .isGreaterThan(240);
    }

    @Test
    void a_small_one_is_not_blown_up() throws IOException {
        assertThat(shown(kept(picture(500, 300, "jpeg")), Size.LARGE).getWidth())
                .isEqualTo(500);
    }

    @Test
    void what_can_be_seen_through_becomes_white() throws IOException {
        BufferedImage shown = shown(kept(picture(600, 600, "png")), Size.LARGE);

        assertThat(new Color(shown.getRGB(500, 300))).isEqualTo(Color.WHITE);
    }

    @Test
    void a_picture_of_a_telephone_held_upright_stands_upright_and_forgets_where_it_was_taken() throws IOException {
        byte[] exif = ("Exif\0\0MM\0*\0\0\0\b\0\1\1\u0012\0\3\0\0\0\1\0\6\0\0\0\0\0\0" + "secret place")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] plain = picture(800, 600, "jpeg");
        ByteBuffer turned = ByteBuffer.allocate(plain.length + exif.length + 4);
        turned.put(plain, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(plain, 2, plain.length - 2);

        String address = kept(turned.array());

        BufferedImage shown = shown(address, Size.LARGE);
        assertThat(shown.getHeight()).isEqualTo(800);
        assertThat(new Color(shown.getRGB(300, 100)).getRed()).isGreaterThan(240);
        byte[] jpeg = pictures.find(address.substring("/pictures/".length()), Size.LARGE)
                .orElseThrow();
        assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).doesNotContain("secret place");
    }

    @Test
    void what_is_no_picture_is_refused() throws IOException {
        assertThat(reason(new byte[0])).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(reason("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(reason(picture(600, 600, "gif"))).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(reason(new byte[(int) Pictures.MOST_BYTES + 1])).isEqualTo(Reason.TOO_MANY_BYTES);
    }

    @Test
    void a_picture_cut_off_is_refused() throws IOException {
        byte[] png = picture(600, 600, "png");

        assertThat(reason(Arrays.copyOf(png, png.length / 2))).isEqualTo(Reason.DAMAGED);
        assertThat(reason(Arrays.copyOf(png, 12))).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void one_that_is_too_small_or_would_fill_the_memory_is_refused_by_its_size() throws IOException {
        assertThat(pictures.keep(picture(499, 300, "jpeg"))).isEqualTo(new Result.Refused(Reason.TOO_SMALL, 499, 300));
        assertThat(pictures.keep(headOfPng(60_000, 60_000)))
                .isEqualTo(new Result.Refused(Reason.TOO_MANY_PIXELS, 60_000, 60_000));
    }

    /** A few bytes that promise a picture of any size. */
    private static byte[] headOfPng(int width, int height) {
        byte[] head = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 sum = new CRC32();
        sum.update(head);
        return ByteBuffer.allocate(8 + 4 + 17 + 4 + 12)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put(head)
                .putInt((int) sum.getValue())
                .putInt(0)
                .put("IDAT".getBytes(StandardCharsets.US_ASCII))
                .putInt(0x35AF061E)
                .array();
    }

    @Test
    void browsers_may_keep_a_picture_and_a_wrong_address_shows_none() throws IOException {
        String address = kept(picture(700, 500, "jpeg"));

        assertThat(browsers.open().get(address).header("cache-control")).contains("immutable", "public");
        assertThat(browsers.open().get(address + "/small").header("content-type"))
                .isEqualTo("image/jpeg");
        assertThat(browsers.open().get("/pictures/" + "0".repeat(32)).status()).isEqualTo(404);
        assertThat(browsers.open().get("/pictures/x").status()).isEqualTo(404);
    }
}
