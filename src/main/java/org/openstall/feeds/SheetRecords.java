package org.openstall.feeds;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The rows of the first sheet of a workbook that has a header we know with the key column in it, streamed. */
final class SheetRecords implements Records {
    private static final MathContext AS_SHOWN = new MathContext(15);

    /** A number of millions of digits is a few characters in a file. */
    private static final int MOST_ZEROS = 50;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final Deque<List<String>> readAhead = new ArrayDeque<>();

    private SheetRecords(ReadableWorkbook workbook, Sheet sheet) throws IOException {
        this.workbook = workbook;
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
    }

    static Table open(Path path, Column key, Set<Column> used) throws IOException, FileRefused {
        try {
            ReadableWorkbook workbook = new ReadableWorkbook(path.toFile());
            try {
                return open(workbook, key, used);
            } catch (IOException | FileRefused | RuntimeException refused) {
                workbook.close();
                throw refused;
            }
        } catch (ExcelReaderException broken) {
            throw new FileRefused(Failure.SPREADSHEET_BROKEN);
        }
    }

    private static Table open(ReadableWorkbook workbook, Column key, Set<Column> used) throws IOException, FileRefused {
        for (Sheet sheet : workbook.getSheets().toList()) {
            SheetRecords records = new SheetRecords(workbook, sheet);
            List<List<String>> first = new ArrayList<>();
            for (List<String> row = records.read(); row != null; row = records.read()) {
                first.add(row);
                if (first.size() == Header.LINES) {
                    break;
                }
            }
            List<Header> candidates =
                    first.stream().map(it -> Header.of(it, used)).toList();
            int at = Header.indexOfBest(candidates);
            if (at >= 0 && candidates.get(at).has(key)) {
                records.readAhead.addAll(first.subList(at + 1, first.size()));
                return new Table(candidates.get(at), records, "", "XLSX");
            }
            records.stream.close();
        }
        throw new FileRefused(Failure.NO_HEADER, "");
    }

    @Override
    public @Nullable Line next() throws FileRefused {
        List<String> cells = readAhead.isEmpty() ? read() : readAhead.removeFirst();
        return cells == null ? null : Line.of(cells);
    }

    private @Nullable List<String> read() throws FileRefused {
        try {
            while (rows.hasNext()) {
                List<String> cells = cells(rows.next());
                if (cells.stream().anyMatch(it -> !it.isBlank())) {
                    return cells;
                }
            }
            return null;
        } catch (RuntimeException broken) {
            // Of what is no number, index, place or type, the library says so in as many ways.
            throw new FileRefused(Failure.SPREADSHEET_BROKEN);
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(SheetRecords::text).orElse(""));
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText();
        }
        BigDecimal number = cell.asNumber().round(AS_SHOWN).stripTrailingZeros();
        if (Math.abs((long) number.scale()) > MOST_ZEROS) {
            return number.toString();
        }
        // A number of a spreadsheet is one whatever the country: with four decimals nobody takes 1.234 for 1,234.
        return (number.scale() == 3 ? number.setScale(4) : number.scale() < 0 ? number.setScale(0) : number)
                .toPlainString();
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
