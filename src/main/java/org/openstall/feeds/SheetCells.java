package org.openstall.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a workbook before its library reads it, which makes room for all columns up to where the last cell says
 * it is.
 */
final class SheetCells {
    /** No spreadsheet has a column behind XFD. */
    private static final int MOST_LETTERS = 3;

    private static final String TEXTS = "xl/sharedStrings.xml";

    private SheetCells() {}

    /** Says how many rows the longest sheet has. */
    static long check(ZipFile zip, List<? extends ZipEntry> entries) throws IOException, FileRefused {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        long most = 0;
        for (ZipEntry entry : entries) {
            if (entry.getName().endsWith(".xml") && !entry.getName().equals(TEXTS)) {
                try (InputStream in = zip.getInputStream(entry)) {
                    most = Math.max(most, check(factory.createXMLStreamReader(in)));
                } catch (XMLStreamException broken) {
                    throw new FileRefused(Failure.SPREADSHEET_BROKEN);
                }
            }
        }
        return most;
    }

    private static long check(XMLStreamReader xml) throws XMLStreamException, FileRefused {
        long rows = 0;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = xml.getLocalName();
            if (name.equals("row")) {
                rows++;
            } else if (name.equals("c") && isTooFar(xml.getAttributeValue(null, "r"))) {
                throw new FileRefused(Failure.SPREADSHEET_BROKEN);
            }
        }
        return rows;
    }

    private static boolean isTooFar(@Nullable String place) {
        return place != null
                && place.length() > MOST_LETTERS
                && place.chars().limit(MOST_LETTERS + 1L).allMatch(Character::isLetter);
    }
}
