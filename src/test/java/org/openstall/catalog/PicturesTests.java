package org.openstall.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.TestPostgresql;
import org.openstall.catalog.Pictures.Reason;
import org.openstall.catalog.Pictures.Result;
import org.openstall.catalog.Pictures.Size;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OpenstallTest
class PicturesTests {
    @Autowired
    private Pictures pictures;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private MarketFixture market;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Proposals proposals;

    @Autowired
    private Changes changes;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient db;

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
        assertThat(pictures.keep(headOfWebp(2_001, 2_000)))
                .isEqualTo(new Result.Refused(Reason.TOO_MANY_PIXELS_OF_WEBP, 2_001, 2_000));
    }

    @Test
    void a_large_one_is_read_at_twice_its_largest_size_at_most_and_no_smaller_than_that_size() {
        assertThat(IntStream.of(500, 3_200, 3_201, 6_000, 6_399, 6_400, 6_401, 60_000))
                .allSatisfy(it -> assertThat(it / Pictures.step(it))
                        .isLessThanOrEqualTo(3_200)
                        .isGreaterThanOrEqualTo(Math.min(it, 1_600)));
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

    private static byte[] headOfWebp(int width, int height) {
        return ByteBuffer.allocate(30)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(22)
                .put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII))
                .putInt(10)
                .putInt(0)
                .putShort((short) (width - 1))
                .put((byte) 0)
                .putShort((short) (height - 1))
                .put((byte) 0)
                .array();
    }

    /** Of a size that no other test uses. */
    private String another(int width) throws IOException {
        return kept(picture(width, 640, "jpeg"));
    }

    private Proposal proposed(SellerId seller, String picture) {
        NewProduct page = new NewProduct(
                "A kettle with a picture", "Hollin", "home-kitchen", null, null, Map.of(), List.of(), picture, null);
        return proposals.propose(new ProposalKey(seller, UUID.randomUUID()), Marketplaces.US, page, null, "Nadia");
    }

    private boolean isThere(String address) {
        return browsers.open().get(address).status() == 200;
    }

    @Test
    void pictures_that_nothing_names_are_forgotten_after_a_while_and_no_others() throws IOException {
        SellerId nadias = market.seller("Nadia's Kitchen");
        String unused = another(701);
        String ofPage = another(702);
        ProductId page = catalog.add(
                        new NewProduct("A kettle", null, "home-kitchen", null, null, Map.of(), List.of(), ofPage, null))
                .id();
        String waiting = another(703);
        proposed(nadias, waiting);
        String refused = another(704);
        proposals.reject(proposed(nadias, refused).key(), "Iris", "There is one.");
        String wanted = another(705);
        changes.request(
                new ChangeKey(page, UUID.randomUUID()),
                nadias,
                PageField.of(PageField.Kind.IMAGE),
                ofPage,
                wanted,
                "The real one",
                "Nadia");
        String sentAgain = another(706);

        clock.advance(Duration.ofDays(20));
        another(706);
        pictures.sweep();
        assertThat(List.of(unused, ofPage, waiting, refused, wanted, sentAgain)).allMatch(this::isThere);

        clock.advance(Duration.ofDays(11));
        String lateRefusal = another(707);
        pictures.sweep();

        assertThat(List.of(unused, refused)).noneMatch(this::isThere);
        assertThat(List.of(ofPage, waiting, wanted, sentAgain, lateRefusal)).allMatch(this::isThere);
        assertThat(pictures.hold(unused)).isFalse();
        assertThat(pictures.hold("https://pictures.example/kettle.jpg")).isTrue();
        assertThat(pictures.hold(null)).isTrue();
    }

    @Test
    void a_picture_held_while_it_is_swept_stays() throws Exception {
        String old = another(708);
        clock.advance(Duration.ofDays(31));

        try (ExecutorService meanwhile = Executors.newSingleThreadExecutor()) {
            Future<?> sweeping = transaction.execute(status -> {
                assertThat(pictures.hold(old)).isTrue();
                Future<?> other = meanwhile.submit(pictures::sweep);
                TestPostgresql.letItCome(other, db);
                return other;
            });
            sweeping.get();
        }

        assertThat(isThere(old)).isTrue();
    }

    @Test
    void a_form_that_names_a_forgotten_picture_is_told_to_send_it_again() throws IOException {
        SellerId nadias = market.seller("Nadia's Kitchen");
        String old = another(709);
        clock.advance(Duration.ofDays(31));
        pictures.sweep();

        TestBrowser.Answer answer = browsers.openFor(market.userOf(nadias, "Nadia"))
                .post(
                        "/seller/catalogue/changes",
                        "id",
                        UUID.randomUUID().toString(),
                        "product",
                        market.offer(nadias, "KETTLE", "Kettle", "49.90", 3)
                                .product()
                                .value(),
                        "field",
                        "image",
                        "seen",
                        "",
                        "wanted",
                        old,
                        "reason",
                        "The real one");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("This picture lay unused for more than 30 days and is gone");
        assertThat(changes.of(nadias, null, 10).items()).isEmpty();
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
