package org.openstall.sellerdesk;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Packing slips as PDF, from the same template and style sheet as the page. Fonts are embedded as far as they are used:
 * DejaVu Sans for Latin, Cyrillic, Greek, Arabic and Hebrew letters, Droid Sans Fallback for Korean, Chinese and Japanese.
 */
@Component
class SlipPdf {
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    /** A large one takes some tens of megabytes while it is made, so others wait for their turn. */
    private static final Semaphore TURNS = new Semaphore(2, true);

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, SlipPdf.class.getClassLoader(), "org.openstall.jte");

    /** Read when the first slip is printed, and kept. */
    private static final class Fonts {
        static final byte[] LETTERS = read("DejaVuSans.ttf");
        static final byte[] BOLD_LETTERS = read("DejaVuSans-Bold.ttf");
        static final byte[] CHARACTERS = read("DroidSansFallback.ttf");

        private static byte[] read(String file) {
            try (InputStream font = SlipPdf.class.getResourceAsStream("/fonts/" + file)) {
                return Objects.requireNonNull(font, file).readAllBytes();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    void write(List<Slip> slips, Paper paper, OutputStream out) throws IOException {
        StringOutput html = new StringOutput();
        templates.render("sellerdesk/SlipSheets.jte", Map.of("slips", slips), html);
        URL style = Objects.requireNonNull(SlipPdf.class.getResource("/static/slip.css"));
        XRLog.setLoggingEnabled(false);
        PdfRendererBuilder pdf = new PdfRendererBuilder();
        pdf.useFastMode();
        pdf.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        pdf.useUnicodeBidiReorderer(new ICUBidiReorderer());
        pdf.defaultTextDirection(TextDirection.LTR);
        pdf.useDefaultPageSize(paper.width(), paper.height(), PageSizeUnits.MM);
        pdf.useFont(() -> new ByteArrayInputStream(Fonts.LETTERS), "DejaVu Sans", REGULAR, FontStyle.NORMAL, true);
        pdf.useFont(() -> new ByteArrayInputStream(Fonts.BOLD_LETTERS), "DejaVu Sans", BOLD, FontStyle.NORMAL, true);
        pdf.useFont(
                () -> new ByteArrayInputStream(Fonts.CHARACTERS),
                "Droid Sans Fallback",
                REGULAR,
                FontStyle.NORMAL,
                true);
        pdf.useReplacementText(" ");
        pdf.withProducer("Openstall");
        pdf.withHtmlContent(html.toString(), style.toString());
        pdf.toStream(out);
        TURNS.acquireUninterruptibly();
        try {
            pdf.run();
        } finally {
            TURNS.release();
        }
    }
}
