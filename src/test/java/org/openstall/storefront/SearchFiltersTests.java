package org.openstall.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.search.SearchQuery;
import org.springframework.util.MultiValueMap;

class SearchFiltersTests {
    private static final String NOT_A_NUMBER = "shop.search.price-not-a-number";

    private static SearchFilters filters(String currency, String least, String most) {
        return SearchFilters.of(
                MultiValueMap.fromMultiValue(Map.of("min", List.of(least), "max", List.of(most))),
                Currency.getInstance(currency));
    }

    private static SearchQuery query(String currency, String least, String most) {
        return filters(currency, least, most).query(Marketplaces.US);
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
        assertThat(filters("KRW", "12,50", "x").prices())
                .returns(NOT_A_NUMBER, PriceRange::leastProblem)
                .returns(NOT_A_NUMBER, PriceRange::mostProblem);
    }

    @Test
    void a_price_that_cannot_be_read_is_told_kept_and_narrows_nothing_down() {
        SearchFilters filters = filters("USD", "abc", "1.234,56");

        assertThat(filters.prices())
                .returns(NOT_A_NUMBER, PriceRange::leastProblem)
                .returns(NOT_A_NUMBER, PriceRange::mostProblem);
        assertThat(filters.isNarrowed()).isFalse();
        assertThat(filters.query(Marketplaces.US))
                .returns(null, SearchQuery::leastPrice)
                .returns(null, SearchQuery::mostPrice);
        assertThat(filters.path()).isEqualTo("/search?min=abc&max=1.234%2C56");
    }

    @Test
    void of_two_prices_in_the_wrong_order_the_lowest_holds() {
        SearchFilters filters = filters("USD", "20", "19.99");

        assertThat(filters.prices())
                .returns(null, PriceRange::leastProblem)
                .returns("shop.search.prices-reversed", PriceRange::mostProblem);
        assertThat(filters.query(Marketplaces.US))
                .returns(2_000L, SearchQuery::leastPrice)
                .returns(null, SearchQuery::mostPrice);
        assertThat(filters("USD", "20", "20").prices().mostProblem()).isNull();
    }
}
