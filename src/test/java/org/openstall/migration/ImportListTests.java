package org.openstall.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.kernel.TimeOrderedIds;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class ImportListTests {
    @Autowired
    private ImportStore store;

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Clock clock;

    @Test
    void every_import_can_be_found_however_many_there_were() {
        Instant now = clock.instant();
        for (int i = 0; i < 60; i++) {
            // Of the distant past, so that it comes last and nowhere else.
            Instant at = Instant.parse("2001-01-01T00:00:00Z").plusSeconds(i);
            UUID id = TimeOrderedIds.create(at);
            store.start(id, "olist", "/history/of/day-" + i + ".", at);
            store.finish(id, ImportRun.State.DONE, 0, "", now);
        }
        TestBrowser iris = browsers.openFor(market.operator("Iris"));
        StringBuilder all = new StringBuilder();

        Answer page = iris.get("/operator/imports");
        all.append(page.text());
        while (page.body().contains("rel=\"next\"")) {
            page = iris.get(page.find("href=\"(/operator/imports[^\"]*after=[^\"]*)\" rel=\"next\"")
                    .replace("&amp;", "&"));
            all.append(page.text());
        }

        for (int i = 0; i < 60; i++) {
            assertThat(all.toString().split("/history/of/day-" + i + "\\.", -1)).hasSize(2);
        }
        assertThat(iris.get("/operator/imports?after=nonsense").status()).isEqualTo(200);
    }
}
