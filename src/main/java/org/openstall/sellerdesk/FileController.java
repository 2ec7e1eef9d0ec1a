package org.openstall.sellerdesk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.ProductTypes;
import org.openstall.feeds.Failure;
import org.openstall.feeds.Feed;
import org.openstall.feeds.FeedKind;
import org.openstall.feeds.FeedSettings;
import org.openstall.feeds.Feeds;
import org.openstall.feeds.Issue;
import org.openstall.feeds.JsonReport;
import org.openstall.feeds.ListingReport;
import org.openstall.feeds.ListingReports;
import org.openstall.feeds.NewFeed;
import org.openstall.feeds.NumberFormat;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.Page;
import org.openstall.kernel.SheetText;
import org.openstall.pages.Redirect;
import org.openstall.pages.Texts;
import org.openstall.pages.UploadLimit;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Inventory files in, listing reports out. */
@Controller
class FileController {
    static final long LIMIT = 256L << 20;

    static final String FILES = "/seller/inventory/files";
    private static final int PAGE = 20;
    private static final int ISSUES = 100;
    private static final int STRETCH = 5_000;
    private static final Map<FeedKind, String> TEMPLATES = Map.of(
            FeedKind.PRICE_AND_QUANTITY,
            "sku\tprice\tminimum-seller-allowed-price\tmaximum-seller-allowed-price\tquantity\thandling-time\n",
            FeedKind.INVENTORY_LOADER,
            "sku\tproduct-id\tproduct-id-type\tprice\tminimum-seller-allowed-price\tmaximum-seller-allowed-price"
                    + "\titem-condition\tquantity\tadd-delete\titem-note\thandling-time"
                    + "\tmerchant-shipping-group-name\toffering-can-be-gift-messaged\toffering-can-be-giftwrapped\n",
            FeedKind.ORDER_FULFILMENT,
            "order-id\torder-item-id\tquantity\tship-date\tcarrier-code\tcarrier-name\ttracking-number\tship-method\n");

    private final Feeds feeds;
    private final ListingReports reports;
    private final JsonReport jsonReport;
    private final ProductTypes types;
    private final Texts texts;

    FileController(Feeds feeds, ListingReports reports, JsonReport jsonReport, ProductTypes types, Texts texts) {
        this.feeds = feeds;
        this.reports = reports;
        this.jsonReport = jsonReport;
        this.types = types;
        this.texts = texts;
    }

    @Bean
    static UploadLimit inventoryFiles() {
        return new UploadLimit(FILES, LIMIT);
    }

    @GetMapping(FILES)
    View files(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "PRICE_AND_QUANTITY") FeedKind kind,
            Visitor visitor) {
        FileRows rows = rows(stall, after);
        return visitor.wantsFragment() ? rows : new FilesPage(stall, FileForm.empty(kind), null, rows, types.list());
    }

    private FileRows rows(Stall stall, @Nullable String after) {
        UUID before = after == null || after.isEmpty() ? null : uuid(after);
        Page<Feed> found = feeds.list(stall.seller(), stall.place(), before, PAGE);
        return new FileRows(found.items().stream().map(this::row).toList(), found.next());
    }

    private FileRow row(Feed feed) {
        return new FileRow(feed, feed.state().isOver() ? null : feeds.place(feed));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw new NotYours("No file " + text);
        }
    }

    @PostMapping(FILES)
    View send(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(required = false) @Nullable UUID submission,
            @RequestParam(defaultValue = "PRICE_AND_QUANTITY") FeedKind kind,
            @RequestParam(defaultValue = "false") boolean purge,
            @RequestParam(defaultValue = "") String encoding,
            @RequestParam(defaultValue = "ASK") NumberFormat numbers,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        FileForm form = new FileForm(
                submission == null ? UUID.randomUUID() : submission,
                kind,
                purge && kind == FeedKind.INVENTORY_LOADER,
                Feeds.encodings().contains(encoding) ? encoding : "",
                numbers);
        String name = file == null ? null : file.getOriginalFilename();
        String error = null;
        if (file == null || name == null || name.isBlank()) {
            error = "desk.files.refused.none";
        } else if (file.isEmpty()) {
            error = "desk.files.refused.empty";
        } else if (stall.isBlocked() && kind != FeedKind.ORDER_FULFILMENT) {
            error = "desk.files.refused.blocked";
        }
        if (file == null || name == null || error != null) {
            return new FilesPage(stall, form, error, rows(stall, null), types.list());
        }
        NewFeed feed = new NewFeed(
                stall.seller(),
                form.submission(),
                stall.place(),
                form.kind(),
                form.purge(),
                new FeedSettings(form.encoding().isEmpty() ? null : form.encoding(), form.numbers(), null),
                stall.user());
        try (InputStream content = file.getInputStream()) {
            return Redirect.to(FILES + "/" + feeds.submit(feed, name, content)).saying("desk.files.sent", name);
        }
    }

    @GetMapping(FILES + "/{id}")
    View file(
            @ModelAttribute(binding = false) Stall stall,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            Visitor visitor) {
        Feed feed = feeds.get(stall.seller(), id);
        FileStatus status = new FileStatus(row(feed), feeds.twin(feed).orElse(null), feeds.issues(feed, after, ISSUES));
        return visitor.wantsFragment() ? status : new FilePage(stall, status);
    }

    @PostMapping(FILES + "/{id}/cancellation")
    View cancel(@ModelAttribute(binding = false) Stall stall, @PathVariable UUID id) {
        Feed feed = feeds.get(stall.seller(), id);
        feeds.cancel(feed);
        return Redirect.to(FILES + "/" + id).saying("desk.files.cancelled", feed.name());
    }

    @PostMapping(FILES + "/{id}/number-format")
    View answerNumbers(
            @ModelAttribute(binding = false) Stall stall, @PathVariable UUID id, @RequestParam NumberFormat numbers) {
        feeds.answer(feeds.get(stall.seller(), id), numbers);
        return Redirect.to(FILES + "/" + id);
    }

    @PostMapping(FILES + "/{id}/agreement")
    View agree(@ModelAttribute(binding = false) Stall stall, @PathVariable UUID id, @RequestParam long closures) {
        feeds.agree(feeds.get(stall.seller(), id), closures);
        return Redirect.to(FILES + "/" + id);
    }

    @GetMapping(FILES + "/{id}/original")
    void original(@ModelAttribute(binding = false) Stall stall, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        Feed feed = feeds.get(stall.seller(), id);
        try (InputStream content = feeds.original(feed)) {
            attach(response, feed.name(), "application/octet-stream");
            content.transferTo(response.getOutputStream());
        }
    }

    /** The processing report as programs know it: counts, then a line for each thing to say. */
    @GetMapping(FILES + "/{id}/report")
    void report(
            @ModelAttribute(binding = false) Stall stall,
            @PathVariable UUID id,
            Visitor visitor,
            HttpServletResponse response)
            throws IOException {
        Feed feed = feeds.get(stall.seller(), id);
        attach(response, "processing-report-" + id + ".txt", "text/tab-separated-values;charset=UTF-8");
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            out.write("Feed Processing Summary:\n");
            out.write("\tNumber of records processed\t\t" + feed.counts().records() + "\n");
            out.write("\tNumber of records successful\t\t"
                    + (feed.counts().records() - feed.counts().rejected()) + "\n\n");
            out.write("original-record-number\tsku\terror-code\terror-type\terror-message\n");
            if (feed.failure() != null) {
                out.write("0\t\t" + feed.failure().name() + "\tError\t"
                        + SheetText.cell(failure(feed, feed.failure(), visitor)) + "\n");
            }
            String after = null;
            do {
                Page<Issue> stretch = feeds.issues(feed, after, STRETCH);
                for (Issue issue : stretch.items()) {
                    out.write(line(issue, visitor));
                }
                after = stretch.next();
            } while (after != null);
        }
    }

    /** The processing report of the JSON listings feed. */
    @GetMapping(path = FILES + "/{id}/report", params = "format=json")
    void jsonReport(
            @ModelAttribute(binding = false) Stall stall,
            @PathVariable UUID id,
            Visitor visitor,
            HttpServletResponse response)
            throws IOException {
        Feed feed = feeds.get(stall.seller(), id);
        if (feed.kind() != FeedKind.LISTINGS_JSON || !feed.state().isOver()) {
            throw new NotYours("No such report of file " + id);
        }
        attach(response, "processing-report-" + id + ".json", "application/json;charset=UTF-8");
        jsonReport.write(
                feed,
                it -> message(it, visitor),
                feed.failure() == null ? null : failure(feed, feed.failure(), visitor),
                response.getOutputStream());
    }

    private String failure(Feed feed, Failure failure, Visitor visitor) {
        return texts.text(
                visitor.language(),
                "desk.feed.failure." + Names.key(failure),
                feed.reasonArguments().toArray());
    }

    private String message(Issue issue, Visitor visitor) {
        return texts.text(
                visitor.language(),
                "desk.feed.finding." + Names.key(issue.finding()),
                FileStatus.arguments(
                        issue,
                        visitor.language().locale(),
                        (key, arguments) -> texts.text(visitor.language(), key, arguments),
                        it -> texts.carrier(visitor.language(), it, it.title())));
    }

    private String line(Issue issue, Visitor visitor) {
        return String.join(
                        "\t",
                        Integer.toString(issue.record()),
                        SheetText.cell(issue.sku()),
                        issue.finding().name(),
                        FileStatus.isError(issue) ? "Error" : "Warning",
                        SheetText.cell(message(issue, visitor)))
                + "\n";
    }

    /** An empty file with the right header. */
    @GetMapping("/seller/inventory/file-templates/{kind}")
    void template(@PathVariable String kind, HttpServletResponse response) throws IOException {
        FeedKind wanted = TEMPLATES.keySet().stream()
                .filter(it -> Names.key(it).equals(kind))
                .findFirst()
                .orElseThrow(() -> new NotYours("No template " + kind));
        attach(response, kind + ".txt", "text/tab-separated-values;charset=UTF-8");
        response.getOutputStream().write(TEMPLATES.getOrDefault(wanted, "").getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/seller/inventory/reports/{report}")
    void listings(
            @ModelAttribute(binding = false) Stall stall, @PathVariable String report, HttpServletResponse response)
            throws IOException {
        ListingReport wanted = Arrays.stream(ListingReport.values())
                .filter(it -> Names.key(it).equals(report))
                .findFirst()
                .orElseThrow(() -> new NotYours("No report " + report));
        attach(response, report + ".txt", "text/tab-separated-values;charset=UTF-8");
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            reports.write(wanted, stall.seller(), stall.marketplace(), out);
        }
    }

    static void attach(HttpServletResponse response, String name, String type) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
