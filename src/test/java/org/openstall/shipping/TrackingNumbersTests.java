package org.openstall.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.openstall.shipping.TrackingNumbers.Candidate;
import org.openstall.shipping.TrackingNumbers.Check;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrackingNumbersTests {
    private static final Path COLLECTION = Path.of("../shared/data/shipping/tracking_number_data/couriers");

    private static final Map<String, Carrier> CARRIERS_OF_COLLECTION = Map.of(
            "landmark",
            Carrier.LANDMARK,
            "old_dominion",
            Carrier.OLD_DOMINION,
            "s10",
            Carrier.POST,
            "speedee",
            Carrier.SPEE_DEE);

    @ParameterizedTest
    @CsvSource({
        "1z 5r8 939 03 5756 712 7,                UPS,         1Z5R89390357567127",
        "420787459400111206206406260787,          USPS,        9400111206206406260787",
        "4201028200009261290113185417468510,      USPS,        9261290113185417468510",
        "9865 7878 8855,                          FEDEX,       986578788855",
        "RB123456785KR,                           KOREA_POST,  RB123456785KR",
        "RB123456785JP,                           JAPAN_POST,  RB123456785JP",
        "RB123456785FR,                           POST,        RB123456785FR",
        "1234-5678-9013,                          YAMATO,      123456789013",
        "SF1234567890123,                         SF_EXPRESS,  SF1234567890123",
        "4PX3000123456789CN,                      FOUR_PX,     4PX3000123456789CN"
    })
    void a_number_is_accepted_and_recognized_however_it_is_written(String written, Carrier carrier, String number) {
        assertThat(TrackingNumbers.check(carrier, written)).isInstanceOfSatisfying(Check.Accepted.class, it -> {
            assertThat(it.number()).isEqualTo(number);
            assertThat(it.carrier()).isEqualTo(carrier);
        });
        assertThat(TrackingNumbers.recognize(written))
                .extracting(Candidate::carrier, Candidate::number)
                .contains(tuple(carrier, number));
    }

    @ParameterizedTest
    @CsvSource({
        "UPS,        1Z5R89390357567128,     CHECK_DIGIT",
        "UPS,        1Z5R8939035756712,      LENGTH",
        "UPS,        1Y5R89390357567127,     FORM",
        "USPS,       9400111206206406260788, CHECK_DIGIT",
        "FEDEX,      986578788854,           CHECK_DIGIT",
        "YAMATO,     123456789014,           CHECK_DIGIT",
        "KOREA_POST, RB123456785JP,          FORM",
        "POST,       RB123456785XX,          FORM",
        "CJ_LOGISTICS, 12345678901,          FORM",
        "OTHER,      '#',                    FORM"
    })
    void a_refusal_says_why(Carrier carrier, String number, TrackingNumbers.Reason reason) {
        assertThat(TrackingNumbers.check(carrier, number))
                .isInstanceOfSatisfying(
                        Check.Refused.class, it -> assertThat(it.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @EnumSource(
            value = Carrier.class,
            mode = Mode.EXCLUDE,
            names = {"OTHER"})
    void the_examples_shown_to_people_are_right_ones(Carrier carrier) {
        assertThat(TrackingNumbers.check(carrier, "?"))
                .isInstanceOfSatisfying(Check.Refused.class, refused -> assertThat(refused.examples())
                        .allSatisfy(it ->
                                assertThat(TrackingNumbers.check(carrier, it)).isInstanceOf(Check.Accepted.class)));
    }

    @ParameterizedTest
    @CsvSource({
        "986578788855,           FEDEX",
        "RX123456785US,          USPS",
        "9400111206206406260787, USPS",
        "1Z5R89390357567127,     UPS",
        "SF1234567890123,        SF_EXPRESS"
    })
    void a_check_digit_or_letters_of_its_own_settle_the_carrier(String number, Carrier carrier) {
        assertThat(TrackingNumbers.settle(number))
                .hasValueSatisfying(it -> assertThat(it.carrier()).isEqualTo(carrier));
    }

    @Test
    void of_carriers_with_an_equal_claim_none_is_settled() {
        assertThat(TrackingNumbers.recognize("123456789013"))
                .extracting(Candidate::carrier)
                .containsSubsequence(Carrier.YAMATO, Carrier.SAGAWA, Carrier.JAPAN_POST)
                .contains(Carrier.CJ_LOGISTICS, Carrier.SF_EXPRESS);
        assertThat(TrackingNumbers.settle("123456789013")).isEmpty();
        assertThat(TrackingNumbers.settle("1234567890123")).isEmpty();
        assertThat(TrackingNumbers.settle("nothing at all")).isEmpty();
    }

    @Test
    void a_wrong_check_digit_still_tells_whose_number_it_was_to_be() {
        assertThat(TrackingNumbers.mistyped("1Z5R89390357567128")).contains(Carrier.UPS);
        assertThat(TrackingNumbers.mistyped("RB123456786KR")).contains(Carrier.KOREA_POST);
        assertThat(TrackingNumbers.mistyped("9400111206206406260788")).contains(Carrier.USPS);
        assertThat(TrackingNumbers.mistyped("1Z5R89390357567127")).isEmpty();
        assertThat(TrackingNumbers.mistyped("123456789014")).isEmpty();
        assertThat(TrackingNumbers.mistyped("HELLO")).isEmpty();
    }

    @Test
    void a_tracking_page_carries_the_number() {
        assertThat(Carrier.UPS.trackingPage("1Z5R89390357567127"))
                .hasValueSatisfying(it -> assertThat(it.toString()).endsWith("=1Z5R89390357567127"));
        assertThat(Carrier.OTHER.trackingPage("12345")).isEmpty();
    }

    @Test
    void every_example_of_the_public_collection_is_judged_rightly() throws IOException {
        assumeTrue(Files.isDirectory(COLLECTION));
        try (Stream<Path> files = Files.list(COLLECTION)) {
            assertThat(files.sorted().toList()).isNotEmpty().allSatisfy(TrackingNumbersTests::isJudgedRightly);
        }
    }

    private static void isJudgedRightly(Path file) throws IOException {
        JsonNode courier = new JsonMapper().readTree(Files.readString(file));
        String code = courier.get("courier_code").asString();
        Carrier carrier = CARRIERS_OF_COLLECTION.getOrDefault(code, carrierNamed(code));
        Set<String> valid = new HashSet<>();
        Set<String> invalid = new HashSet<>();
        courier.get("tracking_numbers").forEach(format -> {
            valid.addAll(examples(format, "valid"));
            invalid.addAll(examples(format, "invalid"));
        });
        // One form's wrong number may be another form's right one.
        invalid.removeAll(valid);
        assertThat(valid)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(TrackingNumbers.check(carrier, it)).isInstanceOf(Check.Accepted.class))
                // The post's own numbers are those of a country's service.
                .allSatisfy(it -> assertThat(TrackingNumbers.recognize(it))
                        .anyMatch(candidate -> candidate.carrier() == carrier || carrier == Carrier.POST));
        assertThat(invalid).isNotEmpty().allSatisfy(it -> assertThat(TrackingNumbers.check(carrier, it))
                .isInstanceOf(Check.Refused.class));
    }

    private static List<String> examples(JsonNode format, String kind) {
        return format.get("test_numbers")
                .get(kind)
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static Carrier carrierNamed(String code) {
        return Stream.of(Carrier.values())
                .filter(it -> it.name().equalsIgnoreCase(code))
                .findFirst()
                .orElse(Carrier.OTHER);
    }
}
