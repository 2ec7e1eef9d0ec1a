package org.openstall.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.kernel.SellerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** How much may be sent, whether or not it says beforehand how much it is. */
@OpenstallTest
class UploadLimitsTests {
    private static final String FILES = "/seller/inventory/files";
    private static final int MEBIBYTE = 1 << 20;

    @Autowired
    private ServletContext server;

    @Autowired
    private Environment program;

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    private record Refusal(String answer, int mebibytes) {}

    /** Sends a file without saying how long it is, until there is an answer or it has become two gigabytes. */
    private Refusal sendInChunks(String path) throws IOException {
        byte[] chunk = ("100000\r\n" + "x".repeat(MEBIBYTE) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        String part = "--x\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\n\r\n";
        int sent = 0;
        try (Socket socket =
                new Socket("localhost", Integer.parseInt(program.getRequiredProperty("local.server.port")))) {
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; "
                            + "boundary=x\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + Integer.toHexString(part.length()) + "\r\n" + part + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            while (sent < 2_048 && in.available() == 0) {
                out.write(chunk);
                sent++;
            }
            return new Refusal(new String(in.readNBytes(Math.max(in.available(), 12)), StandardCharsets.UTF_8), sent);
        }
    }

    @Test
    void what_does_not_say_how_long_it_is_is_refused_as_soon_as_it_is_too_long_and_nothing_of_it_is_kept()
            throws IOException {
        Refusal refused = sendInChunks("/seller/catalogue/proposals");

        assertThat(refused.answer())
                .startsWith("HTTP/1.1 413")
                .contains("That file is too large")
                .contains("Inventory files may have up to 256 MB, everything else 32 MB.");
        assertThat(refused.mebibytes())
                .as("with what waits between us and the server")
                .isBetween(33, 64);
        File[] left = ((File) Objects.requireNonNull(server.getAttribute(ServletContext.TEMPDIR)))
                .listFiles((directory, name) -> name.startsWith("upload_"));
        assertThat(left).isNotNull().isEmpty();
    }

    @Test
    void an_inventory_file_may_be_larger_in_chunks_too() throws IOException {
        assertThat(sendInChunks(FILES).mebibytes()).isBetween(257, 288);
    }

    @Test
    void an_inventory_file_larger_than_other_files_may_be_is_taken() {
        SellerId nadias = market.seller("Nadia's Kitchen");
        TestBrowser nadia = browsers.openFor(market.userOf(nadias, "Nadia"));
        byte[] file = new byte[40 * MEBIBYTE];
        Arrays.fill(file, (byte) '\n');
        byte[] header = "sku\tprice\nKETTLE\t41\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(header, 0, file, 0, header.length);

        Answer taken = nadia.upload(FILES, "prices.txt", file);

        assertThat(taken.status()).isEqualTo(303);
        assertThat(nadia.post(taken.location() + "/cancellation").status()).isEqualTo(303);
    }
}
