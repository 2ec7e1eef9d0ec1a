package org.openstall.simulation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openstall.catalog.Gtin;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.Money;
import org.openstall.ordering.Address;
import org.springframework.core.io.ClassPathResource;

/** What the demo is made of, as its files tell. */
record DemoFiles(List<Good> goods, List<Address> people, List<Comment> comments) {
    private static final Currency DOLLARS = Currency.getInstance("USD");

    static DemoFiles read() {
        List<Good> goods = new ArrayList<>();
        rows("products.tsv").forEach(row -> goods.add(good(goods.size(), row)));
        return new DemoFiles(
                List.copyOf(goods),
                rows("people.tsv").stream().map(DemoFiles::person).toList(),
                rows("feedback.tsv").stream().map(DemoFiles::comment).toList());
    }

    private static List<NamedCsvRecord> rows(String file) {
        try (InputStream bytes = new ClassPathResource("demo/" + file).getInputStream();
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .fieldSeparator('\t')
                        .ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Good good(int number, NamedCsvRecord row) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String attribute : row.getField("attributes").split(";", -1)) {
            String[] parts = attribute.split("=", 2);
            attributes.put(parts[0], parts[1]);
        }
        if (!(Gtin.read(row.getField("gtin")) instanceof Gtin code)) {
            throw new IllegalStateException("Not a product code: " + row);
        }
        return new Good(
                number,
                row.getField("title"),
                row.getField("brand"),
                row.getField("category"),
                row.getField("description"),
                attributes,
                code,
                Money.ofDecimal(new BigDecimal(row.getField("price_usd")), DOLLARS)
                        .minor());
    }

    private static Address person(NamedCsvRecord row) {
        return new Address(
                row.getField("name"),
                row.getField("street"),
                "",
                row.getField("city"),
                row.getField("state"),
                row.getField("postal_code"),
                "US",
                row.getField("phone"));
    }

    private static Comment comment(NamedCsvRecord row) {
        return new Comment(
                Comment.Tone.valueOf(row.getField("tone").toUpperCase(Locale.ROOT)),
                row.getField("about"),
                row.getField("text"));
    }

    /** The first of the people, who has an account. */
    Shopper omar(BuyerId id) {
        return new Shopper(id, people.getFirst());
    }
}
