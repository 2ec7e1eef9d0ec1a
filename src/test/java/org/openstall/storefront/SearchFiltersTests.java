package org.openstall.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openstall.kernel.MarketplaceId;
import org.openstall.marketplaces.Marketplace;
import org.openstall.search.SearchQuery;
import org.springframework.util.MultiValueMap;

class SearchFiltersTests {
    private static SearchQuery query(String currency, String least, String most) {
        Marketplace place = new Marketplace(
                new MarketplaceId("A000000000KRW"),
                "KR",
                "kr.openstall.example",
                Currency.getInstance(currency),
                ZoneId.of("Asia/Seoul"),
                Locale.KOREA);
        return SearchFilters.of(MultiValueMap.fromMultiValue(Map.of("min", List.of(least), "max", List.of(most))))
                .query(place);
    }

    @Test
    void ten_thousand_won_are_ten_thousand_however_they_are_typed() {
        assertThat(query("KRW", "10,000", "1,250,000"))
                .returns(10_000L, SearchQuery::leastPrice)
                .returns(1_250_000L, SearchQuery::mostPrice);
        assertThat(query("USD", "1,000", "1,250.50"))
                .returns(100_000L, SearchQuery::leastPrice)
                .returns(125_050L, SearchQuery::mostPrice);
    }

    @Test
    void a_comma_that_cannot_group_is_a_decimal_sign_where_money_has_decimals() {
        assertThat(query("BRL", "12,50", "99,9"))
                .returns(1_250L, SearchQuery::leastPrice)
                .returns(9_990L, SearchQuery::mostPrice);
        assertThat(query("KRW", "12,50", "x"))
                .returns(null, SearchQuery::leastPrice)
                .returns(null, SearchQuery::mostPrice);
    }
}
