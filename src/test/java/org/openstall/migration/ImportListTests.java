package org.openstall.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
            store.done(id, Map.of(), 0, now);
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

    @Test
    void all_imports_are_taken_along_for_a_spreadsheet() {
        // Of the distant past, so that no page of another test shows them.
        Instant at = Instant.parse("2000-01-01T08:00:00Z");
        String source = "=1+1, \"" + UUID.randomUUID() + "\"";
        UUID done = TimeOrderedIds.create(at);
        store.start(done, "olist", source, at);
        store.done(done, Map.of(ImportCount.NEW_ORDERS, 1_234L, ImportCount.LATER_ORDERS, 1L), 7, at.plusSeconds(65));
        UUID cut = TimeOrderedIds.create(at.plusSeconds(10));
        store.start(cut, "catalog", source, at);
        store.failed(
                cut,
                new ImportFailure(ImportFailure.Reason.NO_DIRECTORY, List.of("/history")),
                "",
                0,
                at.plusSeconds(65));
        UUID broken = TimeOrderedIds.create(at.plusSeconds(20));
        store.start(broken, "olist", source, at);
        store.progress(broken, ImportStage.ORDERS, 250, 1_000, 0, at);
        store.failed(broken, null, "No space,\nnone at all", 0, at.plusSeconds(65));
        UUID silent = TimeOrderedIds.create(at.plusSeconds(30));
        store.start(silent, "olist", source, at);
        TestBrowser iris = browsers.openFor(market.operator("Iris"));
        String quoted = "\"'=1+1, \"\"" + source.substring(7, source.length() - 1) + "\"\"\"";

        assertThat(iris.get("/operator/imports").body()).contains("/operator/imports?format=csv");
        Answer file = iris.get("/operator/imports?format=csv");
        assertThat(file.header("content-disposition")).contains("imports.csv");
        assertThat(file.body())
                .startsWith("\uFEFFStarted at,Ended at,Format,Source,State,What came of it,Rows left out,Error\r\n")
                .contains(
                        "2000-01-01T00:00-08:00,2000-01-01T00:01:05-08:00,olist," + quoted
                                + ",Done,\"1,234 new orders; 1 order left out as later\",7,\r\n",
                        "catalog," + quoted + ",Failed,There is no directory /history.,0,\r\n",
                        "An unexpected error stopped it at: Orders. Nothing is half done.",
                        ",0,\"No space,\nnone at all\"\r\n",
                        "2000-01-01T00:00-08:00,,olist," + quoted + ",Interrupted,Stopped unexpectedly at: Beginning.");
        assertThat(iris.speaking("ko").get("/operator/imports?format=csv").body())
                .startsWith("\uFEFF시작 일시,종료 일시,형식,원본,상태,결과,제외된 행,오류\r\n")
                .contains(quoted + ",완료,\"새 주문 1,234건; 기준 시각 이후라 제외한 주문 1건\",7,\r\n");
    }

    @Test
    void what_an_import_is_at_and_what_came_of_it_is_told_in_the_language_of_the_page() {
        // Of the far future, so that they come first.
        Instant at = Instant.parse("2099-01-01T00:00:00Z");
        UUID done = TimeOrderedIds.create(at);
        store.start(done, "olist", "/history", at);
        store.done(done, Map.of(ImportCount.NEW_ORDERS, 1_234L, ImportCount.LATER_ORDERS, 1L), 0, at.plusSeconds(3));
        UUID cut = TimeOrderedIds.create(at.plusSeconds(10));
        store.start(cut, "olist", "/history", at);
        store.failed(
                cut,
                new ImportFailure(ImportFailure.Reason.INCOMPLETE, List.of("orders.csv.gz", "1234")),
                "",
                0,
                at.plusSeconds(65));
        UUID broken = TimeOrderedIds.create(at.plusSeconds(20));
        store.start(broken, "olist", "/history", at);
        store.failed(broken, null, "No space left on device", 0, at.plusSeconds(7_200));
        UUID running = TimeOrderedIds.create(at.plusSeconds(30));
        store.start(running, "olist", "/history", at);
        store.progress(running, ImportStage.READING, 250, 1_000, 0, at);
        UUID ordering = TimeOrderedIds.create(at.plusSeconds(40));
        store.start(ordering, "olist", "/history", at);
        store.progress(ordering, ImportStage.ORDERS, 250, 1_000, 0, at);
        TestBrowser iris = browsers.openFor(market.operator("Iris"));

        assertThat(iris.get("/operator/imports").text())
                .contains("1,234 new orders", "1 order left out as later", "Took 3 s", "Took 1 min", "Took 2 h")
                .contains("orders.csv.gz is not complete: its packed data ends after line 1234.")
                .contains(
                        "An unexpected error stopped it at: Beginning. Nothing is half done.",
                        "No space left on device")
                .contains("Reading files · 25", "Orders · 250 of 1,000");
        iris.speaking("ko");
        assertThat(iris.get("/operator/imports").text())
                .contains("새 주문 1,234건", "기준 시각 이후라 제외한 주문 1건", "3초 소요", "1분 소요")
                .contains("orders.csv.gz 파일이 온전하지 않습니다. 압축 데이터가 1234행 다음에서 끊겼습니다.")
                .contains("다음 작업 중에 예기치 않은 오류로 멈췄습니다: 시작 준비.", "No space left on device")
                .contains("파일 읽기 · 25", "주문 · 1,000건 중 250건")
                .doesNotContain("new orders", "Reading files");
        iris.speaking("zh-TW");
        assertThat(iris.get("/operator/imports").text())
                .contains("新增訂單 1,234 筆", "耗時 3 秒", "讀取檔案 · 25", "orders.csv.gz 不完整")
                .contains("執行到「準備開始」時因意外錯誤而停止。", "No space left on device");
        for (UUID each : List.of(running, ordering)) {
            store.done(each, Map.of(), 0, at);
        }
    }
}
